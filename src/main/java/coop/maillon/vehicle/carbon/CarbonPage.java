package coop.maillon.vehicle.carbon;

import java.util.List;
import java.util.Map;

/**
 * What vehicle/carbon shows: the factors, and a form for others.
 *
 * @param typed by name of the field, as a text
 * @param versions those that count last first
 */
public record CarbonPage(
    Map<String, String> typed, List<Row> versions, Map<String, String> problems) {

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  /** One version; {@code present} is the one that counts today. */
  public record Row(String from, String said, boolean present) {}
}
