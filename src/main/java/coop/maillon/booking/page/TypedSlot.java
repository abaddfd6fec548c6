package coop.maillon.booking.page;

import coop.maillon.booking.BookingRequest;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Fields;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * From when to when, as somebody types it: a day and two times of the clock on the wall, and another day for the end where
 * it is not the same.
 *
 * @param startLater of an hour that a clock change repeats, the second one is meant
 * @param endLater likewise
 */
public record TypedSlot(
    String date, String start, String end, String endDate, boolean startLater, boolean endLater) {

  /** An end that the clock shows before the start is tomorrow's, if that is no longer than this; else it is a slip. */
  private static final Duration ONE_NIGHT = Duration.ofHours(12);

  public static TypedSlot of(Typed typed) {
    String end = typed.text("end");
    return new TypedSlot(
        typed.text("date"),
        typed.text("start"),
        end.equals("24:00") ? "00:00" : end,
        typed.text("end-date"),
        typed.ticked("start-later"),
        typed.ticked("end-later"));
  }

  public static TypedSlot of(TimeSlot slot, ZoneId zone) {
    var from = slot.start().atZone(zone);
    var to = slot.end().atZone(zone);
    var implied = impliedEndDay(from.toLocalDate(), from.toLocalTime(), to.toLocalTime());
    return new TypedSlot(
        from.toLocalDate().toString(),
        from.toLocalTime().toString(),
        to.toLocalTime().toString(),
        implied.equals(to.toLocalDate()) ? "" : to.toLocalDate().toString(),
        isLater(from),
        isLater(to));
  }

  public boolean isBlank() {
    return date.isEmpty() && start.isEmpty() && end.isEmpty();
  }

  /** Whether there is enough to say if it is free. */
  boolean isComplete() {
    return !date.isEmpty() && !start.isEmpty() && !end.isEmpty();
  }

  /** The day typed, where it can be read. */
  Optional<LocalDate> day() {
    return parsed(date);
  }

  /** The slot; what cannot be read is noted in {@code fields}. A time that a clock change skips takes the offset before it. */
  public Optional<TimeSlot> read(Fields fields, ZoneId zone) {
    var day = day(fields, "date", date);
    var from = time(fields, "start", start);
    var to = time(fields, "end", end);
    if (day.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    var endDay = endDate.isEmpty()
        ? Optional.of(impliedEndDay(day.get(), from.get(), to.get()))
        : day(fields, "end-date", endDate);
    var begins = at(day.get(), from.get(), zone, startLater);
    var slot = endDay.flatMap(last ->
        TimeSlot.between(begins.toInstant(), at(last, to.get(), zone, endLater).toInstant()));
    if (endDay.isPresent() && slot.isEmpty()) {
      fields.problem("end", "booking.field.end-before-start");
    }
    if (slot.filter(one -> one.isLongerThan(BookingRequest.LONGEST_DAYS)).isPresent()) {
      fields.problem("end", "field.window", "days", BookingRequest.LONGEST_DAYS);
    }
    return slot;
  }

  /** Whether the clock shows the start twice that day. */
  boolean startsTwice(ZoneId zone) {
    return isTwice(date, start, zone);
  }

  /** Whether the clock shows the end twice that day. */
  boolean endsTwice(ZoneId zone) {
    return isTwice(endDate.isEmpty() ? date : endDate, end, zone);
  }

  private static boolean isTwice(String date, String time, ZoneId zone) {
    var day = parsed(date);
    var clock = parsedTime(time);
    return day.isPresent()
        && clock.isPresent()
        && zone.getRules().getValidOffsets(day.get().atTime(clock.get())).size() > 1;
  }

  private static LocalDate impliedEndDay(LocalDate day, LocalTime from, LocalTime to) {
    boolean isNextDay = !to.isAfter(from)
        && (to.equals(LocalTime.MIDNIGHT)
            || Duration.between(from, to).plusDays(1).compareTo(ONE_NIGHT) <= 0);
    return isNextDay ? day.plusDays(1) : day;
  }

  private static ZonedDateTime at(LocalDate day, LocalTime time, ZoneId zone, boolean later) {
    var first = day.atTime(time).atZone(zone);
    return later ? first.withLaterOffsetAtOverlap() : first;
  }

  private static boolean isLater(ZonedDateTime moment) {
    return !moment.withEarlierOffsetAtOverlap().equals(moment);
  }

  private static Optional<LocalDate> day(Fields fields, String name, String text) {
    var day = parsed(text).filter(date -> date.getYear() >= 1900 && date.getYear() < 3000);
    if (day.isEmpty()) {
      fields.problem(name, text.isEmpty() ? "field.required" : "field.date");
    }
    return day;
  }

  private static Optional<LocalTime> time(Fields fields, String name, String text) {
    var time = parsedTime(text);
    if (time.isEmpty()) {
      fields.problem(name, text.isEmpty() ? "field.required" : "field.time");
    }
    return time;
  }

  private static Optional<LocalDate> parsed(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (java.time.DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> parsedTime(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (java.time.DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
