package coop.maillon.problem;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** What problem/queue shows: what waits for somebody, then what was seen to. */
public record ProblemsPage(String title, List<Line> open, List<Line> closed) {

  public boolean calm() {
    return open.isEmpty();
  }

  public boolean anyClosed() {
    return !closed.isEmpty();
  }

  /** One problem; {@code path} is where its photo is, and its closing. */
  public record Line(
      String id,
      String path,
      String what,
      String href,
      String reporter,
      String when,
      String text,
      boolean photo,
      String outcome) {}

  static ProblemsPage of(Ask ask, List<Signalled> all, Catalogue catalogue) {
    return new ProblemsPage(
        ask.words().say("problem.queue"),
        all.stream()
            .filter(one -> one.closed().isEmpty())
            .map(one -> line(ask, one, catalogue))
            .toList(),
        all.stream()
            .filter(one -> one.closed().isPresent())
            .map(one -> line(ask, one, catalogue))
            .toList());
  }

  private static Line line(Ask ask, Signalled one, Catalogue catalogue) {
    Resource resource = catalogue.known(one.resource());
    return new Line(
        String.valueOf(one.id()),
        "/manage/problems/" + one.id(),
        resource.name(),
        one.booking()
            .map(booking -> "/bookings/" + booking)
            .orElse("/resources/" + resource.slug()),
        one.reporter().isEmpty() ? ask.words().say("problem.by-time") : one.reporter(),
        when(ask, one.closed().orElse(one.at()), resource),
        one.text().isEmpty() ? ask.words().say("problem.late") : one.text(),
        one.hasPhoto(),
        one.outcome());
  }

  private static String when(Ask ask, Instant at, Resource resource) {
    ZonedDateTime local = at.atZone(resource.site().zone());
    return ask.words().day(local.toLocalDate()) + " " + ask.words().time(local.toLocalTime());
  }
}
