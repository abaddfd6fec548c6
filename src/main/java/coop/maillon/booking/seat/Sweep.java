package coop.maillon.booking.seat;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import coop.maillon.resource.UnitId;
import java.nio.LongBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Shares the units out anew, row by row in the order in which they start, and goes back where a row
 * finds none.
 *
 * <p>What lies ahead of a row depends only on when each unit becomes free and on the fixed rows
 * still to come; two units alike in both are one. So a position that failed is not tried twice, and
 * for a small pool the search ends however long the rows chain.
 */
final class Sweep {

  private static final int DEEPEST = 3_000;
  private static final int REMEMBERED = 100_000;
  private static final long EVER_SINCE = Long.MIN_VALUE / 2;

  private final Shuffle shuffle;
  private final Budget budget;
  private final Map<Integer, int[]> choices = new HashMap<>();
  private final Map<Integer, int[]> kinds = new HashMap<>();
  private final Set<LongBuffer> deadEnds = new HashSet<>();
  private final int[] seats;
  private final long[] freeFrom;
  private boolean turnedBack;

  Sweep(Shuffle shuffle, Budget budget) {
    this.shuffle = shuffle;
    this.budget = budget;
    this.seats = shuffle.rows().stream().mapToInt(Shuffle.Row::home).toArray();
    this.freeFrom = new long[shuffle.units().size()];
    Arrays.fill(freeFrom, EVER_SINCE);
  }

  /** A seat for the wanted slot; empty where none exists or none was found within the budget. */
  Optional<Seating> seat() {
    return places(0, shuffle.wanted().during().end()) ? Optional.of(seating()) : Optional.empty();
  }

  /** Whether the rows from the given one on find units; from {@code calm} on all lie as before. */
  private boolean places(int index, Instant calm) {
    if (index == seats.length || !shuffle.rows().get(index).during().start().isBefore(calm)) {
      return true;
    }
    if (index > DEEPEST || isOver() || isDeadEnd(index)) {
      return false;
    }
    for (var unit : choices.computeIfAbsent(index, this::choicesOf)) {
      if (placesOn(unit, index, calm)) {
        return true;
      }
    }
    remember(index);
    return false;
  }

  private boolean placesOn(int unit, int index, Instant calm) {
    var row = shuffle.rows().get(index);
    var before = freeFrom[unit];
    if (before > micros(row.during().start())) {
      return false;
    }
    seats[index] = unit;
    freeFrom[unit] = micros(row.during().end());
    var calmer = unit == row.home() || calm.isAfter(row.during().end())
        ? calm
        : row.during().end();
    if (places(index + 1, calmer)) {
      return true;
    }
    seats[index] = row.home();
    freeFrom[unit] = before;
    return false;
  }

  /** The units that no fixed row keeps from it: its own, else where it is least in the way. */
  private int[] choicesOf(int index) {
    var row = shuffle.rows().get(index);
    var inTheWay = inTheWayOf(row);
    return IntStream.range(0, freeFrom.length)
        .filter(unit -> shuffle.leaves(unit, row.during()))
        .boxed()
        .sorted(comparingInt((Integer unit) -> unit == row.home() ? 0 : 1)
            .thenComparing(unit -> inTheWay[unit])
            .thenComparing(
                comparing(unit -> shuffle.nextFixed(unit, row.during().end()))))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** For each unit, how many of those at home there overlap the row. */
  private int[] inTheWayOf(Shuffle.Row row) {
    var count = new int[freeFrom.length];
    for (var other : shuffle.rows()) {
      if (!other.isWanted() && other.during().overlaps(row.during())) {
        count[other.home()]++;
      }
    }
    return count;
  }

  // The first way down is never long, and with nothing fixed it is the answer.
  private boolean isOver() {
    return turnedBack && budget.isSpent();
  }

  private boolean isDeadEnd(int index) {
    return !deadEnds.isEmpty() && deadEnds.contains(position(index));
  }

  private void remember(int index) {
    turnedBack = true;
    if (deadEnds.size() < REMEMBERED && !budget.isSpent()) {
      deadEnds.add(position(index));
    }
  }

  // When each unit becomes free and what kind it is, whichever unit it is.
  private LongBuffer position(int index) {
    var now = micros(shuffle.rows().get(index).during().start());
    var kind = kinds.computeIfAbsent(index, shuffle::kinds);
    var position = new long[freeFrom.length + 1];
    for (var unit = 0; unit < freeFrom.length; unit++) {
      // 2^52 microseconds are 142 years
      position[unit] = ((long) kind[unit] << 52) + Math.max(0, freeFrom[unit] - now);
    }
    Arrays.sort(position, 0, freeFrom.length);
    position[freeFrom.length] = index;
    return LongBuffer.wrap(position);
  }

  private Seating seating() {
    var moved = new HashMap<Long, UnitId>();
    var forWanted = shuffle.pinned();
    for (var index = 0; index < seats.length; index++) {
      var row = shuffle.rows().get(index);
      var unit = shuffle.units().get(Math.max(seats[index], 0));
      if (row.isWanted()) {
        forWanted = Optional.of(unit);
      } else if (seats[index] != row.home()) {
        moved.put(row.key(), unit);
      }
    }
    return new Seating(forWanted.orElseThrow(), moved);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
