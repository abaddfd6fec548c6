package coop.maillon.booking.free;

import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch over which a unit is not free.
 *
 * @param unit where it lies at present, bound or not
 */
public record Busy(TimeSlot during, UnitId unit, Cause cause) {

  /** What keeps a unit from being free. */
  public enum Cause {
    BOOKING,
    BUFFER,
    HOLD,
    CLOSURE
  }

  /**
   * What a row of the ledger of time keeps: itself, and its buffers apart.
   *
   * @param during what the row occupies, buffers included
   * @param own what of it was booked, held or closed; within {@code during}
   */
  public static List<Busy> of(UnitId unit, TimeSlot during, TimeSlot own, Cause cause) {
    return Stream.of(
            buffer(unit, TimeSlot.between(during.start(), own.start())),
            Stream.of(new Busy(own, unit, cause)),
            buffer(unit, TimeSlot.between(own.end(), during.end())))
        .flatMap(parts -> parts)
        .toList();
  }

  private static Stream<Busy> buffer(UnitId unit, Optional<TimeSlot> slot) {
    return slot.map(time -> new Busy(time, unit, Cause.BUFFER)).stream();
  }
}
