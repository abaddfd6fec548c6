package coop.maillon.booking.evacuation;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.Undo;
import coop.maillon.booking.act.BookingRows;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * What a closure took from a booking, kept so that it can be given back.
 *
 * @param version of the booking once it was taken; another one: somebody has decided otherwise meanwhile
 * @param undo where it was
 */
public record Left(BookingId booking, int version, Undo undo) {

  public JsonObject toJson() {
    return BookingRows.undoJson(undo)
        .put("booking", booking.value())
        .put("version", version)
        .put("until", undo.until().toString());
  }

  public static Left ofJson(JsonObject json) {
    return new Left(
        new BookingId(json.getLong("booking")),
        json.getInteger("version"),
        BookingRows.undo(json, Instant.parse(json.getString("until"))));
  }
}
