package coop.maillon.vehicle;

/** Charging on the way, by direct current. */
public final class Underway {

  private static final double POWER_KW = 50;
  private static final double EFFICIENCY = 0.93;
  private static final double OVERHEAD_MINUTES = 10;

  private Underway() {}

  /** How long a stop for so many kWh takes, in minutes, the way to the charger included. */
  public static double minutes(double kwh) {
    return kwh / (POWER_KW * EFFICIENCY) * 60 + OVERHEAD_MINUTES;
  }
}
