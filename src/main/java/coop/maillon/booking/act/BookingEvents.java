package coop.maillon.booking.act;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Seated;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What bookings and holds tell the others about themselves: always ids and times, never titles or names. */
public final class BookingEvents {

  private final Events events;

  public BookingEvents(Events events) {
    this.events = events;
  }

  /** Says what happened to a booking, with the holds that ended and the bookings that changed lane through it. */
  public Future<Void> tell(Tx tx, String kind, JsonObject data, Seated seated) {
    var lanes = new TreeSet<Long>();
    seated.moved().forEach(row -> row.booking().ifPresent(id -> lanes.add(id.value())));
    data.put("holds", new JsonArray(List.copyOf(seated.endedHolds())));
    return events.publish(tx, kind, data.put("lanes", new JsonArray(List.copyOf(lanes))));
  }

  public Future<Void> tell(Tx tx, String kind, JsonObject data) {
    return events.publish(tx, kind, data);
  }

  /** The same of many bookings by one statement: all that moved or ended through them goes with the first. */
  public Future<Void> tell(Tx tx, String kind, List<JsonObject> data, Seated seated) {
    var lanes = new TreeSet<Long>();
    seated.moved().forEach(row -> row.booking().ifPresent(id -> lanes.add(id.value())));
    data.forEach(one -> one.put("holds", new JsonArray()).put("lanes", new JsonArray()));
    data.get(0)
        .put("holds", new JsonArray(List.copyOf(seated.endedHolds())))
        .put("lanes", new JsonArray(List.copyOf(lanes)));
    return events.publish(tx, kind, data);
  }

  /** What every event of a booking has; {@code actor} 0 stands for time itself. */
  public static JsonObject of(Booking booking, long actor, Catalogue catalogue) {
    var data = new JsonObject()
        .put("booking", booking.id().value())
        .put("member", booking.member().value())
        .put("status", booking.status().word())
        .put("version", booking.version())
        .mergeIn(place(booking.resources(), booking.slot(), catalogue));
    if (!booking.reason().isEmpty()) {
      data.put("reason", booking.reason());
    }
    return actor == 0 ? data : data.put("actor", actor);
  }

  /** The same, for a booking that was elsewhere before. */
  public static JsonObject of(Booking before, Booking after, long actor, Catalogue catalogue) {
    return of(after, actor, catalogue)
        .put("participants", new JsonArray(invited(before, after)))
        .put(
            "before",
            place(before.resources(), before.slot(), catalogue)
                .put("status", before.status().word()));
  }

  /** Those who take part now and did not before. */
  private static List<Long> invited(Booking before, Booking after) {
    return after.details().participants().stream()
        .filter(member -> !before.details().participants().contains(member))
        .map(member -> member.value())
        .sorted()
        .toList();
  }

  /** Where and when: `resources` `sites` `days` (SITE:DATE, in each site's own calendar) `start` `end`. */
  public static JsonObject place(
      Collection<ResourceId> resources, TimeSlot slot, Catalogue catalogue) {
    var days = new TreeSet<String>();
    var sites = new TreeSet<Long>();
    for (ResourceId id : resources) {
      Resource resource = catalogue.known(id);
      sites.add(resource.site().id().value());
      daysOf(slot, resource.site().zone())
          .forEach(day -> days.add(resource.site().slug() + ":" + day));
    }
    return new JsonObject()
        .put(
            "resources", new JsonArray(resources.stream().map(ResourceId::value).toList()))
        .put("sites", new JsonArray(List.copyOf(sites)))
        .put("days", new JsonArray(List.copyOf(days)))
        .put("start", slot.start().toString())
        .put("end", slot.end().toString());
  }

  private static List<LocalDate> daysOf(TimeSlot slot, ZoneId zone) {
    LocalDate first = slot.start().atZone(zone).toLocalDate();
    LocalDate last = slot.end().minusNanos(1).atZone(zone).toLocalDate();
    return first.datesUntil(last.plusDays(1)).toList();
  }
}
