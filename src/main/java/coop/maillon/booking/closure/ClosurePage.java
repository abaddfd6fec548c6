package coop.maillon.booking.closure;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.Unit;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Optional<PlanPage> plan) {

  /** One thing that can be closed. */
  public record What(String value, String label, boolean chosen) {}

  static ClosurePage of(Ask ask, ClosureForm form, Catalogue catalogue, Optional<PlanPage> plan) {
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

  /** How a closed thing is called. */
  public static String label(Target target, Catalogue catalogue, Words words) {
    return switch (target.sort()) {
      case SITE ->
        words.say("closure.site", "site", target.site(catalogue).map(Site::name).orElse("–"));
      case RESOURCE -> target.resource(catalogue).map(Resource::name).orElse("–");
      case UNIT ->
        target.resource(catalogue).map(Resource::name).orElse("–") + ", "
            + target.unit(catalogue).map(Unit::label).orElse("–");
    };
  }

  /** What somebody may close, site by site. */
  public static List<What> whats(Ask ask, String chosen, Catalogue catalogue) {
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
