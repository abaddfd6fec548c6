package coop.maillon.vehicle.fleet;

import coop.maillon.web.Fields;
import java.util.Optional;

/** Numbers with a comma or a point, as people type them, or as a program sends them. */
public final class Decimals {

  private Decimals() {}

  /** Noted as a problem where it is none, or not between the two. */
  public static Optional<Double> read(Fields fields, String name, double min, double max) {
    if (!fields.has(name)) {
      return Optional.empty();
    }
    Optional<Double> number = parsed(String.valueOf(fields.raw(name)).strip().replace(',', '.'));
    if (number.filter(value -> value >= min && value <= max).isEmpty()) {
      fields.problem(name, "vehicle.field.between", "min", min, "max", max);
      return Optional.empty();
    }
    return number;
  }

  private static Optional<Double> parsed(String text) {
    return text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")
        ? Optional.of(Double.valueOf(text))
        : Optional.empty();
  }
}
