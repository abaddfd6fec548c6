package coop.maillon.booking.api;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Details;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The body of `PATCH /bookings/ID`, read; it becomes a change once the booking is known. */
final class ChangingAsk {

  private final Ask ask;
  private final Fields fields;
  private final Optional<Instant> start;
  private final Optional<Instant> end;
  private final Optional<String> slug;
  private final Optional<Resource> resource;
  private final Optional<UnitId> unit;
  private final ScopedActs.Reach reach;

  ChangingAsk(Ask ask, Catalogue catalogue) {
    this.ask = ask;
    fields = Fields.ofJson(
        ask,
        "start",
        "end",
        "resource",
        "unit",
        "title",
        "private",
        "activity",
        "distanceKm",
        "scope",
        "onConflict");
    reach = ScopedActs.Reach.read(fields);
    start = fields.instant("start");
    end = fields.instant("end");
    slug = fields.text("resource").optional();
    resource = slug.flatMap(wanted -> PlacingAsk.seen(wanted, catalogue, ask));
    unit =
        fields.text("unit").optional().flatMap(BookingId::read).map(id -> new UnitId(id.value()));
    PlacingAsk.details(fields, Details.NONE);
  }

  /** How many dates of a series it is to reach. */
  ScopedActs.Reach reach() {
    return reach;
  }

  Asked<ChangingAsk> read() {
    if (fields.has("unit") && unit.isEmpty()) {
      fields.problem("unit", "booking.no-such-unit");
    }
    if (!fields.complete()) {
      return new Asked.Refused<>(fields.refusal());
    }
    return slug.isPresent() && resource.isEmpty()
        ? new Asked.Refused<>(Answer.notFound())
        : new Asked.Read<>(this);
  }

  /** The change to that booking; 428 without a version, 400 where it would end before it starts. */
  Asked<BookingChange> of(Booking booking) {
    Optional<String> match =
        ask.header("If-Match").map(tag -> tag.replace("\"", "").replace("W/", ""));
    if (match.isEmpty()) {
      return new Asked.Refused<>(
          Problem.of(428, "version-required").detail(ask.words().say("booking.if-match")));
    }
    int version =
        match.filter(text -> text.matches("[0-9]{1,9}")).map(Integer::parseInt).orElse(-1);
    var change = new BookingChange(
        ask.who(),
        booking.id(),
        OptionalInt.of(version),
        start,
        end,
        resource,
        unit,
        Optional.of(PlacingAsk.details(fields, booking.details())));
    var slot = change.slot(booking.slot());
    if (slot.isEmpty()) {
      fields.problem("end", "field.after", "other", "start");
    }
    BookingAsks.noteLength(fields, slot);
    return fields.complete() ? new Asked.Read<>(change) : new Asked.Refused<>(fields.refusal());
  }
}
