package coop.maillon.booking.free;

import coop.maillon.booking.seat.Budget;
import coop.maillon.booking.seat.Piece;
import coop.maillon.booking.seat.Pool;
import coop.maillon.booking.seat.UnitChoice;
import coop.maillon.booking.seat.Wanted;
import coop.maillon.resource.Buffers;
import coop.maillon.resource.Stretches;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says how long a booking of a pool could be where some units are left all along.
 *
 * <p>Where nothing is fixed, that is enough. Fixed rows may still leave one unit until noon and
 * another from noon on. The rows that move are looked at in groups that do not hang together in
 * time; a booking fits on a unit if each group it meets can leave it that unit.
 */
final class Room {

  private static final Duration A_GROUP = Duration.ofMillis(10);

  private final Pool pool;
  private final Buffers buffers;
  private final UnitChoice choice;
  private final Budget budget;
  private final List<Piece> fixed;
  private final List<TimeSlot> groups;
  private final Map<TimeSlot, Pool> pools = new HashMap<>();
  private final Map<Wanted, Boolean> answers = new HashMap<>();

  Room(Pool pool, Buffers buffers, UnitChoice choice, Budget budget) {
    this.pool = pool;
    this.buffers = buffers;
    this.choice = choice;
    this.budget = budget;
    this.fixed = pool.pieces().stream().filter(piece -> !pool.mayMove(piece)).toList();
    this.groups =
        Stretches.joined(pool.pieces().stream().filter(pool::mayMove).map(Piece::during)).stream()
            .filter(group -> fixed.stream().anyMatch(piece -> piece.during().overlaps(group)))
            .toList();
  }

  /**
   * The longest slots that a booking could have, by start, then by end; none within another.
   *
   * @param run a time all along which at least one unit is left
   */
  List<TimeSlot> rangesWithin(TimeSlot run) {
    if (pool.units().size() == 1 || fixed.isEmpty() || fits(run)) {
      return List.of(run);
    }
    var ends = ends(run);
    var ranges = new ArrayList<TimeSlot>();
    var reached = 0;
    for (var start : starts(run)) {
      var next = reached;
      while (next < ends.size()
          && (!ends.get(next).isAfter(start) || fits(new TimeSlot(start, ends.get(next))))) {
        next++;
      }
      if (next > reached && ends.get(next - 1).isAfter(start)) {
        ranges.add(new TimeSlot(start, ends.get(next - 1)));
        reached = next;
      }
    }
    return ranges;
  }

  private List<Instant> starts(TimeSlot run) {
    var free =
        pool.pieces().stream().map(piece -> piece.during().end().plus(minutes(buffers.before())));
    return Stream.concat(Stream.of(run.start()), free.filter(run::contains))
        .distinct()
        .sorted()
        .toList();
  }

  private List<Instant> ends(TimeSlot run) {
    var taken =
        pool.pieces().stream().map(piece -> piece.during().start().minus(minutes(buffers.after())));
    return Stream.concat(taken.filter(run::contains), Stream.of(run.end()))
        .distinct()
        .sorted()
        .toList();
  }

  private boolean fits(TimeSlot slot) {
    var wanted = buffers.around(slot);
    var blocked = fixed.stream()
        .filter(piece -> piece.during().overlaps(wanted))
        .map(Piece::unit)
        .collect(Collectors.toUnmodifiableSet());
    var met = groups.stream().filter(wanted::overlaps).toList();
    return pool.units().stream()
        .filter(unit -> !blocked.contains(unit))
        .anyMatch(unit -> met.stream().allMatch(group -> leaves(group, unit, wanted)));
  }

  /** Whether the group can share the units out so that this one is left for the time they have in common. */
  private boolean leaves(TimeSlot group, UnitId unit, TimeSlot wanted) {
    var question = Wanted.on(unit, group.intersection(wanted).orElse(wanted));
    return answers.computeIfAbsent(
        question,
        asked -> choice
            .seat(pools.computeIfAbsent(group, this::poolOf), asked, budget.atMost(A_GROUP))
            .isPresent());
  }

  private Pool poolOf(TimeSlot group) {
    var pieces =
        pool.pieces().stream().filter(piece -> piece.during().overlaps(group)).toList();
    return new Pool(pool.units(), pieces, pool.known());
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
