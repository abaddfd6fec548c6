package coop.maillon.vehicle.carbon;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** All the SQL of carbon factors. */
final class CarbonStore {

  private static final String ALL = """
      SELECT electricity_g_per_kwh, electricity_source, reference_g_per_km, reference_source, dated, valid_from
        FROM carbon_factor
       ORDER BY valid_from DESC, id DESC
      """;

  private static final String SET = """
      INSERT INTO carbon_factor (electricity_g_per_kwh, electricity_source, reference_g_per_km, reference_source, dated, valid_from,
                                 member_id, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  /** Those that count last first. */
  Future<List<Factors>> all(Sql sql) {
    return sql.run(ALL).map(rows -> {
      var all = new ArrayList<Factors>();
      rows.forEach(row -> all.add(new Factors(
          row.getDouble("electricity_g_per_kwh"),
          row.getString("electricity_source"),
          row.getDouble("reference_g_per_km"),
          row.getString("reference_source"),
          row.getLocalDate("dated"),
          row.getLocalDate("valid_from"))));
      return all;
    });
  }

  Future<Void> set(Tx tx, Factors factors, long member, Instant now) {
    return tx.run(
            SET,
            factors.electricityGPerKwh(),
            factors.electricitySource(),
            factors.referenceGPerKm(),
            factors.referenceSource(),
            factors.dated(),
            factors.from(),
            member,
            now.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }
}
