package coop.maillon.board.hours;

import coop.maillon.ledger.Line;
import coop.maillon.web.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Statements as tables: local times, and minutes as whole numbers. */
record HoursTable(Words words, ZoneId zone) {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  List<List<String>> own(Hours.Statement statement) {
    var heads =
        Stream.of("when", "kind", "subject", "people", "minutes", "balance.minutes", "reason");
    return rows(
        heads,
        statement.lines().stream()
            .map(line -> List.of(
                when(line),
                words.say("hours.kind." + line.kind()),
                statement.subject(line).map(Hours.Subject::title).orElse(""),
                String.join(", ", line.others()),
                String.valueOf(line.amount()),
                String.valueOf(line.balance()),
                line.reason())));
  }

  /** It names nobody. */
  List<List<String>> pot(List<Line> lines) {
    return rows(
        Stream.of("when", "kind", "minutes", "balance.minutes"),
        lines.stream()
            .map(line -> List.of(
                when(line),
                words.say("hours.kind." + line.kind()),
                String.valueOf(line.amount()),
                String.valueOf(line.balance()))));
  }

  private List<List<String>> rows(Stream<String> heads, Stream<List<String>> lines) {
    var first = heads.map(head -> words.say("hours.table." + head)).toList();
    return Stream.concat(Stream.of(first), lines).toList();
  }

  private String when(Line line) {
    return WHEN.format(line.at().atZone(zone));
  }
}
