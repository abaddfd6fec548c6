package coop.maillon.vehicle.cost;

import coop.maillon.vehicle.Carbon;

/**
 * By how much electricity and the car that would have been driven instead warm the air.
 *
 * @param id of the version
 * @param electricityGPerKwh at the plug
 */
record Factor(long id, double electricityGPerKwh, double referenceGPerKm) {

  /** @param efficiency from the plug into the battery, of the car */
  Carbon carbon(double efficiency) {
    return new Carbon(electricityGPerKwh, referenceGPerKm, efficiency);
  }
}
