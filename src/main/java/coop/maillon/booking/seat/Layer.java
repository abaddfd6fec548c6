package coop.maillon.booking.seat;

import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A stretch of time over which the same number of slots lie.
 *
 * @param during as long as that number holds
 * @param count how many, 1 or more
 */
public record Layer(TimeSlot during, int count) {

  /** How many of the slots lie over each other as time goes; sorted, and silent where none lies. */
  public static List<Layer> of(Stream<TimeSlot> slots) {
    var steps = new TreeMap<Instant, Integer>();
    slots.forEach(slot -> {
      steps.merge(slot.start(), 1, Integer::sum);
      steps.merge(slot.end(), -1, Integer::sum);
    });
    // back-to-back slots cancel out: nothing changes there
    steps.values().removeIf(step -> step == 0);
    return climbed(steps);
  }

  private static List<Layer> climbed(TreeMap<Instant, Integer> steps) {
    var layers = new ArrayList<Layer>();
    var count = 0;
    for (var step : steps.entrySet()) {
      count += step.getValue();
      var until = steps.higherKey(step.getKey());
      if (count > 0 && until != null) {
        layers.add(new Layer(new TimeSlot(step.getKey(), until), count));
      }
    }
    return layers;
  }
}
