package coop.maillon.booking.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Until when a place is kept for whoever waited: half an hour, never running out while people sleep. */
final class OfferTime {

  private static final Duration USUAL = Duration.ofMinutes(30);
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final LocalTime EVENING = LocalTime.of(22, 0);
  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final LocalTime AWAKE = LocalTime.of(7, 30);

  private OfferTime() {}

  /** Not beyond the start of what is offered, yet five minutes at least. */
  static Instant until(Instant now, Instant start, ZoneId zone) {
    Instant until = awake(now.plus(USUAL), zone);
    Instant capped = until.isAfter(start) ? start : until;
    Instant soonest = now.plus(SHORTEST);
    return capped.isBefore(soonest) ? soonest : capped;
  }

  private static Instant awake(Instant until, ZoneId zone) {
    var local = until.atZone(zone);
    if (local.toLocalTime().isBefore(MORNING)) {
      return local.with(AWAKE).toInstant();
    }
    return local.toLocalTime().isBefore(EVENING)
        ? until
        : local.plusDays(1).with(AWAKE).toInstant();
  }
}
