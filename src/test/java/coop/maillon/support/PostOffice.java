package coop.maillon.support;

import static coop.maillon.support.Soon.soon;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import coop.maillon.notification.preference.Topic;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The cooperative with a mail server that takes its mail, and what arrived there. */
public final class PostOffice implements AutoCloseable {

  private static final List<String> TOPICS =
      Stream.of(Topic.values()).map(Topic::word).toList();

  private final GreenMail server;
  private final Coop coop;

  private PostOffice(int port) {
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    coop = Coop.start(
        Map.of("MAILLON_MAIL_URL", "smtp://127.0.0.1:" + port, "MAILLON_RATE_LIMITS", "off"));
  }

  public static PostOffice open() {
    try (var socket = new ServerSocket(0)) {
      int port = socket.getLocalPort();
      socket.close();
      return new PostOffice(port);
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }

  public Coop coop() {
    return coop;
  }

  public GreenMail server() {
    return server;
  }

  /** All that arrived for them, by first name in lower case, oldest first. */
  public List<MimeMessage> to(String name) {
    return Stream.of(server.getReceivedMessages())
        .filter(mail -> recipient(mail).equals(name + "@demo.test"))
        .toList();
  }

  public List<String> subjectsTo(String name) {
    return to(name).stream().map(PostOffice::subject).toList();
  }

  /** The text of a mail, as its reader sees it. */
  public static String text(MimeMessage mail) {
    try {
      return textOf(mail.getContent());
    } catch (IOException | MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String textOf(Object content) throws IOException, MessagingException {
    return content instanceof jakarta.mail.internet.MimeMultipart parts
        ? textOf(parts.getBodyPart(0).getContent())
        : content.toString().replace("\r\n", "\n");
  }

  public static String raw(MimeMessage mail) {
    return GreenMailUtil.getWholeMessage(mail);
  }

  /** What somebody fills in on their page of preferences, by name and value; the rest as it is for everybody. */
  public void prefer(String name, String... namesAndValues) {
    var answer = coop.browser(name).submit("/me/notifications", form(namesAndValues));
    if (answer.statusCode() != 303) {
      throw new IllegalStateException(answer.statusCode() + " " + Arrays.toString(namesAndValues));
    }
  }

  /** The whole form, with these fields other than usual. */
  public static String[] form(String... namesAndValues) {
    var fields = new TreeMap<String, String>();
    fields.put("digestAt", "08:00");
    TOPICS.forEach(topic -> {
      fields.put("inbox-" + topic, "yes");
      fields.put("live-" + topic, "yes");
      fields.put("mail-" + topic, "now");
    });
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields.entrySet().stream()
        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
        .toArray(String[]::new);
  }

  /** Goes on once every event is told and every mail is where it is to be: gone, held or put off. */
  public void settle() {
    soon(
        "every event is told",
        () -> coop.one(
                "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM event WHERE seq > (SELECT seq FROM notified_seen))")
            .equals("0"));
    TestApp.done(coop.app().app().notifications().mails().tryAgain());
    soon(
        "nothing is due",
        () -> coop.one("SELECT count(*) FROM mail WHERE sent_at IS NULL AND dead_at IS NULL"
                + " AND withheld_at IS NULL AND (not_before <= '" + coop.clock().instant() + "'"
                + " OR tries > 0)")
            .equals("0"));
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    coop.close();
    server.stop();
  }
}
