package coop.maillon.privacy.export;

import coop.maillon.web.Who;
import coop.maillon.web.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The letter that goes with the file: whose it is, of which day, and what each table has. */
final class ReadMe {

  private ReadMe() {}

  static String of(Who who, Words words, Clock clock) {
    var day = words.date(LocalDate.now(clock));
    var tables = Stream.of(Kind.Part.values())
        .map(part -> part.named(words) + "\n" + tables(part, words))
        .collect(Collectors.joining("\n\n"));
    return String.join(
        "\n\n",
        words.say("privacy.readme.title", "name", who.name(), "day", day),
        words.say("privacy.readme.text"),
        tables,
        words.say("privacy.readme.end") + "\n");
  }

  private static String tables(Kind.Part part, Words words) {
    return part.kinds().stream()
        .map(kind -> "  " + kind.word() + ".csv: " + kind.told(words))
        .collect(Collectors.joining("\n"));
  }
}
