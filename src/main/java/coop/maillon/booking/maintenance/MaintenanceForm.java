package coop.maillon.booking.maintenance;

import coop.maillon.booking.closure.ClosureForm;
import coop.maillon.booking.closure.Target;
import coop.maillon.booking.page.ByField;
import coop.maillon.booking.page.Typed;
import coop.maillon.booking.series.Recurrence;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody typed about what shall come back: from a query while they look, from a form when they mean it.
 *
 * @param what `site:SLUG`, `resource:SLUG` or `unit:ID`
 */
record MaintenanceForm(
    String what,
    String date,
    String start,
    String end,
    String repeat,
    String until,
    String reason,
    Map<String, String> problems) {

  /** What came of reading: what was typed, and the wish if nothing is wrong. */
  record Read(MaintenanceForm typed, Optional<Maintenance.Wish> wish) {}

  /** Next Monday, before anything is typed. */
  static MaintenanceForm blank(Ask ask, Catalogue catalogue) {
    String what = ask.query("what").orElse("");
    var today = ask.now().atZone(ClosureForm.zone(what, catalogue)).toLocalDate();
    return new MaintenanceForm(
        what,
        today.plusDays(8 - today.getDayOfWeek().getValue()).toString(),
        "08:00",
        "10:00",
        Repeat.WEEKLY.word(),
        "",
        "",
        Map.of());
  }

  static Read of(Ask ask, Catalogue catalogue) {
    var typed = new Typed(ask);
    var fields = typed.fields();
    String what = fields.text("what").required();
    var target = ClosureForm.target(what, catalogue);
    if (target.isEmpty() && !what.isEmpty()) {
      fields.problem("what", "closure.what.unknown");
    }
    String reason = fields.text("reason").max(200).required();
    var wish =
        target.flatMap(known -> wish(fields, known, ClosureForm.zone(what, catalogue), reason));
    return new Read(
        typed(typed, ByField.of(fields.problems())), wish.filter(one -> fields.complete()));
  }

  private static MaintenanceForm typed(Typed typed, Map<String, String> problems) {
    return new MaintenanceForm(
        typed.text("what"),
        typed.text("date"),
        typed.text("start"),
        typed.text("end"),
        typed.text("repeat"),
        typed.text("until"),
        typed.text("reason"),
        problems);
  }

  private static Optional<Maintenance.Wish> wish(
      Fields fields, Target target, ZoneId zone, String reason) {
    fields.required("date", "start", "end");
    var day = fields.date("date");
    var start = fields.time("start");
    var end = fields.time("end");
    var last = fields.date("until");
    var repeat = fields.text("repeat").optional().flatMap(Repeat::of).orElse(Repeat.WEEKLY);
    if (last.isPresent() && day.filter(first -> !first.isAfter(last.get())).isEmpty()) {
      fields.problem("until", "maintenance.until");
    }
    return fields.complete()
        ? Optional.of(new Maintenance.Wish(
            target,
            recurrence(
                repeat.rule(day.orElseThrow(), last), day.get().atTime(start.orElseThrow()), zone),
            minutes(start.get(), end.orElseThrow()),
            reason))
        : Optional.empty();
  }

  private static Recurrence recurrence(String rule, LocalDateTime first, ZoneId zone) {
    return new Recurrence(rule, first, zone, Set.of());
  }

  /** An end that is not after the start is the next day's. */
  private static int minutes(LocalTime start, LocalTime end) {
    int minutes = (int) Duration.between(start, end).toMinutes();
    return minutes > 0 ? minutes : minutes + 24 * 60;
  }

  /** The first day, where it can be read. */
  Optional<LocalDate> day() {
    try {
      return Optional.of(LocalDate.parse(date));
    } catch (java.time.DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
