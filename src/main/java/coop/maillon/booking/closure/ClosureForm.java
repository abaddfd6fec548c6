package coop.maillon.booking.closure;

import coop.maillon.booking.rehouse.Choice;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Site;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What somebody typed about a closure: from a query while they look, from a form when they mean it.
 *
 * @param what `site:SLUG`, `resource:SLUG` or `unit:ID`
 */
public record ClosureForm(
    String what,
    String startDate,
    String startTime,
    String endDate,
    String endTime,
    String reason,
    Map<String, String> problems) {

  private static final LocalTime OPENS = LocalTime.of(8, 0);
  private static final LocalTime CLOSES = LocalTime.of(20, 0);

  /** What came of reading: what was typed, and the wish if nothing is wrong. */
  record Read(ClosureForm typed, Optional<ClosureWish> wish) {}

  /** Tomorrow, all day, before anything is typed. */
  static ClosureForm blank(Ask ask, Catalogue catalogue) {
    String what = ask.query("what")
        .or(() -> ask.query("resource").map(slug -> "resource:" + slug))
        .or(() -> ask.query("site").map(slug -> "site:" + slug))
        .orElse("");
    ZoneId zone = zone(what, catalogue);
    LocalDate tomorrow = ask.now().atZone(zone).toLocalDate().plusDays(1);
    return new ClosureForm(
        what,
        tomorrow.toString(),
        OPENS.toString(),
        tomorrow.toString(),
        CLOSES.toString(),
        "",
        Map.of());
  }

  static Read ofQuery(Ask ask, Catalogue catalogue) {
    return read(Fields.ofQuery(ask), name -> ask.query(name).orElse(""), catalogue);
  }

  static Read ofForm(Ask ask, Catalogue catalogue) {
    return read(Fields.of(ask), name -> ask.form(name).orElse(""), catalogue);
  }

  private static Read read(Fields fields, Function<String, String> typed, Catalogue catalogue) {
    String what = fields.text("what").required();
    Optional<Target> target = target(what, catalogue);
    if (target.isEmpty() && !what.isEmpty()) {
      fields.problem("what", "closure.what.unknown");
    }
    Optional<TimeSlot> slot = slot(fields, zone(what, catalogue));
    String reason = fields.text("reason").max(200).required();
    List<Choice> homes = fields.list("home").stream()
        .flatMap(word -> HomeWord.read(word, catalogue).stream())
        .toList();
    Optional<ClosureWish> wish =
        target.flatMap(known -> slot.map(when -> new ClosureWish(known, when, reason).with(homes)));
    return new Read(
        typed(what, typed, problems(fields.problems())),
        wish.filter(complete -> fields.complete()));
  }

  private static ClosureForm typed(
      String what, Function<String, String> typed, Map<String, String> problems) {
    return new ClosureForm(
        what,
        typed.apply("start-date"),
        typed.apply("start-time"),
        typed.apply("end-date"),
        typed.apply("end-time"),
        typed.apply("reason"),
        problems);
  }

  private static Optional<TimeSlot> slot(Fields fields, ZoneId zone) {
    fields.required("start-date", "start-time", "end-date", "end-time");
    var start = moment(fields, "start", zone);
    var end = moment(fields, "end", zone);
    var slot = start.flatMap(from -> end.flatMap(to -> TimeSlot.between(from, to)));
    if (start.isPresent() && end.isPresent() && slot.isEmpty()) {
      fields.problem("end-date", "closure.end-after-start");
    }
    if (slot.filter(one -> one.isLongerThan(ClosureWish.LONGEST_DAYS)).isPresent()) {
      fields.problem("end-date", "field.window", "days", ClosureWish.LONGEST_DAYS);
    }
    return slot;
  }

  private static Optional<Instant> moment(Fields fields, String which, ZoneId zone) {
    var day = fields.date(which + "-date");
    var time = fields.time(which + "-time");
    return day.flatMap(date -> time.map(at -> date.atTime(at).atZone(zone).toInstant()));
  }

  private static Map<String, String> problems(List<FieldProblem> all) {
    var problems = new HashMap<String, String>();
    all.forEach(problem -> problems.putIfAbsent(problem.field(), problem.message()));
    return problems;
  }

  /** What `site:SLUG`, `resource:SLUG` or `unit:ID` names. */
  public static Optional<Target> target(String what, Catalogue catalogue) {
    String[] pair = what.split(":", 2);
    if (pair.length < 2) {
      return Optional.empty();
    }
    return switch (pair[0]) {
      case "site" -> catalogue.site(pair[1]).map(Target::of);
      case "resource" -> catalogue.resource(pair[1]).map(Target::of);
      case "unit" ->
        Optional.of(pair[1])
            .filter(id -> id.matches("[0-9]{1,18}"))
            .flatMap(id -> catalogue.unit(new UnitId(Long.parseLong(id))))
            .map(Target::of);
      default -> Optional.empty();
    };
  }

  public static ZoneId zone(String what, Catalogue catalogue) {
    return target(what, catalogue)
        .flatMap(target -> target.site(catalogue))
        .or(() -> catalogue.sites().stream().findFirst())
        .map(Site::zone)
        .orElse(ZoneId.of("Europe/Paris"));
  }
}
