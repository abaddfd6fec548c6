package coop.maillon.vehicle.cost.tariff;

import java.util.List;
import java.util.Map;

/**
 * What vehicle/tariff shows: what the use of one thing costs, has cost and will cost.
 *
 * @param present what counts today, in sentences; none where it is free
 * @param typed by name of the field, as a text
 * @param drives whether it may come back off its charger
 * @param tiers the fields of prices by the kilometre; none of what does not drive
 * @param versions all that were set, the newest first
 */
public record TariffPage(
    String title,
    String slug,
    List<String> present,
    Map<String, String> typed,
    boolean drives,
    List<TierFields> tiers,
    List<Row> versions,
    Map<String, String> problems) {

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  public boolean anyVersion() {
    return !versions.isEmpty();
  }

  /** From which kilometre on it costs how much; {@code first} is from the first one. */
  public record TierFields(
      boolean first,
      String from,
      String fromName,
      String fromProblem,
      String price,
      String priceName,
      String priceLabel,
      String priceProblem) {}

  /** One version. */
  public record Row(String from, String what, boolean present) {}
}
