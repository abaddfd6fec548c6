package coop.maillon.vehicle.fleet;

import coop.maillon.db.Query;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.ResourceId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All the SQL of vehicles and their charge. */
final class FleetStore {

  private static final String CHARGE = ChargeRows.of("$1");

  private static final String CHARGES = ChargeRows.of("ANY ($1)");

  /** What was learned of another battery, or beside another consumption, is forgotten. */
  private static final String EQUIP = """
      INSERT INTO vehicle (resource_id, usable_kwh, kwh_per_100km, plug_kw, efficiency, reserve, margin, winter)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (resource_id) DO UPDATE
         SET usable_kwh = excluded.usable_kwh, kwh_per_100km = excluded.kwh_per_100km, plug_kw = excluded.plug_kw,
             efficiency = excluded.efficiency, reserve = excluded.reserve, margin = excluded.margin,
             winter = excluded.winter,
             learned_kwh_per_100km = CASE WHEN %1$s THEN vehicle.learned_kwh_per_100km END,
             learned_trips = CASE WHEN %1$s THEN vehicle.learned_trips ELSE 0 END
      """.formatted(
          "$9 AND (vehicle.usable_kwh, vehicle.kwh_per_100km) = (excluded.usable_kwh, excluded.kwh_per_100km)");

  private static final String LEARN = """
      UPDATE vehicle SET learned_kwh_per_100km = $2, learned_trips = $3
       WHERE resource_id = $1 AND usable_kwh = $4 AND kwh_per_100km = $5
      """;

  private static final String NOTE = """
      INSERT INTO vehicle_reading (resource_id, at, soc_pct, plugged, odometer_km, member_id, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """;

  /** What it showed last, whoever looked, is what is put right. */
  private static final String CORRECT = """
      INSERT INTO vehicle_reading (resource_id, at, soc_pct, plugged, odometer_km, corrects_km, member_id, created_at)
      VALUES ($1, $2, $3, $4, $5,
              (SELECT o.odometer_km
                 FROM (SELECT odometer_km, at FROM vehicle_reading WHERE resource_id = $1 AND odometer_km IS NOT NULL
                       UNION ALL
                       SELECT odometer_km, at FROM vehicle_handover WHERE resource_id = $1 AND odometer_km IS NOT NULL) o
                ORDER BY o.at DESC
                LIMIT 1),
              $6, $7)
      """;

  /** What is read before a booking of the vehicle is judged. */
  static Query charge(ResourceId id) {
    return new Query(CHARGE, List.of(id.value()));
  }

  Future<List<JsonObject>> charge(Sql sql, ResourceId id) {
    return sql.run(CHARGE, id.value()).map(FleetStore::json);
  }

  /** The rows of each of these that is judged by its charge, by one statement. */
  Future<Map<ResourceId, List<JsonObject>>> charges(Sql sql, Collection<ResourceId> ids) {
    return sql.run(CHARGES, (Object) ids.stream().map(ResourceId::value).toArray(Long[]::new))
        .map(rows -> json(rows).stream()
            .collect(Collectors.groupingBy(row -> new ResourceId(row.getLong("resource_id")))));
  }

  private static List<JsonObject> json(RowSet<Row> rows) {
    var list = new ArrayList<JsonObject>();
    for (Row row : rows) {
      list.add(row.toJson());
    }
    return list;
  }

  /** Nothing where somebody wrote something else of it meanwhile. */
  Future<Void> learn(Tx tx, ResourceId id, Learned seen, Parameters beside) {
    return tx.run(
            LEARN,
            id.value(),
            seen.kwhPer100Km(),
            seen.trips(),
            beside.usableKwh(),
            beside.kwhPer100Km())
        .mapEmpty();
  }

  Future<Void> equip(Tx tx, ResourceId id, Parameters is, VehicleForm.Memory learned) {
    return tx.run(
            EQUIP,
            id.value(),
            is.usableKwh(),
            is.kwhPer100Km(),
            is.plugKw(),
            is.efficiency(),
            is.reserve(),
            is.margin(),
            is.winter(),
            learned == VehicleForm.Memory.KEEP)
        .mapEmpty();
  }

  /** Who noted it, and when. */
  record By(long member, Instant now) {}

  Future<Void> note(Tx tx, ResourceId id, Noted noted, By by) {
    return tx.run(NOTE, values(id, noted, by)).mapEmpty();
  }

  Future<Void> correct(Tx tx, ResourceId id, Noted noted, By by) {
    return tx.run(CORRECT, values(id, noted, by)).mapEmpty();
  }

  private static @Nullable Object[] values(ResourceId id, Noted noted, By by) {
    @Nullable
    Integer odometer = noted.odometerKm().isPresent() ? noted.odometerKm().getAsInt() : null;
    return new @Nullable Object[] {
      id.value(),
      noted.at().atOffset(ZoneOffset.UTC),
      noted.socPct(),
      noted.plugged(),
      odometer,
      by.member(),
      by.now().atOffset(ZoneOffset.UTC)
    };
  }
}
