package coop.maillon.booking.planning;

import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One resource on one day, with all that decides how its row looks.
 *
 * @param onEachUnit what occupies each of its units, by time
 * @param now rounded up to the next quarter, and no further than the day's edges: before it nothing can be booked
 */
record Scene(
    Resource resource,
    Day day,
    Columns columns,
    Instant now,
    List<List<Taken>> onEachUnit,
    Words words) {

  ZoneId zone() {
    return day.site().zone();
  }

  List<Taken> taken() {
    return onEachUnit.stream().flatMap(List::stream).toList();
  }

  List<TimeSlot> open() {
    return resource.policy().openingHours().openIn(zone(), day.slot());
  }

  /** Whether the day is the one on which now lies. */
  boolean isToday() {
    return day.slot().contains(now);
  }

  /** From when on it can be booked: on its grid, its notice kept. */
  Instant earliest() {
    Instant noticed = now.plusSeconds(resource.policy().noticeMinutes() * 60L);
    return noticed.isAfter(day.slot().end())
        ? noticed
        : resource.policy().grid(zone()).next(noticed);
  }

  /** 10:00–12:00, or how much of this day where it goes beyond. */
  String times(TimeSlot slot) {
    boolean before = slot.start().isBefore(day.slot().start());
    boolean beyond = slot.end().isAfter(day.slot().end());
    if (before && beyond) {
      return words.say("planning.all-day");
    }
    if (before) {
      return words.say("planning.until", "time", end(slot.end()));
    }
    return beyond
        ? words.say("planning.from", "time", start(slot.start()))
        : start(slot.start()) + "–" + end(slot.end());
  }

  String start(Instant instant) {
    return words.time(LocalTime.ofInstant(instant, zone()));
  }

  /** Whether it begins and ends on this day. */
  boolean isWhole(TimeSlot slot) {
    return slot.intersection(day.slot()).equals(Optional.of(slot));
  }

  /** Whether the clock shows that time for the second time. */
  boolean isLater(Instant instant) {
    var shown = instant.atZone(zone());
    return !shown.withEarlierOffsetAtOverlap().equals(shown);
  }

  /** The midnight that ends the day is written 24:00. */
  String end(Instant instant) {
    return instant.equals(day.slot().end()) ? "24:00" : start(instant);
  }
}
