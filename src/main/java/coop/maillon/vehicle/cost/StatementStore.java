package coop.maillon.vehicle.cost;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.bill.Bill;
import coop.maillon.booking.bill.BillRows;
import coop.maillon.db.Sql;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL that reads what bookings came to. */
final class StatementStore {

  private static final String BILLS = "SELECT " + BillRows.column("$1");

  /** What is free and does not drive is used all the same, once its time is over. */
  private static final String USES = """
      SELECT b.id, k.resource_id, b.starts_at, b.ends_at, b.activity, r.kind = 'vehicle' AS drives,
             coalesce(s.used_minutes, extract(epoch FROM b.ends_at - b.starts_at)::int / 60) AS minutes,
             coalesce(s.cents, 0) + coalesce((SELECT sum(c.cents) FROM settlement_correction c
                WHERE c.booking_id = s.booking_id AND c.resource_id = s.resource_id), 0)::bigint AS cents,
             s.km, s.kwh, s.emitted_kg, s.reference_kg,
             CASE WHEN s.km_is_read AND b.distance_km IS NOT NULL THEN b.distance_km ELSE 0 END AS announced_km,
             CASE WHEN s.km_is_read AND b.distance_km IS NOT NULL THEN s.km ELSE 0 END AS read_km,
             (h.plug IS NOT NULL)::int AS returns, (h.plug IS NOT DISTINCT FROM 'plugged')::int AS plugged
        FROM booking b
        JOIN booked k ON k.booking_id = b.id
        JOIN resource r ON r.id = k.resource_id
        LEFT JOIN settlement s ON s.booking_id = b.id AND s.resource_id = k.resource_id
        LEFT JOIN vehicle_handover h ON h.booking_id = b.id AND h.resource_id = k.resource_id AND h.way = 'return'
       WHERE b.member_id = $1 AND b.starts_at >= $2 AND b.starts_at < $3
         AND (s.booking_id IS NOT NULL
              OR k.quote IS NULL AND b.ends_at <= $4 AND b.status IN ('confirmed', 'started', 'completed'))
       ORDER BY b.starts_at, b.id, k.position
      """;

  /** What was reckoned of these resources, together for each member, month, activity and resource. */
  private static final String SUMS = """
      SELECT m.id AS member, m.name, date_trunc('month', b.starts_at AT TIME ZONE $4)::date AS month, b.activity, s.resource_id,
             count(*)::int AS uses, sum(s.used_minutes)::int AS minutes, count(*) FILTER (WHERE r.kind = 'vehicle')::int AS trips,
             (sum(s.cents) + coalesce(sum(c.cents), 0))::bigint AS cents,
             sum(s.km)::int AS km, sum(s.kwh) AS kwh, sum(s.emitted_kg) AS emitted_kg, sum(s.reference_kg) AS reference_kg,
             coalesce(sum(b.distance_km) FILTER (WHERE s.km_is_read AND b.distance_km IS NOT NULL), 0)::int AS announced_km,
             coalesce(sum(s.km) FILTER (WHERE s.km_is_read AND b.distance_km IS NOT NULL), 0)::int AS read_km,
             count(h.plug)::int AS returns, (count(*) FILTER (WHERE h.plug = 'plugged'))::int AS plugged
        FROM settlement s
        JOIN booking b ON b.id = s.booking_id
        JOIN member m ON m.id = b.member_id
        JOIN resource r ON r.id = s.resource_id
        LEFT JOIN vehicle_handover h ON h.booking_id = s.booking_id AND h.resource_id = s.resource_id AND h.way = 'return'
        LEFT JOIN LATERAL (
               SELECT sum(k.cents) AS cents
                 FROM settlement_correction k
                WHERE k.booking_id = s.booking_id AND k.resource_id = s.resource_id) c ON true
       WHERE s.resource_id = ANY ($1) AND b.starts_at >= $2 AND b.starts_at < $3
       GROUP BY m.id, m.name, 3, b.activity, s.resource_id
       ORDER BY m.name COLLATE "fr-x-icu", m.id, 3, b.activity, s.resource_id
      """;

