package coop.maillon.vehicle.cost;

import coop.maillon.booking.bill.CostPart;
import java.util.List;
import java.util.Map;

/**
 * What vehicle/correction shows: what a booking came to, and a line more.
 *
 * @param seen how many lines there are already
 * @param resources of which the line can be, where there are several
 */
public record CorrectionPage(
    String title,
    String when,
    String back,
    CostPart cost,
    int seen,
    List<Choice> resources,
    String amount,
    String reason,
    Map<String, String> problems) {

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  public boolean several() {
    return resources.size() > 1;
  }

  /** One thing that was used. */
  public record Choice(String value, String label, boolean chosen) {}
}
