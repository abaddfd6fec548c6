package coop.maillon.booking.closure;

import coop.maillon.booking.Booking;
import coop.maillon.booking.rehouse.Evacuation;
import coop.maillon.booking.rehouse.Home;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What manage/closure shows of a plan: where everybody goes, those first who need somebody, and the sentence over the button
 * that does it.
 *
 * @param proven whether no better plan exists
 */
public record PlanPage(
    String heading,
    List<Total> totals,
    List<Line> lines,
    String summary,
    String letter,
    boolean proven) {

  private static final int MOST_CHOICES = 12;

  /** What becomes of a booking, those first that need somebody; its words are `closure.fate.FATE`. */
  private enum Fate {
    CANCELLED("alert", "no"),
    SHORTENED("clock", "wait"),
    SHIFTED("clock", "wait"),
    KEPT("check", "ok");

    private final String icon;
    private final String state;

    Fate(String icon, String state) {
      this.icon = icon;
      this.state = state;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How many come to the same. */
  public record Total(int count, String icon, String label) {}

  /** One place among which to choose. */
  public record Option(String value, String label, boolean chosen) {}

  /**
   * One booking that is touched.
   *
   * @param to its new place, empty where it has none
   * @param note what is to be known about it
   * @param apart by how much its time differs
   * @param options its new place and the others that it could have; none where it has none
   */
  public record Line(
      String href,
      String name,
      String initials,
      String booked,
      String when,
      String to,
      String note,
      String apart,
      String icon,
      String state,
      String field,
      List<Option> options) {

    public boolean hasChoice() {
      return options.size() > 1;
    }

    public boolean isHoused() {
      return !options.isEmpty();
    }
  }

  public boolean any() {
    return !lines.isEmpty();
  }

  static PlanPage of(Words words, ClosureWish wish, ClosureOutcome.Planned planned) {
    Catalogue catalogue = planned.catalogue();
    Evacuation plan = planned.plan();
    ZoneId zone = wish.target().site(catalogue).map(Site::zone).orElseThrow();
    var named = Map.<String, Object>of(
        "what", ClosurePage.label(wish.target(), catalogue, words),
        "when", words.range(wish.slot().start().atZone(zone), wish.slot().end().atZone(zone)),
        "reason", wish.reason());
    var scribe = new Scribe(words, plan, catalogue);
    return new PlanPage(
        words.say("closure.touched", "count", plan.touched().size()),
        scribe.totals(),
        scribe.lines(),
        scribe.summary(named),
        scribe.letter(named),
        plan.rehousing().proven());
  }

  /** Puts a plan into words. */
  private record Scribe(Words words, Evacuation plan, Catalogue catalogue) {

    Fate fate(Booking booking) {
      if (plan.isShortened(booking)) {
        return Fate.SHORTENED;
      }
      return plan.homeOf(booking)
          .map(home -> home.cost().shifted() > 0 ? Fate.SHIFTED : Fate.KEPT)
          .orElse(Fate.CANCELLED);
    }

    List<Total> totals() {
      return Stream.of(Fate.KEPT, Fate.SHIFTED, Fate.SHORTENED, Fate.CANCELLED)
          .map(fate -> new Total(
              (int) plan.touched().stream().filter(one -> fate(one) == fate).count(),
              fate.icon,
              words.say("closure.total." + fate.word())))
          .filter(total -> total.count() > 0)
          .toList();
    }

    List<Line> lines() {
      return plan.touched().stream()
          .sorted(Comparator.comparing(this::fate))
          .map(this::line)
          .toList();
    }

    String summary(Map<String, Object> named) {
      var values = new HashMap<>(named);
      values.put("housed", plan.housed().size());
      values.put("cancelled", plan.cancelled().size());
      values.put("told", ClosureLetters.readers(plan).size());
      return words.say("closure.summary", values);
    }

    /** The first of those who keep most, as an example. */
    String letter(Map<String, Object> named) {
      return plan.touched().stream()
          .max(Comparator.comparing(this::fate))
          .map(booking -> letter(booking, named))
          .orElse("");
    }

    private String letter(Booking booking, Map<String, Object> named) {
      var values = new HashMap<>(named);
      values.put("name", booking.memberName().split(" ", 2)[0]);
      values.put("booked", title(booking));
      values.put("to", plan.homeOf(booking).map(this::place).orElse(""));
      return words.say("closure.letter." + fate(booking).word(), values);
    }

    private Line line(Booking booking) {
      Fate fate = fate(booking);
      var home = plan.homeOf(booking);
      return new Line(
          "/bookings/" + booking.id(),
          booking.memberName(),
          Who.initials(booking.memberName()),
          title(booking),
          range(booking.slot(), catalogue.known(booking.first().resource())),
          home.map(this::place).orElseGet(() -> words.say("closure.outcome." + fate.word())),
          home.map(this::note).orElse(fate == Fate.CANCELLED ? words.say("closure.first") : ""),
          home.filter(found -> fate == Fate.SHIFTED)
              .map(found -> apart(booking, found))
              .orElseGet(() -> words.say("closure.fate." + fate.word())),
          fate.icon,
          fate.state,
          "home-" + booking.id(),
          home.map(found -> options(booking, found)).orElse(List.of()));
    }

    private List<Option> options(Booking booking, Home home) {
      return Stream.concat(
              Stream.of(option(home, home)),
              plan.otherHomesOf(booking.id()).stream()
                  .map(other -> option(other, home))
                  .filter(other -> !other.value().equals(HomeWord.of(home)))
                  .distinct()
                  .limit(MOST_CHOICES))
          .toList();
    }

    private Option option(Home one, Home home) {
      return new Option(HomeWord.of(one), place(one), one.equals(home));
    }

    private String apart(Booking booking, Home home) {
      long minutes =
          Duration.between(booking.slot().start(), home.slot().start()).toMinutes();
      return words.say(
          minutes > 0 ? "closure.later" : "closure.earlier", "length", words.minutes((int)
              Math.abs(minutes)));
    }

    private String note(Home home) {
      return words.say(
          home.cost().elsewhere() > 0 ? "closure.note.elsewhere" : "closure.note",
          "site",
          home.instead().site().name(),
          "capacity",
          home.instead().capacity());
    }

    private String place(Home home) {
      return home.instead().name() + ", " + hours(home.slot(), home.instead());
    }

    private String title(Booking booking) {
      String what = catalogue.known(booking.first().resource()).name();
      return booking.details().title().isEmpty() ? what : booking.details().title() + ", " + what;
    }

    private String range(TimeSlot slot, Resource resource) {
      ZoneId zone = resource.site().zone();
      return words.range(slot.start().atZone(zone), slot.end().atZone(zone));
    }

    private String hours(TimeSlot slot, Resource resource) {
      ZonedDateTime start = slot.start().atZone(resource.site().zone());
      ZonedDateTime end = slot.end().atZone(resource.site().zone());
      return start.toLocalDate().equals(end.toLocalDate())
          ? words.time(start.toLocalTime()) + "–" + words.time(end.toLocalTime())
          : words.range(start, end);
    }
  }
}
