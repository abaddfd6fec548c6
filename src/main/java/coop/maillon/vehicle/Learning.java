package coop.maillon.vehicle;

/** Consumption learned from trips, slowly and within bounds: one percent of charge is half a kWh, so short ones say little. */
public final class Learning {

  private static final double SHORTEST_KM = 20;
  private static final double STEP = 0.2;
  private static final double MOST_OFF = 0.4;

  private Learning() {}

  /**
   * A trip that was driven.
   *
   * @param usedKwh of the battery
   * @param factor season times severity
   */
  public record Driven(double km, double usedKwh, double factor) {}

  /**
   * What a vehicle uses, after one more trip.
   *
   * @param specified by its maker, in kWh per 100 km of mild weather: what is learned stays within 40 % of it
   * @param known learned so far
   */
  public static double after(double specified, double known, Driven trip) {
    if (trip.km() < SHORTEST_KM || trip.usedKwh() <= 0) {
      return known;
    }
    double observed = 100 * trip.usedKwh() / trip.km() / trip.factor();
    double next = known + STEP * Math.min(1, trip.km() / 100) * (observed - known);
    return Math.max(specified * (1 - MOST_OFF), Math.min(specified * (1 + MOST_OFF), next));
  }

  /** Whether a drop of charge can be believed for so many kilometres: between 0.4 and 2.5 times what was to be expected. */
  public static boolean isPlausible(double expectedKwh, double usedKwh) {
    return usedKwh >= 0.4 * expectedKwh && usedKwh <= 2.5 * expectedKwh;
  }
}
