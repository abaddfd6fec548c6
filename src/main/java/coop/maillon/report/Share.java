package coop.maillon.report;

import java.util.OptionalInt;

/** How many of the open seconds are booked: of a unit they count once, of a pool of six six times. */
record Share(long openSeconds, long bookedSeconds) {

  static final Share NONE = new Share(0, 0);

  Share plus(Share other) {
    return new Share(openSeconds + other.openSeconds, bookedSeconds + other.bookedSeconds);
  }

  boolean isOpen() {
    return openSeconds > 0;
  }

  /** 0 to 100, rounded; empty where nothing is open. */
  OptionalInt percent() {
    return isOpen()
        ? OptionalInt.of((int) Math.round(100.0 * bookedSeconds / openSeconds))
        : OptionalInt.empty();
  }

  long openMinutes() {
    return openSeconds / 60;
  }

  long bookedMinutes() {
    return bookedSeconds / 60;
  }
}
