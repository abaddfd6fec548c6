package coop.maillon.booking.api;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.free.Alternative;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** A booking as the API and `/live` tell it to one reader. */
public final class BookingJson {

  private final Catalogue catalogue;
  private final Instant now;

  public BookingJson(Catalogue catalogue, Instant now) {
    this.catalogue = catalogue;
    this.now = now;
  }

  /** Title and member are null where the reader may not see them. */
  public JsonObject of(Booking booking, Who who) {
    Visibility visible = Visibility.of(booking, who, catalogue);
    JsonObject json = place(booking)
        .put("title", visible.seesTitle() ? booking.details().title() : null)
        .put("member", visible.seesName() ? member(booking, visible) : null)
        .put("private", booking.details().isPrivate());
    if (visible.seesTitle()) {
      json.put("activity", booking.details().activity());
      booking.details().distanceKm().ifPresent(km -> json.put("distanceKm", km));
      booking.course().series().ifPresent(series -> json.put("series", series.toString()));
      json.mergeIn(course(booking));
    }
    if (visible.mayChange() && booking.canBeUndoneAt(now)) {
      booking.undo().ifPresent(undo -> json.put("undoUntil", undo.until().toString()));
    }
    return json;
  }

  /** When somebody came and left, or must come by; whether it should be back by now. */
  private JsonObject course(Booking booking) {
    var json = new JsonObject().put("late", booking.isLateAt(now));
    var zone = catalogue.known(booking.first().resource()).site().zone();
    var course = booking.course();
    course.checkInBy().ifPresent(by -> json.put("checkInBy", time(by, zone)));
    course.arrived().ifPresent(at -> json.put("arrivedAt", time(at, zone)));
    course.left().ifPresent(at -> json.put("leftAt", time(at, zone)));
    return json;
  }

  /** What is taken. */
  String sentence(BookingOutcome.Taken taken, Words words) {
    return taken.sentence(catalogue, words);
  }

  /** An instant after RFC 3339 with the offset of the zone. */
  public static String time(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone).toOffsetDateTime());
  }

  public JsonArray alternatives(List<Alternative> alternatives) {
    var array = new JsonArray();
    for (Alternative alternative : alternatives) {
      Resource resource = catalogue.known(alternative.resource());
      ZoneId zone = resource.site().zone();
      array.add(new JsonObject()
          .put("resource", resource.slug())
          .put("start", time(alternative.slot().start(), zone))
          .put("end", time(alternative.slot().end(), zone)));
    }
    return array;
  }

  private JsonObject place(Booking booking) {
    Booked first = booking.first();
    Resource resource = catalogue.known(first.resource());
    ZoneId zone = resource.site().zone();
    boolean bound = isBound(first, booking);
    var also = new JsonArray();
    booking.booked().stream()
        .skip(1)
        .forEach(one -> also.add(new JsonObject()
            .put("resource", catalogue.known(one.resource()).slug())
            .put("unit", unit(one, booking))));
    return new JsonObject()
        .put("id", booking.id().toString())
        .put("status", booking.statusAt(now).word())
        .put("resource", resource.slug())
        .put("unit", unit(first, booking))
        .put("bound", bound)
        .put("start", time(booking.slot().start(), zone))
        .put("end", time(booking.slot().end(), zone))
        .put("also", also)
        .put("version", booking.version());
  }

  /** A unit is told only once it will not change any more. */
  private @org.jspecify.annotations.Nullable String unit(Booked one, Booking booking) {
    boolean isWhole = catalogue.known(one.resource()).isWhole();
    Optional<UnitId> unit =
        isBound(one, booking) && !isWhole ? one.chosen().or(one::present) : Optional.empty();
    return unit.map(UnitId::toString).orElse(null);
  }

  private boolean isBound(Booked one, Booking booking) {
    return !catalogue.known(one.resource()).isPool() && !booking.isOpenAt(now)
        || one.chosen().isPresent()
        || !now.isBefore(booking.slot().start().minus(Occupied.BOUND_BEFORE));
  }

  private static JsonObject member(Booking booking, Visibility visible) {
    String name =
        visible.seesTitle() ? booking.memberName() : firstNameAndInitial(booking.memberName());
    return new JsonObject().put("id", Long.toString(booking.member().value())).put("name", name);
  }

  /** As other members read it: Diane Roussel is Diane R. */
  public static String firstNameAndInitial(String name) {
    String[] names = name.strip().split("\\s+");
    return names.length > 1 ? names[0] + " " + names[names.length - 1].substring(0, 1) + "." : name;
  }
}
