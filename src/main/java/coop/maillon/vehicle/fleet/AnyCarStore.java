package coop.maillon.vehicle.fleet;

import coop.maillon.booking.Occupied;
import coop.maillon.db.Query;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.ResourceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

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

  /** Where somebody is to be told which car it is; who booked later than an hour before has seen it. */
  private static final String TO_TELL = """
      k.any_of <> '{}' AND k.unit_id IS NULL AND k.told_for IS DISTINCT FROM b.starts_at
         AND b.status = 'confirmed' AND b.arrived_at IS NULL
         AND b.starts_at > $1 AND b.starts_at <= $2 AND b.created_at <= b.starts_at - ($2::timestamptz - $1::timestamptz)
      """;

  private static final String UNTOLD = """
      SELECT DISTINCT r.space_group
        FROM booked k
        JOIN booking b ON b.id = k.booking_id
        JOIN resource r ON r.id = k.resource_id
       WHERE %s
      """.formatted(TO_TELL);

  private static final String TELL = """
      UPDATE booked k SET told_for = b.starts_at
        FROM booking b, resource r, site s
       WHERE b.id = k.booking_id AND r.id = k.resource_id AND s.id = r.site_id
         AND %s
      RETURNING b.id, b.member_id, b.starts_at, b.ends_at,
                s.name || coalesce(', ' || nullif(s.address, ''), '') AS place
      """.formatted(TO_TELL);

  private AnyCarStore() {}

  /** The space groups of those cars. */
  static Future<List<Long>> untold(Sql sql, Instant now) {
    return sql.run(UNTOLD, at(now), at(now.plus(Occupied.BOUND_BEFORE)))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> row.getLong("space_group"))
            .toList());
  }

  /** Those whom nobody told yet; noted as told. */
  static Future<List<WhichCar.Given>> tell(Tx tx, Instant now) {
    return tx.run(TELL, at(now), at(now.plus(Occupied.BOUND_BEFORE)))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new WhichCar.Given(
                row.getLong("id"),
                row.getLong("member_id"),
                row.getOffsetDateTime("starts_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(),
                row.getString("place")))
            .toList());
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  /** Those that lie on it and are not bound to it yet. */
  static Query open(ResourceId car, Instant now) {
    return new Query(OPEN, List.of(car.value(), at(now.plus(Occupied.BOUND_BEFORE))));
  }
}
