package coop.maillon.booking.maintenance;

import coop.maillon.booking.closure.ClosureWish;
import coop.maillon.booking.closure.Target;
import coop.maillon.booking.series.Recurrence;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Something that closes again and again.
 *
 * @param recurrence its dates, in the site's local time
 * @param minutes how long each closes, elapsed
 * @param reason read by everybody
 * @param createdBy who planned it: each date is closed in their name
 * @param madeUntil up to which its dates are closed and told
 */
public record Maintenance(
    Id id,
    Target target,
    Recurrence recurrence,
    int minutes,
    String reason,
    long createdBy,
    Optional<Instant> madeUntil) {

  /** Which of them. */
  public record Id(long value) {

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** What is planned, before it has a number. */
  public record Wish(Target target, Recurrence recurrence, int minutes, String reason) {

    /** Its dates that begin in that time, in order. */
    List<TimeSlot> dates(TimeSlot within) {
      return Maintenance.dates(recurrence, minutes, within);
    }

    ClosureWish on(TimeSlot date) {
      return new ClosureWish(target, date, reason);
    }
  }

  Wish wish() {
    return new Wish(target, recurrence, minutes, reason);
  }

  /** Of one date, once it is planned. */
  ClosureWish on(TimeSlot date) {
    return wish().on(date).of(id.value());
  }

  private static List<TimeSlot> dates(Recurrence recurrence, int minutes, TimeSlot within) {
    ZoneId zone = recurrence.zone();
    return recurrence
        .between(local(within.start(), zone), local(within.end(), zone).plusSeconds(1))
        .stream()
        .map(date -> TimeSlot.ofMinutes(date.atZone(zone).toInstant(), minutes))
        .filter(date -> within.contains(date.start()))
        .toList();
  }

  private static LocalDateTime local(Instant instant, ZoneId zone) {
    return LocalDateTime.ofInstant(instant, zone).withNano(0);
  }
}
