package coop.maillon.resource.tariff;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** Tariffs as the database keeps them. */
public final class TariffJson {

  private TariffJson() {}

  /** Objects with `id` `from` `base` `hour` `cap` `unused` `tiers`. */
  public static Versions versions(JsonArray rows) {
    return new Versions(objects(rows).stream().map(TariffJson::version).toList());
  }

  private static Version version(JsonObject row) {
    Long cap = row.getLong("cap");
    return new Version(
        row.getLong("id"),
        LocalDate.parse(row.getString("from")),
        new Tariff(
            row.getLong("base"),
            row.getLong("hour"),
            tiers(row.getJsonArray("tiers")),
            row.getDouble("unused"),
            cap == null ? OptionalLong.empty() : OptionalLong.of(cap)));
  }

  public static JsonArray tiers(Tariff tariff) {
    var tiers = new JsonArray();
    tariff
        .tiers()
        .forEach(tier -> tiers.add(
            new JsonObject().put("fromKm", tier.fromKm()).put("centsPerKm", tier.centsPerKm())));
    return tiers;
  }

  private static List<Tariff.Tier> tiers(JsonArray tiers) {
    return objects(tiers).stream()
        .map(tier -> new Tariff.Tier(tier.getInteger("fromKm"), tier.getDouble("centsPerKm")))
        .toList();
  }

  public static JsonArray items(List<Tariff.Item> items) {
    var array = new JsonArray();
    items.forEach(item -> array.add(new JsonObject()
        .put("kind", item.kind())
        .put("amount", item.amount())
        .put("cents", item.cents())));
    return array;
  }

  public static List<Tariff.Item> items(JsonArray items) {
    return objects(items).stream()
        .map(item -> new Tariff.Item(
            item.getString("kind"), item.getDouble("amount"), item.getLong("cents")))
        .toList();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
