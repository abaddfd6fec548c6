package coop.maillon.notification;

import coop.maillon.notification.preference.Topic;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What notification/digest shows: what has waited for one person, topic by topic, in one mail.
 *
 * @param more how many others there are in the inbox; nothing where there are none
 */
record DigestPage(
    String language, String title, List<Part> parts, List<String> more, MailWriter.Foot foot) {

  private static final int MOST = 50;

  /** One topic. */
  record Part(String heading, List<Line> lines) {}

  /** One message, worded. */
  record Line(String title, String text, String link) {

    String plain() {
      return "- " + title + "\n" + (text.isEmpty() ? "" : "  " + text + "\n") + "  " + link;
    }
  }

  static DigestPage of(List<Notice> notices, Words words, MailWriter.Foot foot) {
    Map<Topic, List<Line>> lines = notices.stream()
        .limit(MOST)
        .collect(Collectors.groupingBy(
            notice -> Topic.of(notice.kind()),
            TreeMap::new,
            Collectors.mapping(notice -> line(notice, words, foot), Collectors.toList())));
    int others = notices.size() - MOST;
    return new DigestPage(
        words.language(),
        words.say("notification.digest.title", "count", notices.size()),
        lines.entrySet().stream()
            .map(one ->
                new Part(words.say("preference.topic." + one.getKey().word()), one.getValue()))
            .toList(),
        others > 0 ? List.of(words.say("notification.digest.more", "count", others)) : List.of(),
        foot);
  }

  private static Line line(Notice notice, Words words, MailWriter.Foot foot) {
    var wording = Wording.of(notice.kind(), notice.data(), words);
    return new Line(wording.title(), wording.text(), foot.publicUrl() + notice.link());
  }

  /** The same for those who read text. */
  String text() {
    var told = parts.stream()
        .map(part -> part.heading() + "\n"
            + part.lines().stream().map(Line::plain).collect(Collectors.joining("\n")));
    return Stream.of(Stream.of(title), told, more.stream(), Stream.of(foot.text()))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n\n"));
  }
}
