package coop.maillon.booking;

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
}
