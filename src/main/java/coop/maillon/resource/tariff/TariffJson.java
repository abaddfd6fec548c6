package coop.maillon.resource.tariff;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Tariffs as the database keeps them. */
public final class TariffJson {

  private TariffJson() {}

  /** Objects with `id` `from` `base` `hour` `cap` `unused` `tiers` `extras`. */
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
            optional(cap),
            extras(row.getJsonObject("extras"))));
  }

  private static OptionalLong optional(@Nullable Long cents) {
    return cents == null ? OptionalLong.empty() : OptionalLong.of(cents);
  }

  private static Extras extras(JsonObject json) {
    return new Extras(
        Optional.ofNullable(json.getJsonObject("night"))
            .map(night -> new Extras.Night(
                LocalTime.parse(night.getString("from")),
                LocalTime.parse(night.getString("to")),
                night.getLong("hour"))),
        optional(json.getLong("dayCap")),
        optional(json.getLong("weekCap")),
        optional(json.getLong("noPlug")),
        Optional.ofNullable(json.getJsonObject("late"))
            .map(late -> new Extras.Late(late.getLong("cents"), late.getInteger("grace"))));
  }

  /** Only what there is of it: `night` `dayCap` `weekCap` `noPlug` `late`. */
  public static JsonObject extras(Tariff tariff) {
    var extras = tariff.extras();
    var json = new JsonObject();
    extras.night().ifPresent(night -> json.put("night", json(night)));
    extras.dayCap().ifPresent(cents -> json.put("dayCap", cents));
    extras.weekCap().ifPresent(cents -> json.put("weekCap", cents));
    extras.noPlug().ifPresent(cents -> json.put("noPlug", cents));
    extras.late().ifPresent(late -> json.put("late", json(late)));
    return json;
  }

  private static JsonObject json(Extras.Night night) {
    return new JsonObject()
        .put("from", night.from().toString())
        .put("to", night.to().toString())
        .put("hour", night.hourCents());
  }

  private static JsonObject json(Extras.Late late) {
    return new JsonObject().put("cents", late.cents()).put("grace", late.graceMinutes());
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
