package coop.maillon.booking.bill;

import coop.maillon.resource.ResourceId;
import coop.maillon.resource.tariff.TariffJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How what a booking came to is read, as a column of a query that asks more. */
public final class BillRows {

  private static final String COLUMN = """
      (SELECT coalesce(jsonb_agg(jsonb_build_object('resource', s.resource_id, 'booked', s.booked_minutes,
                'used', s.used_minutes, 'km', s.km, 'read', s.km_is_read, 'kwh', s.kwh, 'emitted', s.emitted_kg,
                'reference', s.reference_kg, 'items', s.items, 'electricity', f.electricity_source, 'perKwh', f.electricity_g_per_kwh, 'perKm', f.reference_g_per_km,
                'car', f.reference_source, 'dated', f.dated,
                'corrections', (SELECT coalesce(jsonb_agg(jsonb_build_object('cents', c.cents, 'reason', c.reason,
                                         'by', d.name) ORDER BY c.id), '[]')
                                  FROM settlement_correction c JOIN member d ON d.id = c.member_id
                                 WHERE c.booking_id = s.booking_id AND c.resource_id = s.resource_id))
                ORDER BY s.resource_id), '[]')
         FROM settlement s LEFT JOIN carbon_factor f ON f.id = s.factor_id
        WHERE s.booking_id = BOOKING) AS bills""";

  private BillRows() {}

  /** @param booking its id as the query has it, such as {@code $1} */
  public static String column(String booking) {
    return COLUMN.replace("BOOKING", booking);
  }

  public static List<Bill> read(Row row) {
    return objects(row.getJsonArray("bills")).stream().map(BillRows::bill).toList();
  }

  private static Bill bill(JsonObject json) {
    return new Bill(
        new ResourceId(json.getLong("resource")),
        usage(json),
        TariffJson.items(json.getJsonArray("items")),
        Optional.ofNullable(json.getDouble("reference")).map(kg -> carbon(json)),
        objects(json.getJsonArray("corrections")).stream()
            .map(one -> new Bill.Correction(
                one.getLong("cents"), one.getString("reason"), one.getString("by")))
            .toList());
  }

  private static Bill.Usage usage(JsonObject json) {
    Integer km = json.getInteger("km");
    return new Bill.Usage(
        json.getInteger("booked"),
        json.getInteger("used"),
        km == null ? OptionalInt.empty() : OptionalInt.of(km),
        json.getBoolean("read") ? Bill.Reading.READ : Bill.Reading.ANNOUNCED);
  }

  private static Bill.Carbon carbon(JsonObject json) {
    return new Bill.Carbon(
        json.getDouble("kwh"),
        json.getDouble("emitted"),
        json.getDouble("reference"),
        new Bill.Carbon.Factors(
            json.getDouble("perKwh"),
            json.getString("electricity"),
            json.getDouble("perKm"),
            json.getString("car"),
            LocalDate.parse(json.getString("dated"))));
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
