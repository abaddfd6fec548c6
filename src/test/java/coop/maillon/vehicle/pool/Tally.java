package coop.maillon.vehicle.pool;

import java.util.Locale;

/**
 * What came of simulated weeks.
 *
 * @param overlap refused since no car had the time
 * @param range refused since those that had the time would not go so far
 * @param underByPlan accepted, and would end under the reserve as announced
 * @param under ended under the reserve when driven
 * @param flat ran out of charge when driven
 */
record Tally(
    int accepted, int overlap, int range, int moves, int underByPlan, int under, int flat) {

  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        accepted + other.accepted,
        overlap + other.overlap,
        range + other.range,
        moves + other.moves,
        underByPlan + other.underByPlan,
        under + other.under,
        flat + other.flat);
  }

  String line(Rule rule, int weeks) {
    double asked = accepted + overlap + range;
    return String.format(
        Locale.ROOT,
        "%-12s accepted %.1f %%, refused by overlap %.1f %%, by range %.1f %%, %.1f moves a week;"
            + " of the accepted under reserve by plan %.1f %%, when driven %.1f %%, flat %.1f %%",
        rule,
        100 * accepted / asked,
        100 * overlap / asked,
        100 * range / asked,
        moves / (double) weeks,
        100.0 * underByPlan / accepted,
        100.0 * under / accepted,
        100.0 * flat / accepted);
  }
}
