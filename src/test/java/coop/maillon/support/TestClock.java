package coop.maillon.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; it begins where the drawings of the design do. */
public final class TestClock extends Clock {

  /** Tuesday 8 December 2026, 10:15 in Paris. */
  public static final Instant BEGINNING = Instant.parse("2026-12-08T09:15:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGINNING);

  public void set(Instant instant) {
    now.set(instant);
  }

  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @Override
  @SuppressWarnings("NullAway") // never set to null
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Clock() {
      @Override
      public Instant instant() {
        return TestClock.this.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return TestClock.this.withZone(other);
      }
    };
  }
}
