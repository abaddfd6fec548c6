package coop.maillon.event;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * Something that happened, as every node learns of it.
 *
 * @param seq its number: later ones are greater, gaps are normal
 * @param kind such as `booking.placed`
 */
public record Event(long seq, String kind, JsonObject data, Instant at) {}
