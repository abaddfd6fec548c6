package coop.maillon.demo;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.series.Recurrence;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.booking.series.SeriesOutcome;
import coop.maillon.booking.series.SeriesRequest;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Who comes back every week: two series, of which one date moved next door and another was left. */
final class Regulars {

  private static final int BRUNO = 2;
  private static final int DIANE = 3;

  /** Dates of Bruno's that are still to come: the series began three weeks ago. */
  private static final int MOVED = 4;

  private static final int LEFT = 5;

  private final SeriesBookings series;
  private final Bookings bookings;
  private final List<Who> people;
  private final Catalogue catalogue;

  Regulars(SeriesBookings series, Bookings bookings, List<Who> people, Catalogue catalogue) {
    this.series = series;
    this.bookings = bookings;
    this.people = people;
    this.catalogue = catalogue;
  }

  /** Before rooms are wanted by others, and where there are more desks than people. */
  Future<Void> book(LocalDate today) {
    var tuesday = today.minusDays(21).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    var monday = today.minusDays(14).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    var meeting = new Habitual(
        "salle-loire", tuesday.atTime(8, 0), 45, "FREQ=WEEKLY;COUNT=9", "Café d’équipe");
    var writing = new Habitual(
        "bureaux-calmes",
        monday.atTime(14, 0),
        180,
        "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=12",
        "Journée d’écriture");
    return place(people.get(BRUNO), meeting)
        .compose(dates -> changed(people.get(BRUNO), dates))
        .compose(done -> place(people.get(DIANE), writing))
        .mapEmpty();
  }

  /** What somebody does every week. */
  private record Habitual(
      String resource, LocalDateTime first, int minutes, String rule, String title) {}

  private Future<List<Booking>> place(Who who, Habitual one) {
    var resource = catalogue.resource(one.resource()).orElseThrow();
    var zone = resource.site().zone();
    var slot = TimeSlot.ofMinutes(one.first().atZone(zone).toInstant(), one.minutes());
    var details =
        new Details(one.title(), Details.Privacy.SHARED, "", OptionalInt.empty(), Set.of());
    var rule = Recurrence.read(one.rule(), one.first(), zone).recurrence().orElseThrow();
    var request = BookingRequest.of(who, Wish.any(resource), slot, details);
    return series
        .place(new SeriesRequest(request, rule, SeriesRequest.Conflict.FREE, Map.of(), done -> ""))
        .map(outcome -> ((SeriesOutcome.Done) outcome).bookings());
  }

  private Future<Void> changed(Who who, List<Booking> dates) {
    var moved = dates.get(MOVED);
    var change =
        BookingChange.move(who, moved.id(), moved.slot(), catalogue.resource("salle-rhone"));
    return bookings
        .change(change)
        .compose(done -> bookings.cancel(who, dates.get(LEFT).id()))
        .mapEmpty();
  }
}
