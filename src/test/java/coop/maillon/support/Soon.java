package coop.maillon.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do, and no longer. */
public final class Soon {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(20);

  private Soon() {}

  /** Goes on as soon as it is so; fails if it is not within twenty seconds. */
  public static void soon(String what, BooleanSupplier so) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s, within %s", what, PATIENCE).isLessThan(end);
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
