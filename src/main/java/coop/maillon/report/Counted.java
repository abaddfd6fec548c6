package coop.maillon.report;

import coop.maillon.resource.ResourceId;
import java.util.List;

/** What was counted for a report beside the hours. */
record Counted(List<Refusals> refusals, List<Arrivals> arrivals) {

  Counted {
    refusals = List.copyOf(refusals);
    arrivals = List.copyOf(arrivals);
  }

  static final Counted NOTHING = new Counted(List.of(), List.of());

  /**
   * How often a resource was refused for one reason.
   *
   * @param rule a rule's word, or `taken`
   * @param wanted the hour in which the time that was asked for begins
   */
  record Refusals(ResourceId resource, String rule, HourOfWeek wanted, int count) {}

  /**
   * Bookings of which somebody had to say that they are there.
   *
   * @param due those of which it was time to
   * @param missed those of which nobody did
   */
  record Arrivals(ResourceId resource, int due, int missed) {

    int percent() {
      return due == 0 ? 0 : (int) Math.round(100.0 * missed / due);
    }
  }
}
