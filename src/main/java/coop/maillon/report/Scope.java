package coop.maillon.report;

import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.TimeSlot;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * What a report is about.
 *
 * @param sites those that may be asked for
 * @param site the one that was asked for
 * @param choice what of these sites and this kind can be asked for by itself
 * @param resource the one that was
 */
record Scope(
    Period period,
    List<Site> sites,
    Optional<Site> site,
    Optional<Kind> kind,
    List<Resource> choice,
    Optional<Resource> resource) {

  Scope {
    sites = List.copyOf(sites);
    choice = List.copyOf(choice);
  }

  /** What is reported on. */
  List<Resource> resources() {
    return resource.map(List::of).orElse(choice);
  }

  /** The period of that resource's site. */
  TimeSlot window(Resource of) {
    return period.in(of.site().zone());
  }

  /** The period wherever it is, from where it begins first to where it ends last; empty where there is nothing to report on. */
  Optional<TimeSlot> window() {
    BinaryOperator<TimeSlot> both = TimeSlot::span;
    return resources().stream().map(this::window).reduce(both);
  }
}
