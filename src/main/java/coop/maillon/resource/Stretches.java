package coop.maillon.resource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What can be said of lists of slots: a list that is sorted and apart stands for the time it covers. */
public final class Stretches {

  private Stretches() {}

  /** The same time in as few slots as possible, sorted: those that touch or overlap are one. */
  public static List<TimeSlot> joined(Stream<TimeSlot> slots) {
    var joined = new ArrayList<TimeSlot>();
    slots.sorted().forEach(next -> {
      var last = joined.isEmpty() ? next : joined.get(joined.size() - 1);
      if (joined.isEmpty() || next.start().isAfter(last.end())) {
        joined.add(next);
      } else {
        joined.set(joined.size() - 1, new TimeSlot(last.start(), later(last.end(), next.end())));
      }
    });
    return List.copyOf(joined);
  }

  /**
   * What is left of the first list where the second does not lie.
   *
   * @param from sorted and apart; so is the answer
   * @param taken sorted and apart
   */
  public static List<TimeSlot> without(List<TimeSlot> from, List<TimeSlot> taken) {
    var left = new ArrayList<TimeSlot>();
    var next = 0;
    for (var slot : from) {
      while (next < taken.size() && !taken.get(next).end().isAfter(slot.start())) {
        next++;
      }
      var reached = slot.start();
      for (var i = next; i < taken.size() && taken.get(i).start().isBefore(slot.end()); i++) {
        TimeSlot.between(reached, taken.get(i).start()).ifPresent(left::add);
        reached = later(reached, taken.get(i).end());
      }
      TimeSlot.between(reached, slot.end()).ifPresent(left::add);
    }
    return List.copyOf(left);
  }

  /** The time that lies in both lists; all three are sorted and apart. */
  public static List<TimeSlot> common(List<TimeSlot> one, List<TimeSlot> other) {
    return without(one, without(one, other));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
