package coop.maillon.booking.api;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingFilter;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.series.Recurrence;
import coop.maillon.booking.series.SeriesRequest;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a program sends about bookings, read: 400 for what is not well formed, 404 for what it may not see. */
public final class BookingAsks {

  private static final Duration WIDEST = Duration.ofDays(400);
  private static final Duration USUAL = Duration.ofDays(90);

  private final Behalf behalf;

  public BookingAsks(Behalf behalf) {
    this.behalf = behalf;
  }

  /** What shall be booked, once or by a rule. */
  record Placing(
      BookingRequest request, Optional<Recurrence> recurrence, SeriesRequest.Conflict conflict) {}

  /** `POST /bookings`. */
  Future<Asked<Placing>> placing(Ask ask, Catalogue catalogue) {
    var placing = new PlacingAsk(ask, catalogue);
    return placing
        .read()
        .fold(
            request -> behalf
                .of(request, placing.member(), placing.fields())
                .map(asked -> asked.fold(
                    whose -> new Asked.Read<>(
                        new Placing(whose, placing.recurrence(), placing.conflict())),
                    refusal -> new Asked.Refused<Placing>(refusal))),
            refusal -> succeededFuture(new Asked.Refused<>(refusal)));
  }

  /** `PATCH /bookings/ID`. */
  Asked<ChangingAsk> changing(Ask ask, Catalogue catalogue) {
    return new ChangingAsk(ask, catalogue).read();
  }

  /** `GET /bookings`; one more than a page is asked for, to know whether there is a next. */
  Asked<BookingFilter> listing(Ask ask, Catalogue catalogue) {
    Fields fields = Fields.ofQuery(ask);
    TimeSlot window = window(fields, ask.now());
    Optional<String> slug = fields.text("resource").optional();
    Optional<ResourceId> resource = slug.flatMap(catalogue::resource).map(Resource::id);
    var whose = fields.flag("mine") ? BookingFilter.Whose.MINE : BookingFilter.Whose.EVERYBODYS;
    int limit = fields.whole("limit", 1, 200).orElse(50);
    Optional<BookingFilter.Cursor> after =
        fields.text("cursor").optional().flatMap(BookingFilter.Cursor::read);
    if (fields.has("cursor") && after.isEmpty()) {
      fields.problem("cursor", "field.cursor");
    }
    if (!fields.complete()) {
      return new Asked.Refused<>(fields.refusal());
    }
    return slug.isPresent() && resource.isEmpty()
        ? new Asked.Refused<>(Answer.notFound())
        : new Asked.Read<>(new BookingFilter(window, resource, whose, after, limit + 1));
  }

  /** `from` and `to` of a query, at most 400 days apart; from now on for three months where they are not given. */
  public static TimeSlot window(Fields fields, Instant now) {
    Instant from = fields.instant("from").orElse(now);
    Instant to = fields.instant("to").orElse(from.plus(USUAL));
    if (!from.isBefore(to)) {
      fields.problem("to", "field.after", "other", "from");
    } else if (Duration.between(from, to).compareTo(WIDEST) > 0) {
      fields.problem("to", "field.window", "days", WIDEST.toDays());
    }
    return TimeSlot.between(from, to).orElseGet(() -> new TimeSlot(now, now.plus(USUAL)));
  }

  static void noteLength(Fields fields, Optional<TimeSlot> slot) {
    if (slot.filter(one -> one.isLongerThan(BookingRequest.LONGEST_DAYS)).isPresent()) {
      fields.problem("end", "field.window", "days", BookingRequest.LONGEST_DAYS);
    }
  }

  /** `start` and `end` of a body; noted as a problem where the end is not after the start. */
  public static Optional<TimeSlot> slot(Fields fields) {
    fields.required("start", "end");
    Optional<Instant> start = fields.instant("start");
    Optional<Instant> end = fields.instant("end");
    Optional<TimeSlot> slot = start.flatMap(from -> end.flatMap(to -> TimeSlot.between(from, to)));
    if (start.isPresent() && end.isPresent() && slot.isEmpty()) {
      fields.problem("end", "field.after", "other", "start");
    }
    noteLength(fields, slot);
    return slot;
  }
}
