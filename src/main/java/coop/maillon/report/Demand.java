package coop.maillon.report;

import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Site;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which hours of the week are free most often, and which are wanted most, of one kind of things at one site.
 *
 * @param refusals of these things, because they were taken
 */
record Demand(Site site, Kind kind, Heat heat, List<Counted.Refusals> refusals) {

  private static final String TAKEN = "taken";

  Demand {
    refusals = List.copyOf(refusals);
  }

  private record Group(Site site, Kind kind) {}

  /**
   * Hours of one day that follow each other and are equally busy.
   *
   * @param from the first of them, 0 to 23
   * @param to the hour at which the last of them ends, 1 to 24
   * @param refused how often a time that begins in them was refused because it was taken
   */
  record Run(DayOfWeek day, int from, int to, Share share, int refused) {

    int percent() {
      return share.percent().orElse(0);
    }

    private int hours() {
      return to - from;
    }

    private boolean goesOn(Run next) {
      return day == next.day && to == next.from && percent() == next.percent();
    }

    private Run with(Run next) {
      return new Run(day, from, next.to, share.plus(next.share), refused + next.refused);
    }
  }

  /** Each kind at each site that something is reported of. */
  static List<Demand> of(Numbers numbers) {
    Map<Group, List<Utilisation.Line>> groups = numbers.lines().stream()
        .collect(Collectors.groupingBy(
            line -> new Group(line.resource().site(), line.resource().kind()),
            LinkedHashMap::new,
            Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> of(group.getKey(), group.getValue(), numbers.counted().refusals()))
        .toList();
  }

  private static Demand of(
      Group group, List<Utilisation.Line> lines, List<Counted.Refusals> refusals) {
    Set<ResourceId> these = lines.stream()
        .map(Utilisation.Line::resource)
        .map(Resource::id)
        .collect(Collectors.toSet());
    var theirs = refusals.stream()
        .filter(one -> one.rule().equals(TAKEN) && these.contains(one.resource()))
        .toList();
    return new Demand(group.site(), group.kind(), Utilisation.sum(lines), theirs);
  }

  /** The least booked first, the longest of those; hours that are closed are not free. */
  List<Run> freest(int most) {
    return runs(Comparator.comparingInt(Run::percent)
            .thenComparing(Comparator.comparingInt(Run::hours).reversed()))
        .stream()
        .filter(run -> run.percent() < 100)
        .limit(most)
        .toList();
  }

  /** The most booked first, those refused most often before others; what nobody wanted is left out. */
  List<Run> busiest(int most) {
    return runs(
            Comparator.comparingInt(Run::percent).thenComparingInt(Run::refused).reversed())
        .stream()
        .filter(run -> run.percent() > 0 || run.refused() > 0)
        .limit(most)
        .toList();
  }

  /** Each hour by itself. */
  Run at(HourOfWeek hour) {
    int refused = refusals.stream()
        .filter(one -> one.wanted().equals(hour))
        .mapToInt(Counted.Refusals::count)
        .sum();
    return new Run(hour.day(), hour.hour(), hour.hour() + 1, heat.at(hour), refused);
  }

  private List<Run> runs(Comparator<Run> order) {
    var runs = new ArrayList<Run>();
    HourOfWeek.ALL.stream().map(this::at).filter(run -> run.share().isOpen()).forEach(next -> {
      Run last = runs.isEmpty() ? next : runs.get(runs.size() - 1);
      if (last.goesOn(next)) {
        runs.set(runs.size() - 1, last.with(next));
      } else {
        runs.add(next);
      }
    });
    runs.sort(order);
    return List.copyOf(runs);
  }
}