  private static final String FACTORS = """
      SELECT electricity_g_per_kwh, electricity_source, reference_g_per_km, reference_source, dated
        FROM carbon_factor
       WHERE valid_from <= $1
       ORDER BY valid_from DESC, id DESC
       LIMIT 1
      """;

  Future<List<Bill>> bills(Sql sql, BookingId booking) {
    return sql.run(BILLS, booking.value())
        .map(rows -> BillRows.read(rows.iterator().next()));
  }

  /** Of whom, of what began in which time, as far as it is over by then. */
  record Asked(long member, TimeSlot window, Instant now) {}

  Future<List<Use>> uses(Sql sql, Asked asked) {
    return sql.run(
            USES,
            asked.member(),
            asked.window().start().atOffset(UTC),
            asked.window().end().atOffset(UTC),
            asked.now().atOffset(UTC))
        .map(rows -> {
          var uses = new ArrayList<Use>();
          rows.forEach(row -> uses.add(use(row)));
          return uses;
        });
  }

  private static Use use(Row row) {
    int trips = row.getBoolean("drives") ? 1 : 0;
    return new Use(
        new BookingId(row.getLong("id")),
        new ResourceId(row.getLong("resource_id")),
        new TimeSlot(
            row.getOffsetDateTime("starts_at").toInstant(),
            row.getOffsetDateTime("ends_at").toInstant()),
        row.getString("activity"),
        new Use.Amount(
            1, trips, row.getInteger("minutes"), row.getLong("cents"), trip(row), habits(row)));
  }

  private static Optional<Use.Trip> trip(Row row) {
    return Optional.ofNullable(row.getInteger("km"))
        .map(km -> new Use.Trip(
            km,
            orNothing(row.getDouble("kwh")),
            orNothing(row.getDouble("emitted_kg")),
            orNothing(row.getDouble("reference_kg"))));
  }

  private static Use.Habits habits(Row row) {
    return new Use.Habits(
        row.getInteger("announced_km"),
        row.getInteger("read_km"),
        row.getInteger("returns"),
        row.getInteger("plugged"));
  }

  private static double orNothing(@Nullable Double number) {
    return number == null ? 0 : number;
  }

  /** What began in which time, by whose calendar. */
  record Span(TimeSlot window, ZoneId zone) {}

  Future<List<Together>> sums(Sql sql, Collection<ResourceId> resources, Span span) {
    return sql.run(
            SUMS,
            resources.stream().map(ResourceId::value).toArray(Long[]::new),
            span.window().start().atOffset(UTC),
            span.window().end().atOffset(UTC),
            span.zone().getId())
        .map(rows -> {
          var sums = new ArrayList<Together>();
          rows.forEach(row -> sums.add(together(row)));
          return sums;
        });
  }

  private static Together together(Row row) {
    return new Together(
        row.getLong("member"),
        row.getString("name"),
        row.getLocalDate("month"),
        row.getString("activity"),
        new ResourceId(row.getLong("resource_id")),
        new Use.Amount(
            row.getInteger("uses"),
            row.getInteger("trips"),
            row.getInteger("minutes"),
            row.getLong("cents"),
            trip(row),
            habits(row)));
  }

  /** Those that count on that day. */
  Future<Bill.Carbon.Factors> factors(Sql sql, LocalDate day) {
    return sql.run(FACTORS, day)
        .map(rows -> rows.iterator().next())
        .map(row -> new Bill.Carbon.Factors(
            row.getDouble("electricity_g_per_kwh"),
            row.getString("electricity_source"),
            row.getDouble("reference_g_per_km"),
            row.getString("reference_source"),
            row.getLocalDate("dated")));
  }
}
