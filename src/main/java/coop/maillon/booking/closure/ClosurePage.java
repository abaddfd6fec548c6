package coop.maillon.booking.closure;

import coop.maillon.booking.Booking;
import coop.maillon.booking.clearing.ClearingPlan;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.Unit;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What manage/closure shows: what to close, when and why, and what that touches before anything is done. */
public record ClosurePage(
    String title,
    List<What> whats,
    String startDate,
    String startTime,
    String endDate,
    String endTime,
    String reason,
    Map<String, String> problems,
    Optional<Plan> plan) {

  private enum Fate {
    CANCELLED,
    SHORTENED
  }

  /** One thing that can be closed. */
  public record What(String value, String label, boolean chosen) {}

  /** What would happen, and the sentence over the button that does it. */
  public record Plan(String heading, List<Line> lines, String summary, String letter) {
    public boolean any() {
      return !lines.isEmpty();
    }
  }

  /** One booking that is touched. */
  public record Line(
      String href,
      String name,
      String initials,
      String booked,
      String when,
      String outcome,
      boolean cancelled) {}

  static ClosurePage of(Ask ask, ClosureForm form, Catalogue catalogue, Optional<Plan> plan) {
    Words words = ask.words();
    String title = ClosureForm.target(form.what(), catalogue)
        .map(target -> words.say("closure.close", "what", label(target, catalogue, words)))
        .orElseGet(() -> words.say("closure.new"));
    return new ClosurePage(
        title,
        whats(ask, form.what(), catalogue),
        form.startDate(),
        form.startTime(),
        form.endDate(),
        form.endTime(),
        form.reason(),
        form.problems(),
        plan);
  }

  /** The plan in words. */
  static Plan plan(Words words, ClosureWish wish, ClearingPlan plan, Catalogue catalogue) {
    ZoneId zone = wish.target().site(catalogue).map(Site::zone).orElseThrow();
    String what = label(wish.target(), catalogue, words);
    String when =
        words.range(wish.slot().start().atZone(zone), wish.slot().end().atZone(zone));
    return new Plan(
        words.say("closure.touched", "count", plan.touched().size()),
        lines(words, plan, catalogue),
        summary(words, plan, when),
        words.say("closure.letter", "what", what, "when", when, "reason", wish.reason()));
  }

  private static String summary(Words words, ClearingPlan plan, String when) {
    int cancelled = plan.cancelled().size();
    int told = plan.touched().size();
    return words.say("closure.summary", "when", when, "cancelled", cancelled, "told", told);
  }

  private static List<Line> lines(Words words, ClearingPlan plan, Catalogue catalogue) {
    return plan.touched().stream()
        .map(booking -> line(
            booking,
            words,
            catalogue,
            plan.shortened().contains(booking) ? Fate.SHORTENED : Fate.CANCELLED))
        .toList();
  }

  /** How a closed thing is called. */
  static String label(Target target, Catalogue catalogue, Words words) {
    return switch (target.sort()) {
      case SITE ->
        words.say("closure.site", "site", target.site(catalogue).map(Site::name).orElse("–"));
      case RESOURCE -> target.resource(catalogue).map(Resource::name).orElse("–");
      case UNIT ->
        target.resource(catalogue).map(Resource::name).orElse("–") + ", "
            + target.unit(catalogue).map(Unit::label).orElse("–");
    };
  }

  private static Line line(Booking booking, Words words, Catalogue catalogue, Fate fate) {
    Resource resource = catalogue.known(booking.first().resource());
    ZoneId zone = resource.site().zone();
    return new Line(
        "/bookings/" + booking.id(),
        booking.memberName(),
        initials(booking.memberName()),
        booking.details().title().isEmpty()
            ? resource.name()
            : booking.details().title() + ", " + resource.name(),
        words.range(booking.slot().start().atZone(zone), booking.slot().end().atZone(zone)),
        words.say("closure.outcome." + fate.name().toLowerCase(java.util.Locale.ROOT)),
        fate == Fate.CANCELLED);
  }

  static String initials(String name) {
    return Arrays.stream(name.strip().split("\\s+"))
        .limit(2)
        .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
        .collect(Collectors.joining());
  }

  private static List<What> whats(Ask ask, String chosen, Catalogue catalogue) {
    var whats = new ArrayList<What>();
    for (Site site : catalogue.sites()) {
      if (ask.who().mayCoordinate(site.id().value())) {
        String name = ask.words().say("closure.site", "site", site.name());
        whats.add(what("site:" + site.slug(), name, chosen));
        catalogue.inService(site.id()).forEach(resource -> addAll(whats, resource, chosen));
      }
    }
    return whats;
  }

  private static void addAll(List<What> whats, Resource resource, String chosen) {
    whats.add(what(
        "resource:" + resource.slug(), resource.site().name() + " · " + resource.name(), chosen));
    if (resource.isPool()) {
      resource
          .units()
          .forEach(unit -> whats.add(what(
              "unit:" + unit.id(),
              resource.site().name() + " · " + resource.name() + " · " + unit.label(),
              chosen)));
    }
  }

  private static What what(String value, String label, String chosen) {
    return new What(value, label, value.equals(chosen));
  }
}
