package coop.maillon.report;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Visitor;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The table of utilisation as a coordinator takes it away: "salle-loire 2 09" is Salle Loire on Tuesdays from nine to ten. */
record Hours(Map<String, String> minutes) {

  /** @param query the period, and what else is asked */
  static Hours taken(Visitor coordinator, String query) {
    var answer = coordinator.get("/api/v1/reports/utilisation.csv?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new Hours(records(answer.body())
        .collect(Collectors.toMap(
            row -> key(
                row.get("resource"),
                Integer.parseInt(row.get("weekday")),
                Integer.parseInt(row.get("hour"))),
            row -> row.get("booked_minutes") + "/" + row.get("open_minutes"),
            (one, two) -> one,
            TreeMap::new)));
  }

  static String key(String resource, int weekday, int hour) {
    return "%s %d %02d".formatted(resource, weekday, hour);
  }

  /** Booked and open minutes of that hour, "60/120"; "closed" where it is never open. */
  String at(String key) {
    return minutes.getOrDefault(key, "closed");
  }

  /** What is booked at all, of one resource. */
  Map<String, String> booked(String resource) {
    var booked = new TreeMap<>(minutes);
    booked.keySet().removeIf(key -> !key.startsWith(resource + " "));
    booked.values().removeIf(value -> value.startsWith("0/"));
    return booked;
  }

  private static java.util.stream.Stream<CSVRecord> records(String text) {
    var lines = text.substring(1).split("\r\n");
    var format = CSVFormat.EXCEL.builder().setHeader(lines[0].split(",")).get();
    return Arrays.stream(lines).skip(1).map(line -> record(format, line));
  }

  private static CSVRecord record(CSVFormat format, String line) {
    try (var parser = format.parse(new java.io.StringReader(line))) {
      return parser.iterator().next();
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }
}
