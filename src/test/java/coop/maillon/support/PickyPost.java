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
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMTP server that takes mail for everybody but those whom it does not know, and says so for good (550); for a while it can
 * have no time for anybody (451), or think about the next mail until it is told to go on.
 */
public final class PickyPost implements AutoCloseable {

  private final ServerSocket door;
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private volatile boolean busy;
  private final Semaphore thoughts = new Semaphore(0);
  private final AtomicInteger toThinkAbout = new AtomicInteger();

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

  public void busy(boolean busy) {
    this.busy = busy;
  }

  /** The next mail is not answered before {@link #goOn}. */
  public void thinkAboutTheNext() {
    toThinkAbout.incrementAndGet();
  }

  /** It has a mail before it and says nothing. */
  public boolean isThinking() {
    return thoughts.hasQueuedThreads();
  }

  public void goOn() {
    thoughts.release();
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
          think();
          taken.add(recipient);
          say(out, "250 taken");
        }
      }
    } catch (IOException gone) {
      // The other side hung up.
    }
  }

  private void think() {
    if (toThinkAbout.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      thoughts.acquireUninterruptibly();
    }
  }

  private String answer(String word, String recipient) {
    if (word.startsWith("RCPT") && busy) {
      return "451 4.3.2 later";
    }
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
