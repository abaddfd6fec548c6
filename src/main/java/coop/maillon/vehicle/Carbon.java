package coop.maillon.vehicle;

/**
 * What a trip emits and what it avoids: an estimate of use alone, assuming that it would have been driven in the reference car.
 *
 * @param electricityGPerKwh at the plug; 46.1 g for the French consumption mix (Base Empreinte, Electricité 2025, mix moyen
 *     consommation, smoothed 2022–25)
 * @param referenceGPerKm of the car it is compared with; 212.03 g for a compact petrol car, fuel only (7.853 L/100 km real
 *     consumption at 2.7 kg/L, ADEME)
 * @param efficiency from the plug into the battery
 */
public record Carbon(double electricityGPerKwh, double referenceGPerKm, double efficiency) {

  /** 6.49 L/100 km by the norm, 21 % more in reality. */
  private static final double PETROL_G_PER_KM = 6.49 * 1.21 / 100 * 2700;

  public static final Carbon FRANCE = new Carbon(46.1, PETROL_G_PER_KM, 0.90);

  /** In kg, for so many kWh out of the battery. */
  public double emitted(double batteryKwh) {
    return batteryKwh / efficiency * electricityGPerKwh / 1000;
  }

  /** In kg. */
  public double reference(double km) {
    return km * referenceGPerKm / 1000;
  }

  /** In kg; less than nothing where the reference would have been better. */
  public double avoided(double km, double batteryKwh) {
    return reference(km) - emitted(batteryKwh);
  }
}
