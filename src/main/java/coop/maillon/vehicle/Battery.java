package coop.maillon.vehicle;

/**
 * A battery on its charger. Above the taper it takes a part of the power only; the defaults of 80 % and one half are pessimistic
 * for alternating current on purpose (piecewise linear after Montoya et al. 2017).
 *
 * @param usableKwh what can be used of it today
 * @param taperShare from which share of it on it charges slowly
 * @param taperRatio how slowly: share of the full power
 * @param limitShare up to which share it is charged
 * @param inputKw what goes into it below the taper: power at the plug times the efficiency from there
 */
public record Battery(
    double usableKwh, double taperShare, double taperRatio, double limitShare, double inputKw) {

  public Battery {
    if (!(usableKwh > 0 && inputKw > 0 && taperRatio > 0)
        || !(taperShare > 0 && taperShare <= 1 && limitShare > 0 && limitShare <= 1)) {
      throw new IllegalArgumentException("a battery holds and takes something");
    }
  }

  /** With the taper and the limit of the model. */
  public static Battery of(double usableKwh, double plugKw, double efficiency) {
    return new Battery(usableKwh, 0.80, 0.50, 1.00, plugKw * efficiency);
  }

  /** What it holds when it is charged to its limit. */
  public double mostKwh() {
    return limitShare * usableKwh;
  }

  /** What it holds after so many hours on the charger. */
  public double charged(double kwh, double hours) {
    if (hours <= 0 || kwh >= mostKwh()) {
      return kwh;
    }
    double knee = kneeKwh();
    if (kwh >= knee) {
      return Math.min(mostKwh(), kwh + slowKw() * hours);
    }
    double fast = (knee - kwh) / inputKw;
    return hours <= fast
        ? kwh + inputKw * hours
        : Math.min(mostKwh(), knee + slowKw() * (hours - fast));
  }

  /** How many hours it takes from one content to another; infinity beyond its limit. */
  public double hoursTo(double fromKwh, double toKwh) {
    if (toKwh <= fromKwh) {
      return 0;
    }
    if (toKwh > mostKwh()) {
      return Double.POSITIVE_INFINITY;
    }
    double taper = taperKwh();
    double fast = Math.max(0, Math.min(toKwh, taper) - fromKwh) / inputKw;
    return fast + Math.max(0, toKwh - Math.max(fromKwh, taper)) / slowKw();
  }

  /** The least that it must hold to have so much after so many hours; infinity beyond its limit, however long it charges. */
  public double needed(double kwh, double hours) {
    if (kwh > mostKwh()) {
      return Double.POSITIVE_INFINITY;
    }
    if (hours <= 0) {
      return kwh;
    }
    double taper = taperKwh();
    if (kwh <= taper) {
      return Math.max(0, kwh - inputKw * hours);
    }
    double slow = (kwh - taper) / slowKw();
    return hours <= slow ? kwh - slowKw() * hours : Math.max(0, taper - inputKw * (hours - slow));
  }

  public double percent(double kwh) {
    return 100 * kwh / usableKwh;
  }

  public double kwh(double percent) {
    return percent / 100 * usableKwh;
  }

  private double taperKwh() {
    return taperShare * usableKwh;
  }

  private double kneeKwh() {
    return Math.min(taperKwh(), mostKwh());
  }

  private double slowKw() {
    return taperRatio * inputKw;
  }
}
