package coop.maillon.notification.inbox;

import coop.maillon.notification.Wording;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What notification/inbox shows: what waits for an answer first, then day by day.
 *
 * @param newest the number up to which "mark all as read" marks
 * @param older where the older ones are
 */
record InboxPage(
    String title,
    String summary,
    boolean anyUnread,
    long newest,
    List<Section> sections,
    Optional<String> older) {

  static final int PAGE = 50;

  /** Messages that belong together, under one heading. */
  record Section(String id, String heading, List<Line> messages) {}

  /** One message, worded. */
  record Line(
      long seq,
      String icon,
      boolean read,
      boolean awaits,
      String title,
      String text,
      String at,
      String when) {

    static Line of(InboxMessage message, Words words, ZoneId zone) {
      JsonObject data = message.data();
      var wording = Wording.of(message.kind(), data, words);
      var at = message.at().atZone(zone);
      return new Line(
          message.seq(),
          Wording.icon(message.kind()),
          message.read(),
          message.awaits(),
          wording.title(),
          wording.text(),
          message.at().toString(),
          words.time(at.toLocalTime()));
    }
  }

  static InboxPage of(Ask ask, List<InboxMessage> messages, ZoneId zone) {
    var words = ask.words();
    int unread = ask.who().unread();
    return new InboxPage(
        words.say("notification.inbox.title"),
        summary(messages, unread, words),
        unread > 0,
        messages.isEmpty() ? 0 : messages.get(0).seq(),
        sections(messages, words, new Today(LocalDate.ofInstant(ask.now(), zone), zone)),
        messages.size() < PAGE
            ? Optional.empty()
            : Optional.of("/inbox?before=" + messages.get(messages.size() - 1).seq()));
  }

  public boolean any() {
    return !sections.isEmpty();
  }

  private static String summary(List<InboxMessage> messages, int unread, Words words) {
    var count = words.say("notification.inbox.summary", "count", unread);
    return messages.stream().anyMatch(InboxMessage::awaits)
        ? count + " " + words.say("notification.inbox.first")
        : count;
  }

  private static List<Section> sections(List<InboxMessage> messages, Words words, Today today) {
    Map<String, List<Line>> byHeading = new LinkedHashMap<>();
    Stream.concat(
            messages.stream().filter(InboxMessage::awaits),
            messages.stream().filter(message -> !message.awaits()))
        .forEach(message -> byHeading
            .computeIfAbsent(heading(message, words, today), fresh -> new ArrayList<>())
            .add(Line.of(message, words, today.zone())));
    var sections = new ArrayList<Section>();
    byHeading.forEach(
        (heading, lines) -> sections.add(new Section("part-" + sections.size(), heading, lines)));
    return sections;
  }

  private static String heading(InboxMessage message, Words words, Today today) {
    return message.awaits()
        ? words.say("notification.inbox.awaits")
        : today.name(message.at(), words);
  }

  /** The day on which one reads, and where. */
  private record Today(LocalDate day, ZoneId zone) {

    String name(Instant at, Words words) {
      var then = LocalDate.ofInstant(at, zone);
      if (then.equals(day)) {
        return words.say("notification.inbox.today");
      }
      return then.equals(day.minusDays(1))
          ? words.say("notification.inbox.yesterday")
          : words.day(then);
    }
  }
}
