package coop.maillon.booking.page;

import coop.maillon.web.FieldProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What is to be mended in a form, found by the field's name. */
public final class ByField {

  private ByField() {}

  public static Map<String, String> of(List<FieldProblem> problems) {
    var byField = new LinkedHashMap<String, String>();
    problems.forEach(problem -> byField.putIfAbsent(name(problem.field()), problem.message()));
    return byField;
  }

  /** As templates write it: {@code endDate}. */
  private static String name(String field) {
    return Pattern.compile("-([a-z])")
        .matcher(field)
        .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }
}
