package coop.maillon.vehicle.handover;

import coop.maillon.booking.BookingId;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.Resource;
import coop.maillon.vehicle.damage.Damage;
import coop.maillon.vehicle.damage.DamageRows;
import coop.maillon.vehicle.fleet.ChargeRows;
import coop.maillon.vehicle.fleet.Standing;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** All the SQL of what is said when cars go and come back. */
final class HandoverStore {

  private static final String SHEET =
      """
      SELECT %s AS charge,
             (SELECT o.odometer_km
                FROM (SELECT odometer_km, at FROM vehicle_reading WHERE resource_id = $1 AND odometer_km IS NOT NULL
                      UNION ALL
                      SELECT odometer_km, at FROM vehicle_handover WHERE resource_id = $1 AND odometer_km IS NOT NULL) o
               ORDER BY o.at DESC
               LIMIT 1) AS last_km,
             EXISTS (SELECT 1 FROM access_shown WHERE booking_id = $2 AND member_id = $3) AS shown,
             EXISTS (SELECT 1 FROM vehicle_handover WHERE booking_id = $2 AND resource_id = $1 AND way = 'take') AS told,
             %s AS damages
      """.formatted(ChargeRows.inOne("$1"), DamageRows.openInOne("$1"));

  private static final String INSERT = """
      INSERT INTO vehicle_handover (booking_id, resource_id, way, at, member_id, odometer_km, soc_pct, plug, cable, damage,
                                    cleanliness)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """;

  private static final String SHOW = """
      INSERT INTO access_shown (booking_id, member_id, at) VALUES ($1, $2, $3)
      ON CONFLICT DO NOTHING
      RETURNING booking_id
      """;

  /** Of which car, for which booking, by whom. */
  record About(Resource car, BookingId booking, long member) {}

  Future<Sheet> sheet(Sql sql, About about) {
    return sql.run(SHEET, about.car().id().value(), about.booking().value(), about.member())
        .map(rows -> sheet(rows.iterator().next(), about.car()));
  }

  private static Sheet sheet(Row row, Resource car) {
    var charge = row.getJsonArray("charge").stream().map(JsonObject.class::cast).toList();
    @Nullable Integer last = row.getInteger("last_km");
    return new Sheet(
        Standing.of(charge, car.site().zone()),
        last == null ? OptionalInt.empty() : OptionalInt.of(last),
        row.getBoolean("shown") ? Sheet.Code.SHOWN : Sheet.Code.HIDDEN,
        row.getBoolean("told") ? Sheet.Taking.TOLD : Sheet.Taking.UNTOLD,
        row.getJsonArray("damages").stream()
            .map(JsonObject.class::cast)
            .map(Damage::of)
            .toList());
  }

  Future<Void> insert(Tx tx, About about, Handover said, Instant now) {
    return tx.run(
            INSERT,
            about.booking().value(),
            about.car().id().value(),
            Handover.word(said.way()),
            now.atOffset(ZoneOffset.UTC),
            about.member(),
            said.odometerKm().isPresent() ? said.odometerKm().getAsInt() : null,
            said.socPct().orElse(null),
            word(said.plug()),
            word(said.cable()),
            word(said.damage()),
            word(said.cleanliness()))
        .mapEmpty();
  }

  private static @Nullable String word(Optional<? extends Enum<?>> one) {
    return one.map(Handover::word).orElse(null);
  }

  /** Whether it is shown to them for the first time. */
  Future<Boolean> show(Tx tx, BookingId booking, long member, Instant now) {
    return tx.run(SHOW, booking.value(), member, now.atOffset(ZoneOffset.UTC))
        .map(rows -> rows.size() > 0);
  }
}
