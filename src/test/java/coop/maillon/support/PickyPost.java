package coop.maillon.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that takes mail for everybody but those whom it does not know, and says so for good (550). */
public final class PickyPost implements AutoCloseable {

  private final ServerSocket door;
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final List<String> taken = new CopyOnWriteArrayList<>();

  public PickyPost() {
    try {
      door = new ServerSocket(0);
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
    var porter = new Thread(this::admit);
    porter.setDaemon(true);
    porter.start();
  }

  public int port() {
    return door.getLocalPort();
  }

  public void refuse(String address) {
    unknown.add(address);
  }

  public void accept(String address) {
    unknown.remove(address);
  }

  /** To whom mail was taken, in its order. */
  public List<String> taken() {
    return List.copyOf(taken);
  }

  private void admit() {
    try {
      while (true) {
        var guest = door.accept();
        var talk = new Thread(() -> talk(guest));
        talk.setDaemon(true);
        talk.start();
      }
    } catch (IOException closed) {
      // Nobody comes in any more.
    }
  }

  private void talk(Socket guest) {
    try (guest;
        var in = new BufferedReader(
            new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
        var out = guest.getOutputStream()) {
      say(out, "220 here");
      var recipient = "";
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var word = line.toUpperCase(Locale.ROOT);
        if (word.startsWith("RCPT")) {
          recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        }
        say(out, answer(word, recipient));
        if (word.startsWith("DATA")) {
          readMail(in);
          taken.add(recipient);
          say(out, "250 taken");
        }
      }
    } catch (IOException gone) {
      // The other side hung up.
    }
  }

  private String answer(String word, String recipient) {
    if (word.startsWith("RCPT") && unknown.contains(recipient)) {
      return "550 5.1.1 no such person here";
    }
    if (word.startsWith("DATA")) {
      return "354 go on";
    }
    return word.startsWith("QUIT") ? "221 bye" : "250 fine";
  }

  private static void readMail(BufferedReader in) throws IOException {
    var line = in.readLine();
    while (line != null && !line.equals(".")) {
      line = in.readLine();
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
