package coop.maillon.vehicle;

/** How well a trip is provided for. */
public enum State {
  /** It ends with its reserve. */
  OK,
  /** Between the floor and the reserve. */
  TIGHT,
  /** Below what can be believed. */
  BROKEN;

  /** By what is expected to be left at its end. */
  public static State of(Vehicle vehicle, double endKwh) {
    if (endKwh >= vehicle.reserveKwh() - 1e-9) {
      return OK;
    }
    return endKwh >= vehicle.floorKwh() ? TIGHT : BROKEN;
  }
}
