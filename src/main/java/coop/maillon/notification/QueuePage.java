package coop.maillon.notification;

import coop.maillon.notification.MailStore.Counts;
import coop.maillon.notification.Mails.Unsent;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What notification/queue shows an administrator: what has not left, and why.
 *
 * @param leaves whether there is a server to send by
 */
record QueuePage(
    String title, boolean leaves, int waiting, int held, int dead, int sent, List<Line> mails) {

  /** One mail that has not left; never its content. */
  record Line(
      String recipient,
      String subject,
      String written,
      String state,
      String tone,
      String problem) {}

  static QueuePage of(Words words, boolean leaves, Counts counts, List<Line> lines) {
    return new QueuePage(
        words.say("notification.queue.title"),
        leaves,
        counts.waiting(),
        counts.held(),
        counts.dead(),
        counts.sent(),
        lines);
  }

  static Line line(Unsent unsent, Words words, ZoneId zone) {
    var mail = unsent.mail().course();
    boolean dead = mail.state() == Queued.State.GIVEN_UP;
    var state = dead
        ? words.say("notification.queue.dead", "tries", mail.tries())
        : mail.tries() == 0
            ? words.say("notification.queue.waiting")
            : words.say(
                "notification.queue.again",
                "tries",
                mail.tries(),
                "at",
                moment(mail.nextTry(), words, zone));
    return new Line(
        unsent.mail().recipient(),
        unsent.subject(),
        moment(mail.createdAt(), words, zone),
        state,
        dead ? "no" : "wait",
        mail.problem());
  }

  public boolean any() {
    return !mails.isEmpty();
  }

  private static String moment(Instant instant, Words words, ZoneId zone) {
    var at = instant.atZone(zone);
    return words.shortDay(at.toLocalDate()) + " " + words.time(at.toLocalTime());
  }
}
