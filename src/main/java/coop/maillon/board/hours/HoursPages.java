package coop.maillon.board.hours;

import coop.maillon.ledger.Line;
import coop.maillon.ledger.Standing;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts statements into words. */
record HoursPages(Words words, ZoneId zone, Instant now) {

  /** @param older the query of the next page */
  HoursPage own(Standing standing, Hours.Statement statement, String older) {
    return new HoursPage(
        words.say("hours.title"),
        words.say("hours.text"),
        "/board",
        words.say("board.title"),
        HoursPage.OWN_CSV,
        HoursRoutes.shown(statement.lines()).stream()
            .map(line -> row(line, statement.subject(line)))
            .toList(),
        older.isEmpty() ? "" : HoursPage.OWN + older,
        Optional.of(account(standing)),
        HoursPage.POT,
        words.say("hours.pot.see"));
  }

  /** It names nobody. */
  HoursPage pot(List<Line> lines, String older) {
    return new HoursPage(
        words.say("hours.pot.title"),
        words.say("hours.pot.text"),
        "/me/hours",
        words.say("hours.title"),
        HoursPage.POT_CSV,
        lines.stream().map(this::anonymous).toList(),
        older.isEmpty() ? "" : HoursPage.POT + older,
        Optional.empty(),
        "",
        "");
  }

  private HoursPage.Account account(Standing standing) {
    return new HoursPage.Account(
        SignedMinutes.of(standing.balance(), words),
        standing.reserved() == 0 ? "" : words.minutes((int) standing.reserved()),
        standing.floor().isPresent() ? SignedMinutes.of(standing.floor().getAsLong(), words) : "",
        standing.isAboveCeiling() ? words.say("board.hours.ceiling") : "");
  }

  private HoursPage.Row row(Line line, Optional<Hours.Subject> subject) {
    return new HoursPage.Row(
        when(line.at()),
        subject.map(Hours.Subject::title).orElseGet(() -> words.say("hours.kind." + line.kind())),
        subject.map(about -> "/board/" + about.post()).orElse(""),
        detail(line),
        SignedMinutes.of(line.amount(), words),
        SignedMinutes.of(line.balance(), words));
  }

  private HoursPage.Row anonymous(Line line) {
    return new HoursPage.Row(
        when(line.at()),
        words.say("hours.kind." + line.kind()),
        "",
        "",
        SignedMinutes.of(line.amount(), words),
        SignedMinutes.of(line.balance(), words));
  }

  private String detail(Line line) {
    Stream<String> others = line.others().isEmpty()
        ? Stream.empty()
        : Stream.of(words.say("hours.with", "who", words.all(line.others())));
    Stream<String> why = line.reason().isEmpty() ? Stream.empty() : Stream.of(line.reason());
    return Stream.of(others, taken(line), why)
        .flatMap(part -> part)
        .collect(Collectors.joining(" · "));
  }

  /** That it was taken back, or takes another back. */
  private Stream<String> taken(Line line) {
    if (line.reversed()) {
      return Stream.of(words.say("hours.reversed"));
    }
    return line.reverses().isPresent()
        ? Stream.of(words.say("hours.kind.reversal"))
        : Stream.empty();
  }

  private String when(Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    boolean isThisYear = day.getYear() == now.atZone(zone).getYear();
    return isThisYear ? words.shortDay(day) : words.shortDay(day) + " " + day.getYear();
  }
}
