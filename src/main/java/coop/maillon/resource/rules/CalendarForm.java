package coop.maillon.resource.rules;

import coop.maillon.resource.Calendar;
import coop.maillon.resource.DatedHours;
import coop.maillon.resource.DayStretch;
import coop.maillon.resource.Holidays;
import coop.maillon.web.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The part of a form that says on which days other hours hold: one row an exception, a blank row is none. */
public final class CalendarForm {

  private static final String NAME = "exception-";
  private static final int MOST = 60;
  private static final int BLANK = 2;

  private CalendarForm() {}

  /**
   * One exception as it is typed.
   *
   * @param hours as `09:00-12:00, 14:00-18:00`; blank is closed
   */
  public record Row(
      int number, Cell from, Cell to, Cell hours, Cell name, Optional<String> problem) {}

  /** A field and what stands in it. */
  public record Cell(String name, String value) {

    static Cell of(String name, Typed typed) {
      return new Cell(name, typed.text(name));
    }
  }

  static Calendar read(Fields fields) {
    var exceptions = new ArrayList<DatedHours>();
    for (int row = 1; row <= MOST; row++) {
      exception(fields, NAME + row).ifPresent(exceptions::add);
    }
    var calendar = Calendar.SILENT.with(exceptions);
    var holidays = fields.text("holidays").optional().flatMap(Holidays::of);
    return holidays.map(calendar::with).orElse(calendar);
  }

  private static Optional<DatedHours> exception(Fields fields, String row) {
    if (!fields.has(row + "-from") && !fields.has(row + "-to")) {
      return Optional.empty();
    }
    var from = fields.date(row + "-from");
    var to = fields.has(row + "-to") ? fields.date(row + "-to") : from;
    var open = stretches(fields.text(row + "-hours").optional().orElse(""));
    var name = fields.text(row + "-name").max(80).optional().orElse("");
    boolean reads =
        from.isPresent() && to.filter(last -> !last.isBefore(from.get())).isPresent();
    if (!reads || open.isEmpty()) {
      fields.problem(row, reads ? "rules.exception.hours" : "rules.exception.days");
      return Optional.empty();
    }
    return Optional.of(new DatedHours(from.get(), to.orElseThrow(), open.get(), name));
  }

  /** Empty where it does not read. */
  static Optional<List<DayStretch>> stretches(String text) {
    var written = Arrays.stream(text.split("[,;]"))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
    var read =
        written.stream().map(CalendarForm::stretch).flatMap(Optional::stream).toList();
    return read.size() == written.size() ? Optional.of(read) : Optional.empty();
  }

  private static Optional<DayStretch> stretch(String text) {
    var ends = text.split("\\s*[-–]\\s*");
    return ends.length == 2
        ? DayStretch.parse(ends[0], ends[1].equals("00:00") ? "24:00" : ends[1])
        : Optional.empty();
  }

  static Map<String, List<String>> typed(Calendar said) {
    var typed = new HashMap<String, List<String>>();
    int row = 1;
    for (DatedHours exception : said.exceptions()) {
      String name = NAME + row++;
      typed.put(name + "-from", List.of(exception.from().toString()));
      typed.put(name + "-to", List.of(exception.to().toString()));
      typed.put(name + "-hours", List.of(written(exception.open())));
      typed.put(name + "-name", List.of(exception.name()));
    }
    said.holidays().ifPresent(holidays -> typed.put("holidays", List.of(holidays.word())));
    return typed;
  }

  private static String written(List<DayStretch> open) {
    return open.stream()
        .map(stretch -> stretch.opens() + "-" + stretch.closes())
        .collect(Collectors.joining(", "));
  }

  static List<Row> rows(Typed typed, Map<String, String> problems) {
    int last = IntStream.rangeClosed(1, MOST)
        .filter(row -> !typed.text(NAME + row + "-from").isEmpty()
            || !typed.text(NAME + row + "-to").isEmpty())
        .max()
        .orElse(0);
    return IntStream.rangeClosed(1, Math.min(MOST, last + BLANK))
        .mapToObj(row -> row(row, typed, problems))
        .toList();
  }

  private static Row row(int row, Typed typed, Map<String, String> problems) {
    String name = NAME + row;
    return new Row(
        row,
        Cell.of(name + "-from", typed),
        Cell.of(name + "-to", typed),
        Cell.of(name + "-hours", typed),
        Cell.of(name + "-name", typed),
        Optional.ofNullable(problems.get(name))
            .or(() -> Optional.ofNullable(problems.get(name + "-from")))
            .or(() -> Optional.ofNullable(problems.get(name + "-to"))));
  }
}
