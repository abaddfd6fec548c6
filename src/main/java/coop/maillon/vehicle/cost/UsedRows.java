package coop.maillon.vehicle.cost;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.tariff.Quote;
import coop.maillon.resource.tariff.Tariff;
import coop.maillon.vehicle.fleet.Parameters;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a row reads as what is known of a use. */
record UsedRows(Catalogue catalogue) {

  Used used(Row row) {
    var resource = new ResourceId(row.getLong("resource_id"));
    return new Used(
        resource,
        Quote.of(row.getJsonObject("quote")),
        new TimeSlot(
            row.getOffsetDateTime("starts_at").toInstant(),
            row.getOffsetDateTime("ends_at").toInstant()),
        row.getString("status").equals("released") ? Used.Coming.MISSED : Used.Coming.STOOD,
        Optional.ofNullable(row.getOffsetDateTime("left_at")).map(OffsetDateTime::toInstant),
        optional(row.getInteger("distance_km")),
        new Used.Dial(
            optional(row.getInteger("taken_km")), Optional.ofNullable(row.getDouble("taken_pct"))),
        new Used.Dial(
            optional(row.getInteger("back_km")), Optional.ofNullable(row.getDouble("back_pct"))),
        Optional.ofNullable(row.getDouble("usable_kwh")).map(kwh -> electric(row, resource)),
        faults(row));
  }

  /** Whoever finds a place taken, a charger broken or no cable cannot plug it in. */
  private static Set<Tariff.Fault> faults(Row row) {
    var faults = EnumSet.noneOf(Tariff.Fault.class);
    if ("other".equals(row.getString("plug"))) {
      faults.add(Tariff.Fault.UNPLUGGED);
    }
    if (row.getBoolean("awaited")) {
      faults.add(Tariff.Fault.AWAITED);
    }
    return faults;
  }

  private Used.Electric electric(Row row, ResourceId resource) {
    var parameters = new Parameters(
        row.getDouble("usable_kwh"),
        row.getDouble("kwh_per_100km"),
        row.getDouble("plug_kw"),
        row.getDouble("efficiency"),
        row.getDouble("reserve"),
        row.getDouble("margin"),
        row.getDouble("winter"));
    return new Used.Electric(
        parameters.vehicle(catalogue.known(resource).site().zone()),
        parameters.efficiency(),
        new Factor(
            row.getLong("factor"),
            row.getDouble("electricity_g_per_kwh"),
            row.getDouble("reference_g_per_km")));
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
