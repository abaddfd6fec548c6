package coop.maillon.booking.seat;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a search may go on.
 *
 * @param nanos a clock that only runs forward, in nanoseconds from any origin ({@code System::nanoTime})
 * @param until the reading of that clock at which the search ends
 */
public record Budget(LongSupplier nanos, long until) {

  /** A budget that starts now and lasts so long by the given clock. */
  public static Budget lasting(Duration length, LongSupplier nanos) {
    return new Budget(nanos, nanos.getAsLong() + length.toNanos());
  }

  /** The same budget for a part of the work that may take no longer than so. */
  public Budget atMost(Duration length) {
    var part = lasting(length, nanos);
    return part.until - until < 0 ? part : this;
  }

  public boolean isSpent() {
    return nanos.getAsLong() - until >= 0;
  }
}
