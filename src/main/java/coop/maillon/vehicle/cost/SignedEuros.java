package coop.maillon.vehicle.cost;

import coop.maillon.web.Fields;
import java.util.Optional;

/** An amount of euros with a sign, as people type it: −3,50. */
final class SignedEuros {

  private SignedEuros() {}

  /** In cents, not zero; noted as a problem where it is none. */
  static Optional<Long> read(Fields fields, String name) {
    if (!fields.has(name)) {
      return Optional.empty();
    }
    String text = String.valueOf(fields.raw(name))
        .replaceAll("[\\s\u00a0\u202f€]", "")
        .replace(',', '.')
        .replace('\u2212', '-');
    Optional<Long> cents = text.matches("[+-]?[0-9]{1,5}(\\.[0-9]{1,2})?")
        ? Optional.of(Math.round(Double.parseDouble(text) * 100))
        : Optional.empty();
    if (cents.filter(one -> one != 0).isEmpty()) {
      fields.problem(name, "cost.correction.amount.none");
      return Optional.empty();
    }
    return cents;
  }
}
