package coop.maillon.vehicle;

import java.time.Month;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much more is used in which month, cold and heating included; 1 in mild weather. The defaults: NAF's winter test takes a
 * quarter of the range (×1.32), FDM 1 % for each degree below 20 °C.
 */
public record Seasons(Map<Month, Double> factors) {

  /** The same all year round. */
  public static final Seasons NONE = of(1, 1, 1);

  public static final Seasons USUAL = of(1.30, 1.15, 1.05);

  public Seasons {
    factors = Map.copyOf(factors);
    if (factors.size() < 12 || factors.values().stream().anyMatch(factor -> !(factor > 0))) {
      throw new IllegalArgumentException("each month has a factor: " + factors);
    }
  }

  /** From December to February; in March and November; in April and October; 1 in the other months. */
  public static Seasons of(double winter, double cool, double fresh) {
    var factors = new EnumMap<Month, Double>(Month.class);
    for (Month month : Month.values()) {
      factors.put(
          month,
          switch (month) {
            case DECEMBER, JANUARY, FEBRUARY -> winter;
            case MARCH, NOVEMBER -> cool;
            case APRIL, OCTOBER -> fresh;
            default -> 1.0;
          });
    }
    return new Seasons(factors);
  }

  public double in(Month month) {
    return factors.getOrDefault(month, 1.0);
  }
}
