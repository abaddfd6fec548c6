package coop.maillon.vehicle.fleet;

import coop.maillon.vehicle.Battery;
import coop.maillon.vehicle.Seasons;
import coop.maillon.vehicle.Vehicle;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What coordinators say of a vehicle.
 *
 * @param usableKwh what of the battery can be used today
 * @param kwhPer100Km in mild weather, counted in the battery
 * @param plugKw power of the charger or of the car, whichever is less
 * @param efficiency from the plug into the battery, 0 to 1
 * @param reserve which share of the battery remains at the end of every booking
 * @param margin how many times what was announced is planned
 * @param winter how many times as much it uses from December to February
 */
public record Parameters(
    double usableKwh,
    double kwhPer100Km,
    double plugKw,
    double efficiency,
    double reserve,
    double margin,
    double winter) {

  private static final double FLOOR = 0.05;
  private static final Duration TO_CONNECT = Duration.ofMinutes(15);

  /** With the defaults of the model: 90 % arrive in the battery, 15 % in reserve, a tenth more, 30 % more in winter. */
  public static Parameters of(double usableKwh, double kwhPer100Km, double plugKw) {
    return new Parameters(usableKwh, kwhPer100Km, plugKw, 0.90, 0.15, 1.10, 1.30);
  }

  /** The same with a consumption that was seen, in kWh per 100 km. */
  Parameters using(double seen) {
    return new Parameters(usableKwh, seen, plugKw, efficiency, reserve, margin, winter);
  }

  /** The months between winter and mild weather take a half and a sixth of what winter takes more, as in the model. */
  public Vehicle vehicle(ZoneId zone) {
    double more = winter - 1;
    return new Vehicle(
        Battery.of(usableKwh, plugKw, efficiency),
        kwhPer100Km,
        Seasons.of(winter, 1 + more / 2, 1 + more / 6),
        margin,
        reserve,
        FLOOR,
        TO_CONNECT,
        zone);
  }
}
