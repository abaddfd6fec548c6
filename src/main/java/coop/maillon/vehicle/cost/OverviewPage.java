package coop.maillon.vehicle.cost;

import java.util.List;
import java.util.Optional;

/**
 * What vehicle/costs-of-all shows: what was used at the sites of a coordinator in a month, member by member and thing by thing.
 *
 * @param sites that can be chosen; none where there is one
 * @param administers whether the reader may set the factors
 * @param monthCsv the same for the accountant, and {@code yearCsv} the whole year
 */
public record OverviewPage(
    String month,
    Way before,
    Optional<Way> after,
    List<Way> sites,
    String monthCsv,
    String yearCsv,
    AmountWords sum,
    String carbon,
    String how,
    List<Line> members,
    List<Line> resources,
    boolean administers) {

  public boolean any() {
    return !members.isEmpty();
  }

  public boolean several() {
    return sites.size() > 2;
  }

  /** A link; {@code current} where it leads to this page. */
  public record Way(String href, String label, boolean current) {}

  /** One member's use, or that of one thing; {@code note} is empty where there is nothing more to say. */
  public record Line(String name, String note, AmountWords amount) {}
}
