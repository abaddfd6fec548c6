package coop.maillon.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands where it is put: so that what was booked three weeks ago was booked then. */
final class DemoClock extends Clock {

  private volatile Instant now;

  DemoClock(Instant now) {
    this.now = now;
  }

  /** Set to that moment. */
  DemoClock at(Instant instant) {
    set(instant);
    return this;
  }

  void set(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
