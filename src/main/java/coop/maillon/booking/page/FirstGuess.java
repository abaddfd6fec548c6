package coop.maillon.booking.page;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Ask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Fills the times of a form that somebody opens without saying when: the next full hour that is open that day. */
final class FirstGuess {

  private static final int HOUR = 60;

  private FirstGuess() {}

  static TypedBooking of(Ask ask, Catalogue catalogue, TypedBooking typed) {
    boolean isUntimed = typed.slot().start().isEmpty() && typed.slot().end().isEmpty();
    return isUntimed
        ? Visible.resource(catalogue, ask.who(), typed.resource())
            .map(resource ->
                typed.elsewhere(resource, guess(ask, resource, typed.slot().day())))
            .orElse(typed)
        : typed;
  }

  private static TimeSlot guess(Ask ask, Resource resource, Optional<LocalDate> wanted) {
    ZoneId zone = resource.site().zone();
    var now = ask.now();
    LocalDate day = wanted
        .filter(date -> date.getYear() >= 1900 && date.getYear() < 3000)
        .orElseGet(() -> LocalDate.ofInstant(now, zone));
    var open = resource.policy().openingHours().openIn(zone, wholeDay(day, zone));
    int minutes = Math.max(
        Math.min(HOUR, resource.policy().maxMinutes().orElse(HOUR)),
        resource.policy().minMinutes().orElse(1));
    Instant start = open.stream()
        .filter(stretch -> stretch.end().isAfter(now))
        .map(TimeSlot::start)
        .findFirst()
        .orElseGet(() -> day.atTime(9, 0).atZone(zone).toInstant());
    Instant soonest = start.isBefore(now) ? nextHour(now, zone) : start;
    return TimeSlot.ofMinutes(resource.policy().grid(zone).next(soonest), minutes);
  }

  private static TimeSlot wholeDay(LocalDate day, ZoneId zone) {
    return new TimeSlot(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static Instant nextHour(Instant now, ZoneId zone) {
    return now.atZone(zone)
        .plusHours(1)
        .truncatedTo(java.time.temporal.ChronoUnit.HOURS)
        .toInstant();
  }
}
