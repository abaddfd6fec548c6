package coop.maillon.booking.planning;

import coop.maillon.resource.Resource;
import coop.maillon.resource.Stretches;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many units of a resource are free when: opening hours without what lies on them, neighbours' and own buffers included. */
final class Free {

  /** A stretch during which the same number of units is free; 0 where it is open and all are taken. */
  record Stretch(TimeSlot slot, int units) {}

  private Free() {}

  /** Open time of the window in order, cut where the number changes. A whole is free where all its units are. */
  static List<Stretch> of(Resource resource, List<TimeSlot> open, List<List<Taken>> onEachUnit) {
    if (resource.isWhole() || onEachUnit.size() == 1) {
      var all = onEachUnit.stream().flatMap(List::stream).toList();
      return counted(open, List.of(freeOn(resource, open, all)));
    }
    return counted(
        open, onEachUnit.stream().map(one -> freeOn(resource, open, one)).toList());
  }

  private static List<TimeSlot> freeOn(Resource resource, List<TimeSlot> open, List<Taken> taken) {
    var buffers = resource.policy().buffers();
    Stream<TimeSlot> kept =
        taken.stream().map(one -> one.during().spread(buffers.after(), buffers.before()));
    return Stretches.without(open, Stretches.joined(kept));
  }

  private static List<Stretch> counted(List<TimeSlot> open, List<List<TimeSlot>> free) {
    var steps = new TreeMap<Instant, Integer>();
    free.forEach(unit -> unit.forEach(slot -> {
      steps.merge(slot.start(), 1, Integer::sum);
      steps.merge(slot.end(), -1, Integer::sum);
    }));
    var counted = new ArrayList<Stretch>();
    open.forEach(slot -> cut(slot, steps, counted));
    return counted;
  }

  private static void cut(TimeSlot slot, TreeMap<Instant, Integer> steps, List<Stretch> into) {
    int units = 0;
    for (int step : steps.headMap(slot.start(), true).values()) {
      units += step;
    }
    Instant from = slot.start();
    for (var step : steps.subMap(slot.start(), false, slot.end(), false).entrySet()) {
      if (step.getValue() != 0) {
        into.add(new Stretch(new TimeSlot(from, step.getKey()), units));
        from = step.getKey();
        units += step.getValue();
      }
    }
    into.add(new Stretch(new TimeSlot(from, slot.end()), units));
  }
}
