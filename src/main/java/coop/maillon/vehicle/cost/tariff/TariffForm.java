package coop.maillon.vehicle.cost.tariff;

import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.tariff.Tariff;
import coop.maillon.vehicle.fleet.Decimals;
import coop.maillon.web.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a tariff as a coordinator types it, in euros. */
record TariffForm(Fields fields, Optional<Tariffs.Setting> read) {

  static final int TIERS = 3;
  static final int MOST_EUROS = 10_000;
  private static final int MOST_KM = 100_000;

  static TariffForm read(Fields fields, Resource resource) {
    fields.required("from");
    var from = fields.date("from");
    long base = cents(fields, "base").orElse(0);
    long hour = cents(fields, "hour").orElse(0);
    var cap = cents(fields, "cap");
    double unused = Decimals.read(fields, "unused", 0, 100).orElse(0.0) / 100;
    var tiers = resource.kind() == Kind.VEHICLE ? tiers(fields) : List.<Tariff.Tier>of();
    var extras = new ExtrasForm(fields).read();
    return new TariffForm(
        fields,
        fields.complete()
            ? from.map(day ->
                new Tariffs.Setting(day, new Tariff(base, hour, tiers, unused, cap).with(extras)))
            : Optional.empty());
  }

  static OptionalLong cents(Fields fields, String name) {
    return Decimals.read(fields, name, 0, MOST_EUROS).stream()
        .mapToLong(euros -> Math.round(euros * 100))
        .findFirst();
  }

  /** The first from the first kilometre on; of those behind, which rise, one that is left blank is none. */
  private static List<Tariff.Tier> tiers(Fields fields) {
    var tiers = new ArrayList<Tariff.Tier>();
    int last = -1;
    for (int i = 1; i <= TIERS; i++) {
      var price = Decimals.read(fields, "km" + i, 0, MOST_EUROS).map(euros -> euros * 100);
      var from = i == 1 ? Optional.of(0) : fields.whole("from" + i, 1, MOST_KM);
      if (price.isPresent() && from.isEmpty() && !fields.has("from" + i)) {
        fields.problem("from" + i, "field.required");
      }
      if (from.isPresent() && price.isPresent()) {
        if (from.get() <= last) {
          fields.problem("from" + i, "tariff.tiers.rise");
        } else {
          tiers.add(new Tariff.Tier(from.get(), price.get()));
          last = from.get();
        }
      }
    }
    return tiers;
  }
}
