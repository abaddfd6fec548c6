package coop.maillon.web;

import java.util.Map;

/** A page that says what went wrong and what to do now. */
public record ErrorPage(String title, String text, String requestId, boolean retry, boolean ours) {

  private static final Map<Integer, String> NAMES = Map.ofEntries(
      Map.entry(400, "invalid"),
      Map.entry(401, "unauthorized"),
      Map.entry(403, "forbidden"),
      Map.entry(404, "not-found"),
      Map.entry(405, "method"),
      Map.entry(409, "state"),
      Map.entry(412, "changed"),
      Map.entry(413, "too-large"),
      Map.entry(415, "media-type"),
      Map.entry(428, "version-required"),
      Map.entry(429, "too-many"),
      Map.entry(500, "failure"),
      Map.entry(503, "unavailable"));

  static ErrorPage of(int status, Ask ask) {
    String name = name(status);
    Words words = ask.words();
    return new ErrorPage(
        words.say("problem." + name),
        words.say("problem." + name + ".text"),
        ask.requestId(),
        status == 503 || status == 429,
        status >= 500);
  }

  static ErrorPage of(FieldProblem problem, Ask ask) {
    return new ErrorPage(
        ask.words().say("problem.invalid"),
        ask.words().say("field.named", "field", problem.field(), "why", problem.message()),
        ask.requestId(),
        false,
        false);
  }

  /** The last part of {@code /problems/NAME}. */
  static String name(int status) {
    return NAMES.getOrDefault(status, status < 500 ? "invalid" : "failure");
  }
}
