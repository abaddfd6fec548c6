package coop.maillon.vehicle.cost.tariff;

import coop.maillon.db.Tx;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.tariff.Tariff;
import coop.maillon.resource.tariff.TariffJson;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The SQL that writes tariffs; they are read with the catalogue. */
final class TariffStore {

  private static final String SET = """
      INSERT INTO tariff (resource_id, valid_from, base_cents, hour_cents, cap_cents, unused_share, tiers, extras, member_id, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """;

  /** Who set it, and when. */
  record By(long member, Instant now) {}

  Future<Void> set(Tx tx, ResourceId resource, Tariffs.Setting setting, By by) {
    Tariff tariff = setting.tariff();
    return tx.run(
            SET,
            resource.value(),
            setting.from(),
            (int) tariff.baseCents(),
            (int) tariff.hourCents(),
            cap(tariff),
            tariff.unusedShare(),
            TariffJson.tiers(tariff),
            TariffJson.extras(tariff),
            by.member(),
            by.now().atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  private static @Nullable Integer cap(Tariff tariff) {
    return tariff.capCents().isPresent() ? (int) tariff.capCents().getAsLong() : null;
  }
}
