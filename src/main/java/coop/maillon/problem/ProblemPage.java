package coop.maillon.problem;

import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import coop.maillon.web.LocalPath;
import java.util.Map;

/** What problem/new shows: the form in which somebody says what is broken. */
public record ProblemPage(
    String title,
    String back,
    String resource,
    String next,
    String name,
    String text,
    Map<String, String> problems) {

  /** Leads back to where the form was opened, once it is sent. */
  static ProblemPage of(Ask ask, Resource resource, String text, Map<String, String> problems) {
    String next =
        ask.form("next").or(() -> ask.query("next")).flatMap(LocalPath::of).orElse("");
    return new ProblemPage(
        ask.words().say("problem.new", "what", resource.name()),
        next.isEmpty() ? "/resources/" + resource.slug() : next,
        resource.slug(),
        next,
        resource.name(),
        text,
        problems);
  }
}
