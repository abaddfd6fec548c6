package coop.maillon.exchange;

import coop.maillon.resource.ResourceId;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads files of one sort. */
interface Importer {

  /**
   * A file and who brings it.
   *
   * @param id of the row that keeps it
   * @param resource where a calendar goes
   * @param seal of the report that was shown: what is done is that, or nothing; empty to do nothing but look
   */
  record Job(
      long id,
      Who who,
      Words words,
      String content,
      Optional<ResourceId> resource,
      Optional<String> seal) {

    /** What is said of a file that lacks what it must have. */
    Future<Outcome> unreadable(List<String> columns) {
      var problem = words.say("exchange.csv.unreadable", "columns", String.join(", ", columns));
      var line = new Report.Line(problem, Report.State.REFUSED, 0, 1, "");
      return Future.succeededFuture(new Outcome(new Report(List.of(line)), false));
    }

    /** Whether it came by a page, where somebody may ask for it twice. */
    boolean isKept() {
      return id != 0;
    }

    /** Whether to do what the report says. */
    boolean does(Report report) {
      return report.makes() > 0 && seal.filter(report.seal()::equals).isPresent();
    }
  }

  /** What came of it; done or only looked at. */
  record Outcome(Report report, boolean done) {}

  Future<Outcome> run(Job job);
}
