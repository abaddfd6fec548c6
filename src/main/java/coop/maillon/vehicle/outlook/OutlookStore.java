package coop.maillon.vehicle.outlook;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.ResourceId;
import coop.maillon.vehicle.State;
import coop.maillon.vehicle.fleet.ChargeRows;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All the SQL of what members were told of their charge. */
final class OutlookStore {

  /** What was told of the bookings that its charge is reckoned with: those that end after it was read. */
  private static final String READ = """
      SELECT %s AS charge,
             (SELECT coalesce(jsonb_object_agg(o.booking_id::text, o.told), '{}')
                FROM booked k
                JOIN booking b ON b.id = k.booking_id
                 AND b.ends_at > (SELECT max(r.at) FROM vehicle_reading r WHERE r.resource_id = $1)
                JOIN vehicle_outlook o ON o.booking_id = b.id
               WHERE k.resource_id = $1) AS told
      """.formatted(ChargeRows.inOne("$1"));

  private static final String TELL = """
      INSERT INTO vehicle_outlook (booking_id, told, told_at)
      SELECT n.booking_id, n.told, $3 FROM unnest($1::bigint[], $2::text[]) AS n (booking_id, told)
      ON CONFLICT (booking_id) DO UPDATE SET told = excluded.told, told_at = excluded.told_at
      """;

  private static final String CARS = "SELECT resource_id FROM vehicle ORDER BY resource_id";

  /** A car's charge, the rows of its bookings, and what was told. */
  record Known(List<JsonObject> charge, Map<Long, State> told) {

    long memberOf(long booking) {
      return charge.stream()
          .filter(row -> Long.valueOf(booking).equals(row.getLong("trip")))
          .findFirst()
          .orElseThrow()
          .getLong("member");
    }
  }

  Future<Known> read(Sql sql, ResourceId car) {
    return sql.run(READ, car.value()).map(rows -> known(rows.iterator().next()));
  }

  private static Known known(Row row) {
    var told = new HashMap<Long, State>();
    JsonObject words = row.getJsonObject("told");
    words
        .fieldNames()
        .forEach(id -> told.put(
            Long.valueOf(id), State.valueOf(words.getString(id).toUpperCase(Locale.ROOT))));
    return new Known(
        row.getJsonArray("charge").stream().map(JsonObject.class::cast).toList(), told);
  }

  Future<Void> tell(Tx tx, List<Outlook.News> news, Instant now) {
    return tx.run(
            TELL,
            news.stream().map(Outlook.News::booking).toArray(Long[]::new),
            news.stream().map(one -> word(one.is())).toArray(String[]::new),
            now.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** Those that are known by their charge. */
  Future<List<ResourceId>> cars(Sql sql) {
    return sql.run(CARS).map(rows -> {
      var cars = new ArrayList<ResourceId>();
      rows.forEach(row -> cars.add(new ResourceId(row.getLong("resource_id"))));
      return cars;
    });
  }
}
