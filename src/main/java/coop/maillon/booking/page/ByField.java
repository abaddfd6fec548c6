package coop.maillon.booking.page;

import coop.maillon.web.FieldProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be mended in a form, found by the field's name. */
final class ByField {

  private ByField() {}

  static Map<String, String> of(List<FieldProblem> problems) {
    var byField = new LinkedHashMap<String, String>();
    problems.forEach(problem -> byField.putIfAbsent(problem.field(), problem.message()));
    return byField;
  }
}
