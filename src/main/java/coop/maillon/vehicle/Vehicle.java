package coop.maillon.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What is known of a vehicle, as far as its charge goes.
 *
 * @param kwhPer100Km what it uses in mild weather, counted in the battery: without the losses of charging
 * @param margin by how much more is planned than was announced: 1.10 is a tenth more
 * @param reserveShare which share of the battery remains at the end of every booking
 * @param floorShare below which no trip is believed
 * @param connectionDelay from a return until charging counts
 * @param zone whose months the seasons are
 */
public record Vehicle(
    Battery battery,
    double kwhPer100Km,
    Seasons seasons,
    double margin,
    double reserveShare,
    double floorShare,
    Duration connectionDelay,
    ZoneId zone) {

  /** Kilometres of rounding. */
  private static final double DUST = 1e-9;

  public Vehicle {
    if (!(kwhPer100Km > 0 && margin > 0) || !(0 <= floorShare && floorShare <= reserveShare)) {
      throw new IllegalArgumentException(
          "a vehicle uses something, and its floor is under its reserve");
    }
  }

  /** With the defaults of the model: a tenth more, 15 % in reserve, a quarter of an hour to connect. */
  public static Vehicle of(Battery battery, double kwhPer100Km, ZoneId zone) {
    return new Vehicle(
        battery, kwhPer100Km, Seasons.USUAL, 1.10, 0.15, 0.05, Duration.ofMinutes(15), zone);
  }

  public double reserveKwh() {
    return reserveShare * battery.usableKwh();
  }

  public double floorKwh() {
    return floorShare * battery.usableKwh();
  }

  /**
   * What one kilometre takes, in kWh.
   *
   * @param severity 1 in town and country, 1.2 on motorways, 1.1 loaded
   */
  public double kwhPerKm(Instant start, double severity) {
    return kwhPer100Km / 100 * season(start) * severity * margin;
  }

  /** How many times as much it uses in the month of that moment as in mild weather. */
  public double season(Instant at) {
    return seasons.in(at.atZone(zone).getMonth());
  }

  /** What a trip takes of the battery, in kWh. */
  public double need(Trip trip) {
    return trip.km() * kwhPerKm(trip.start(), trip.severity());
  }

  /** How many whole kilometres of such a trip so many kWh last; 0 where there are none. */
  int kmOf(double spareKwh, Trip trip) {
    return spareKwh <= 0
        ? 0
        : (int) Math.floor(spareKwh / kwhPerKm(trip.start(), trip.severity()) + DUST);
  }

  Vehicle with(Seasons other, double otherMargin) {
    return new Vehicle(
        battery, kwhPer100Km, other, otherMargin, reserveShare, floorShare, connectionDelay, zone);
  }
}
