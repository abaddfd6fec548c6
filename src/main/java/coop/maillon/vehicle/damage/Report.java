package coop.maillon.vehicle.damage;

import java.util.List;

/**
 * What somebody says that is damaged.
 *
 * @param place where on the car; may be empty
 * @param key of the form: sent twice, it is one report
 */
public record Report(Severity severity, String what, String place, List<Shot> shots, String key) {

  /** How many pictures one report may have. */
  static final int MOST_SHOTS = 4;

  public Report {
    shots = List.copyOf(shots);
  }

  public boolean isUnsafe() {
    return severity == Severity.UNSAFE;
  }
}
