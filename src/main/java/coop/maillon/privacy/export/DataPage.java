package coop.maillon.privacy.export;

import coop.maillon.privacy.Periods;
import coop.maillon.web.Words;
import java.util.List;
import java.util.stream.Stream;

/** What privacy/data shows: what the file has in it, and for how long what is kept. */
record DataPage(String title, List<Group> groups, List<String> periods) {

  /** What belongs together. */
  record Group(String name, List<Line> kinds) {}

  /** One table of the file. */
  record Line(String file, String text) {}

  static DataPage of(Words words, Periods periods) {
    return new DataPage(
        words.say("privacy.data.title"),
        Stream.of(Kind.Part.values()).map(part -> group(part, words)).toList(),
        List.of(
            words.say("privacy.period.bookings", "months", periods.bookings()),
            words.say("privacy.period.posts", "months", periods.posts()),
            words.say("privacy.period.problems", "months", periods.problems()),
            words.say("privacy.period.audit", "months", periods.audit()),
            words.say("privacy.period.inbox", "months", periods.inbox()),
            words.say("privacy.period.mail", "days", periods.mail()),
            words.say("privacy.period.short"),
            words.say("privacy.period.ledger")));
  }

  private static Group group(Kind.Part part, Words words) {
    return new Group(
        part.named(words),
        part.kinds().stream()
            .map(kind -> new Line(kind.word() + ".csv", kind.told(words)))
            .toList());
  }
}
