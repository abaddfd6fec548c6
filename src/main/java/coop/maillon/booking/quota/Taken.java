package coop.maillon.booking.quota;

import coop.maillon.booking.BookingId;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A booking that counts against a quota. */
record Taken(BookingId booking, TimeSlot slot) {

  static List<Taken> of(List<JsonObject> rows) {
    return rows.stream().map(TakenRows::taken).toList();
  }

  static boolean belongs(List<JsonObject> rows) {
    return !rows.isEmpty() && rows.get(0).getBoolean("belongs");
  }
}
