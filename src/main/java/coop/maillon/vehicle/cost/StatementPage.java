package coop.maillon.vehicle.cost;

import java.util.List;
import java.util.Optional;

/**
 * What vehicle/costs shows: what somebody used in a month, and the months of the year.
 *
 * @param carbon what was spared in it; empty where nothing was driven by electricity
 * @param how by which factors
 */
public record StatementPage(
    String month,
    Way before,
    Optional<Way> after,
    String csv,
    List<Line> lines,
    AmountWords sum,
    String carbon,
    String how,
    String year,
    List<Month> months,
    AmountWords yearly,
    String yearlyCarbon) {

  public boolean any() {
    return !lines.isEmpty();
  }

  public boolean anyMonth() {
    return !months.isEmpty();
  }

  /** Another month. */
  public record Way(String href, String label) {}

  /** One use; it leads to its booking. */
  public record Line(
      String href, String resource, String when, String activity, AmountWords amount) {}

  /** One month of the year in which something was used. */
  public record Month(String href, String label, boolean current, AmountWords amount) {}
}
