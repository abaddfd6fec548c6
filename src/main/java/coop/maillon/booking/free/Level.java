package coop.maillon.booking.free;

import coop.maillon.booking.seat.Layer;
import coop.maillon.booking.seat.Piece;
import coop.maillon.booking.seat.Pool;
import coop.maillon.resource.Buffers;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stretch of open time over which the same number of units is left.
 *
 * @param units 1 or more: the units of the pool but those over which rows lie, counted where most do
 *     within the buffers
 */
record Level(TimeSlot during, int units) {

  /** Sorted and apart; open time of which no unit is left is not told. */
  static List<Level> of(Pool pool, Demand demand) {
    var heights = heights(pool, demand.buffers());
    var levels = new ArrayList<Level>();
    for (var open : demand.open()) {
      var at = open.start();
      while (at.isBefore(open.end())) {
        var next =
            Optional.ofNullable(heights.higherKey(at)).filter(open::contains).orElse(open.end());
        var height = Optional.ofNullable(heights.floorEntry(at))
            .map(entry -> entry.getValue())
            .orElse(0);
        if (height < pool.units().size()) {
          levels.add(new Level(new TimeSlot(at, next), pool.units().size() - height));
        }
        at = next;
      }
    }
    return levels;
  }

  /**
   * The parts of it that lie within a range each, as long as they can be.
   *
   * @param ranges by start and by end; none within another
   */
  List<FreeTime.Stretch> cutAt(List<TimeSlot> ranges) {
    var parts = new ArrayList<FreeTime.Stretch>();
    var at = during.start();
    for (var i = 0; i < ranges.size(); i++) {
      var part = TimeSlot.between(at, during.end()).flatMap(ranges.get(i)::intersection);
      if (part.isPresent() && !goesFurther(ranges, i + 1, part.get().start())) {
        parts.add(new FreeTime.Stretch(part.get(), units));
        at = part.get().end();
      }
    }
    return parts;
  }

  private static boolean goesFurther(List<TimeSlot> ranges, int index, Instant from) {
    return index < ranges.size() && ranges.get(index).contains(from);
  }

  // How many rows lie over each other at most within the buffers of each instant; told where it
  // changes.
  private static TreeMap<Instant, Integer> heights(Pool pool, Buffers buffers) {
    var layers = Layer.of(pool.pieces().stream().map(Piece::during)).stream()
        .sorted(Comparator.comparingInt(Layer::count))
        .toList();
    var heights = new TreeMap<Instant, Integer>();
    // higher layers are laid over lower ones
    for (var layer : layers) {
      lay(layer.during().spread(buffers.after(), buffers.before()), layer.count(), heights);
    }
    return steps(heights);
  }

  private static TreeMap<Instant, Integer> steps(TreeMap<Instant, Integer> heights) {
    var steps = new TreeMap<Instant, Integer>();
    var height = 0;
    for (var entry : heights.entrySet()) {
      if (entry.getValue() != height) {
        height = entry.getValue();
        steps.put(entry.getKey(), height);
      }
    }
    return steps;
  }

  private static void lay(TimeSlot slot, int height, TreeMap<Instant, Integer> heights) {
    var after = heights.floorEntry(slot.end());
    heights.put(slot.end(), after == null ? 0 : after.getValue());
    heights.subMap(slot.start(), slot.end()).clear();
    heights.put(slot.start(), height);
  }
}
