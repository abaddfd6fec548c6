package coop.maillon.booking.free;

import coop.maillon.booking.seat.Budget;
import coop.maillon.booking.seat.Pool;
import coop.maillon.booking.seat.UnitChoice;
import coop.maillon.resource.Stretches;
import coop.maillon.resource.TimeSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a resource can still be booked, opening hours and everybody's buffers deducted.
 *
 * @param ranges the longest slots that a booking could have, by start; each part of one is bookable
 *     too. They may overlap: one unit is free until noon, another from eleven
 * @param stretches the same time cut where the number of free units changes, or where no booking
 *     could go on; sorted and apart
 */
public record FreeTime(List<TimeSlot> ranges, List<Stretch> stretches) {

  /** Never. */
  public static final FreeTime NONE = new FreeTime(List.of(), List.of());

  public FreeTime {
    ranges = List.copyOf(ranges);
    stretches = List.copyOf(stretches);
  }

  /**
   * A stretch of which every part is bookable.
   *
   * @param units how many units are free all along, 1 or more
   */
  public record Stretch(TimeSlot during, int units) {}

  /**
   * The free time of a resource of which a booking takes one unit.
   *
   * @param pool its {@code known} covers all that is open, the demand's buffers included
   * @param budget for all searches together; what is not found by then counts as not free
   */
  public static FreeTime of(Pool pool, Demand demand, UnitChoice choice, Budget budget) {
    var levels = Level.of(pool, demand);
    var room = new Room(pool, demand.buffers(), choice, budget);
    var runs = Stretches.joined(levels.stream().map(Level::during));
    var ranges = runs.stream().flatMap(run -> room.rangesWithin(run).stream()).toList();
    var stretches =
        levels.stream().flatMap(level -> level.cutAt(ranges).stream()).toList();
    return new FreeTime(ranges, stretches);
  }

  /** The free time of a resource of which a booking takes all units: a whole made of parts. */
  public static FreeTime ofAll(Pool pool, Demand demand) {
    var buffers = demand.buffers();
    var taken = Stretches.joined(pool.pieces().stream()
        .map(piece -> piece.during().spread(buffers.after(), buffers.before())));
    var free =
        pool.units().isEmpty() ? List.<TimeSlot>of() : Stretches.without(demand.open(), taken);
    return new FreeTime(free, free.stream().map(slot -> new Stretch(slot, 1)).toList());
  }

  /** Whether a booking of that slot fits. */
  public boolean fits(TimeSlot slot) {
    return ranges.stream().anyMatch(range -> range.covers(slot));
  }

  /** When both can be booked together, for one booking that takes both. */
  public FreeTime along(FreeTime other) {
    var common = longest(ranges.stream()
        .flatMap(
            range -> other.ranges.stream().map(range::intersection).flatMap(Optional::stream)));
    return new FreeTime(
        common,
        Stretches.joined(common.stream()).stream()
            .map(slot -> new Stretch(slot, 1))
            .toList());
  }

  // By start, without those that lie within another.
  private static List<TimeSlot> longest(Stream<TimeSlot> slots) {
    var longest = new ArrayList<TimeSlot>();
    for (var slot : slots.distinct().sorted().toList()) {
      longest.removeIf(slot::covers);
      if (longest.stream().noneMatch(range -> range.covers(slot))) {
        longest.add(slot);
      }
    }
    return longest;
  }
}
