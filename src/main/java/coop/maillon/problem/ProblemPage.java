package coop.maillon.problem;

import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import java.util.Map;

/** What problem/new shows: the form in which somebody says what is broken. */
public record ProblemPage(
    String title,
    String back,
    String resource,
    String name,
    String text,
    Map<String, String> problems) {

  static ProblemPage of(Ask ask, Resource resource, String text, Map<String, String> problems) {
    return new ProblemPage(
        ask.words().say("problem.new", "what", resource.name()),
        "/resources/" + resource.slug(),
        resource.slug(),
        resource.name(),
        text,
        problems);
  }
}
