package coop.maillon.vehicle.fleet;

import coop.maillon.booking.Occupied;
import coop.maillon.db.Query;
import coop.maillon.resource.ResourceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** All the SQL of bookings that any of several cars would do for. */
final class AnyCarStore {

  private static final String OPEN = """
      SELECT k.booking_id, to_jsonb(k.any_of) AS any_of, b.distance_km,
             (extract(epoch FROM b.starts_at) * 1000)::bigint AS starts, (extract(epoch FROM b.ends_at) * 1000)::bigint AS ends
        FROM booked k
        JOIN booking b ON b.id = k.booking_id
       WHERE k.resource_id = $1 AND k.any_of <> '{}' AND k.unit_id IS NULL
         AND b.status = 'confirmed' AND b.arrived_at IS NULL AND b.starts_at > $2
      """;

  private AnyCarStore() {}

  /** Those that lie on it and are not bound to it yet. */
  static Query open(ResourceId car, Instant now) {
    return new Query(
        OPEN, List.of(car.value(), now.plus(Occupied.BOUND_BEFORE).atOffset(ZoneOffset.UTC)));
  }
}
