package coop.maillon.vehicle.fleet;

/**
 * What the trips of a vehicle have shown that it uses.
 *
 * @param kwhPer100Km in mild weather, counted in the battery
 * @param trips how many have told, one at least
 */
public record Learned(double kwhPer100Km, int trips) {}
