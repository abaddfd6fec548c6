package coop.maillon.booking.page;

import coop.maillon.booking.Booking;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Days and times of one place, in the words of one language. */
public record SlotWords(Words words, ZoneId zone) {

  /** mardi 8 décembre, 14:00–15:30. */
  public String whole(TimeSlot slot) {
    return words.range(from(slot), to(slot));
  }

  /** 14:00–15:30; where it ends another day: 22:00 – mer. 9 déc. 02:00. */
  public String times(TimeSlot slot) {
    var from = from(slot);
    var to = to(slot);
    if (isOneDay(from, to)) {
      boolean midnight = !from.toLocalDate().equals(to.toLocalDate());
      return words.time(from.toLocalTime()) + "–"
          + (midnight ? "24:00" : words.time(to.toLocalTime()));
    }
    return words.time(from.toLocalTime()) + " – " + words.shortDay(to.toLocalDate()) + " "
        + words.time(to.toLocalTime());
  }

  /** mardi 8 décembre. */
  String day(TimeSlot slot) {
    return words.day(date(slot.start()));
  }

  /** mar. 8 déc. */
  String shortDay(TimeSlot slot) {
    return words.shortDay(date(slot.start()));
  }

  /** aujourd’hui, demain, or nothing. */
  String nearness(TimeSlot slot, Instant now) {
    LocalDate today = date(now);
    LocalDate day = date(slot.start());
    if (day.equals(today)) {
      return words.say("booking.today");
    }
    return day.equals(today.plusDays(1)) ? words.say("booking.tomorrow") : "";
  }

  public String time(Instant instant) {
    return words.time(instant.atZone(zone).toLocalTime());
  }

  LocalDate date(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  private ZonedDateTime from(TimeSlot slot) {
    return slot.start().atZone(zone);
  }

  private ZonedDateTime to(TimeSlot slot) {
    return slot.end().atZone(zone);
  }

  private static boolean isOneDay(ZonedDateTime from, ZonedDateTime to) {
    return from.toLocalDate().equals(to.toLocalDate())
        || from.toLocalDate().plusDays(1).equals(to.toLocalDate())
            && to.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  /** What was announced, for vehicles. */
  Optional<String> distance(Booking booking) {
    return booking.details().distanceKm().stream()
        .mapToObj(km -> words.say("booking.show.distance", "km", km))
        .findFirst();
  }
}
