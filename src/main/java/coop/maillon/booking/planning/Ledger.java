package coop.maillon.booking.planning;

import coop.maillon.booking.planning.PlanningStore.Question;
import coop.maillon.booking.planning.PlanningStore.Raw;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader knows of a stretch of days at one site.
 *
 * @param byUnit what lies on each unit, by time
 */
record Ledger(Catalogue catalogue, Instant now, Map<Long, List<Taken>> byUnit) {

  private static final long QUARTER = 15 * 60L;

  static Ledger of(Catalogue catalogue, Instant now, List<Taken> taken) {
    var byUnit = new HashMap<Long, List<Taken>>();
    taken.forEach(
        one -> byUnit.computeIfAbsent(one.unit(), unit -> new ArrayList<>()).add(one));
    return new Ledger(catalogue, now, byUnit);
  }

  /** What is asked of a site's ledger at this moment, whoever looks. */
  static Question question(Site site, TimeSlot during, Instant now, Catalogue catalogue) {
    boolean hidden = catalogue.sites().stream().anyMatch(any -> !any.namesBookers());
    return new Question(site.id(), during, now, hidden);
  }

  static Ledger seen(Catalogue catalogue, Instant now, List<Raw> raws, Eyes eyes) {
    return of(catalogue, now, eyes.see(raws));
  }

  /** One resource on one day, as it is to be drawn. */
  Scene scene(Resource resource, Day day, Columns columns, Words words) {
    return new Scene(resource, day, columns, upToNow(day), on(resource, day), words);
  }

  /** Whether something booked or held begins or ends on the day where the usual columns do not show it. */
  boolean goesBeyond(Day day, List<Resource> shown) {
    Columns usual = Columns.usual(day);
    return shown.stream()
        .flatMap(resource -> on(resource, day).stream())
        .flatMap(List::stream)
        .filter(taken -> taken.sort() != Taken.Sort.CLOSED)
        .anyMatch(taken ->
            isCut(taken.slot().start(), day, usual) || isCut(taken.slot().end(), day, usual));
  }

  private static boolean isCut(Instant edge, Day day, Columns usual) {
    return !usual.has(edge)
        && edge.isAfter(day.slot().start())
        && edge.isBefore(day.slot().end());
  }

  private List<List<Taken>> on(Resource resource, Day day) {
    var onEachUnit = new ArrayList<List<Taken>>();
    for (Unit unit : catalogue.leafUnits(resource)) {
      onEachUnit.add(of(byUnit.getOrDefault(unit.id().value(), List.of()), day));
    }
    return onEachUnit;
  }

  private static List<Taken> of(List<Taken> taken, Day day) {
    TimeSlot slot = day.slot();
    boolean all = taken.stream().allMatch(one -> one.during().overlaps(slot));
    return all
        ? taken
        : taken.stream().filter(one -> one.during().overlaps(slot)).toList();
  }

  private Instant upToNow(Day day) {
    return upTo(now, day);
  }

  /** Now, rounded up to a quarter, on the day; else the edge that is nearer. */
  static Instant upTo(Instant now, Day day) {
    if (now.isBefore(day.slot().start())) {
      return day.slot().start();
    }
    long past = Duration.between(day.slot().start(), now).toSeconds();
    Instant rounded = day.slot().start().plusSeconds(-Math.floorDiv(-past, QUARTER) * QUARTER);
    return rounded.isBefore(day.slot().end()) ? rounded : day.slot().end();
  }
}
