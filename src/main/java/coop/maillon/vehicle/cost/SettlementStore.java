package coop.maillon.vehicle.cost;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.bill.Bill;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.ledger.TransferId;
import coop.maillon.member.MemberId;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.tariff.TariffJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The SQL of what bookings come to. */
final class SettlementStore {

  /** What is over: brought back, ended by time, or given free; what is late is not. */
  private static final String DUE = """
      SELECT DISTINCT b.id, b.member_id
        FROM booked k
        JOIN booking b ON b.id = k.booking_id
       WHERE k.quote IS NOT NULL AND k.settled_at IS NULL
         AND (b.status = 'released'
              OR b.status IN ('confirmed', 'started', 'completed')
                 AND (b.left_at IS NOT NULL
                      OR b.ends_at <= $1 AND NOT (b.must_return AND b.arrived_at IS NOT NULL)))
      """;

  private static final String ALL_DUE = DUE + " ORDER BY b.id LIMIT $2";

  private static final String ONE_DUE = DUE + " AND b.id = $2";

  /** One row each resource that is not settled yet. */
  private static final String USED = """
      SELECT b.status, b.starts_at, b.ends_at, b.left_at, b.distance_km, k.resource_id, k.quote,
             t.odometer_km AS taken_km, t.soc_pct AS taken_pct, r.odometer_km AS back_km, r.soc_pct AS back_pct,
             r.plug,
             -- Somebody else had it from a time on at which it was not back yet.
             (b.left_at > b.ends_at AND EXISTS (
               SELECT 1
                 FROM occupancy own
                 JOIN occupancy o ON o.unit_id = own.unit_id AND lower(o.during) < b.left_at AND upper(o.during) > b.ends_at
                 JOIN booking next ON next.id = o.booking_id
                WHERE own.booking_id = b.id AND own.resource_id = k.resource_id
                  AND next.member_id <> b.member_id AND next.starts_at >= b.ends_at AND next.starts_at < b.left_at
             )) IS TRUE AS awaited,
             v.usable_kwh, coalesce(v.learned_kwh_per_100km, v.kwh_per_100km) AS kwh_per_100km, v.plug_kw, v.efficiency,
             v.reserve, v.margin, v.winter,
             f.id AS factor, f.electricity_g_per_kwh, f.reference_g_per_km
        FROM booking b
        JOIN booked k ON k.booking_id = b.id
        LEFT JOIN vehicle_handover t ON t.booking_id = b.id AND t.resource_id = k.resource_id AND t.way = 'take'
        LEFT JOIN vehicle_handover r ON r.booking_id = b.id AND r.resource_id = k.resource_id AND r.way = 'return'
        LEFT JOIN vehicle v ON v.resource_id = k.resource_id
        LEFT JOIN LATERAL (
               SELECT c.id, c.electricity_g_per_kwh, c.reference_g_per_km
                 FROM carbon_factor c
                WHERE c.valid_from <= b.starts_at::date
                ORDER BY c.valid_from DESC, c.id DESC
                LIMIT 1) f ON true
       WHERE b.id = $1 AND k.quote IS NOT NULL AND k.settled_at IS NULL
       ORDER BY k.position
      """;

  private static final String SETTLE = """
      WITH told AS (UPDATE booked SET settled_at = $4 WHERE booking_id = $1 AND resource_id = $2)
      INSERT INTO settlement (booking_id, resource_id, member_id, at, booked_minutes, used_minutes, km, km_is_read, kwh,
                              kwh_is_read, emitted_kg, reference_kg, factor_id, tariff_id, cents, items, transfer_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
      """;

  private static final String CORRECTIONS = """
      SELECT (SELECT count(*) FROM settlement_correction c WHERE c.booking_id = $1)::int AS many, s.member_id
        FROM settlement s
       WHERE s.booking_id = $1 AND s.resource_id = $2
      """;

  private static final String CORRECT = """
      INSERT INTO settlement_correction (booking_id, resource_id, cents, reason, member_id, at, transfer_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """;

  /** A booking that is over, and whose it was. */
  record Due(BookingId booking, MemberId member) {}

  Future<List<Due>> due(Sql sql, Instant now, int atMost) {
    return sql.run(ALL_DUE, now.atOffset(UTC), atMost).map(SettlementStore::due);
  }

  Future<Optional<Due>> due(Sql sql, Instant now, BookingId booking) {
    return sql.run(ONE_DUE, now.atOffset(UTC), booking.value())
        .map(rows -> due(rows).stream().findFirst());
  }

  private static List<Due> due(Iterable<Row> rows) {
    var all = new ArrayList<Due>();
    rows.forEach(row ->
        all.add(new Due(new BookingId(row.getLong("id")), new MemberId(row.getLong("member_id")))));
    return all;
  }

  Future<List<Used>> used(Tx tx, BookingId booking, UsedRows rows) {
    return tx.run(USED, booking.value()).map(found -> {
      var all = new ArrayList<Used>();
      found.forEach(row -> all.add(rows.used(row)));
      return all;
    });
  }

  Future<Void> settle(Tx tx, Due due, Settled settled, Written written) {
    var usage = settled.usage();
    var energy = settled.energy();
    return tx.run(
            SETTLE,
            due.booking().value(),
            settled.resource().value(),
            due.member().value(),
            written.at().atOffset(UTC),
            usage.bookedMinutes(),
            usage.usedMinutes(),
            orNull(usage.km()),
            usage.reading() == Bill.Reading.READ,
            energy.map(Settled.Energy::kwh).orElse(null),
            energy.filter(one -> one.reading() == Bill.Reading.READ).isPresent(),
            energy.map(Settled.Energy::emittedKg).orElse(null),
            energy.map(Settled.Energy::referenceKg).orElse(null),
            energy.map(Settled.Energy::factor).orElse(null),
            settled.tariff().orElse(null),
            settled.cents(),
            TariffJson.items(settled.items()),
            written.transfer().map(TransferId::value).orElse(null))
        .mapEmpty();
  }

  /** When, and by which transfer, where anything was owed. */
  record Written(Instant at, Optional<TransferId> transfer) {}

  /** How often a booking was put right, and whose it was; empty where it is not settled. */
  record Standing(int corrections, MemberId member) {}

  Future<Optional<Standing>> standing(Sql sql, BookingId booking, ResourceId resource) {
    return sql.run(CORRECTIONS, booking.value(), resource.value()).map(rows -> {
      for (Row row : rows) {
        return Optional.of(
            new Standing(row.getInteger("many"), new MemberId(row.getLong("member_id"))));
      }
      return Optional.empty();
    });
  }

  Future<Void> correct(Tx tx, Correcting correcting, Written written) {
    return tx.run(
            CORRECT,
            correcting.booking().value(),
            correcting.resource().value(),
            correcting.cents(),
            correcting.reason(),
            correcting.actor().value(),
            written.at().atOffset(UTC),
            written.transfer().orElseThrow().value())
        .mapEmpty();
  }

  private static @Nullable Integer orNull(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }
}
