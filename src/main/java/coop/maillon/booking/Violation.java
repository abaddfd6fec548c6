package coop.maillon.booking;

import coop.maillon.web.Words;
import java.util.HashMap;
import java.util.Map;

/**
 * A rule that stands in the way, with what its sentence needs.
 *
 * @param rule the word of the API, such as `opening-hours`; its sentence is `booking.rule.RULE`
 * @param values named values of the sentence
 */
public record Violation(String rule, Map<String, Object> values) {

  public Violation {
    values = Map.copyOf(values);
  }

  /** A rule that is said in more than one way: its value `how` says which. */
  private String key() {
    return values.containsKey("how") ? rule + "." + values.get("how") : rule;
  }

  /** Its sentence for a person; a number of minutes among its values is said as a length. */
  public String sentence(Words words) {
    var said = new HashMap<>(values);
    said.computeIfPresent(
        "minutes", (name, minutes) -> words.minutes(((Number) minutes).intValue()));
    return words.told("booking.rule." + key(), said);
  }
}
