package coop.maillon.resource.tariff;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a booking of something was said to cost, for that time and that way, as it is kept with the booking.
 *
 * @param version of the tariff it was reckoned with; empty where the use is free
 * @param km as announced; empty where nobody did, and where nothing is driven
 */
public record Quote(
    OptionalLong version, Instant start, Instant end, OptionalInt km, List<Tariff.Item> items) {

  public Quote {
    items = List.copyOf(items);
  }

  /** When, by whose clock, and how far. */
  public record Trip(Instant start, Instant end, ZoneId zone, OptionalInt km) {

    private List<Tariff.Item> by(Tariff tariff) {
      return tariff.quote(Stay.whole(start, end, zone), km.orElse(0));
    }
  }

  public static Quote of(Optional<Version> version, Trip trip) {
    return new Quote(
        version.map(one -> OptionalLong.of(one.id())).orElse(OptionalLong.empty()),
        trip.start(),
        trip.end(),
        trip.km(),
        version.map(one -> trip.by(one.tariff())).orElse(List.of()));
  }

  public long cents() {
    return Tariff.total(items);
  }

  public JsonObject json() {
    return new JsonObject()
        .put("version", version.isPresent() ? version.getAsLong() : null)
        .put("start", start.toString())
        .put("end", end.toString())
        .put("km", km.isPresent() ? km.getAsInt() : null)
        .put("cents", cents())
        .put("items", TariffJson.items(items));
  }

  /** Reads what {@link #json} wrote. */
  public static Quote of(JsonObject json) {
    Long version = json.getLong("version");
    Integer km = json.getInteger("km");
    return new Quote(
        version == null ? OptionalLong.empty() : OptionalLong.of(version),
        Instant.parse(json.getString("start")),
        Instant.parse(json.getString("end")),
        km == null ? OptionalInt.empty() : OptionalInt.of(km),
        TariffJson.items(json.getJsonArray("items")));
  }
}
