package coop.maillon.exchange;

import coop.maillon.exchange.Imports.Shown;
import coop.maillon.web.Words;
import java.util.List;

/**
 * What exchange/import shows: what a file would do, or did.
 *
 * @param apply whether there is anything to do
 * @param changed whether what it would do is no longer what was shown
 */
record ImportPage(
    String title,
    long id,
    String summary,
    List<Line> lines,
    String seal,
    boolean apply,
    boolean done,
    boolean changed) {

  /** One line of the file. */
  record Line(String label, String tone, String state, String note) {}

  static ImportPage of(Shown shown, Words words, boolean changed) {
    var report = shown.report();
    return new ImportPage(
        shown.file().fileName(),
        shown.file().id(),
        words.say(
            shown.done() ? "exchange.did" : "exchange.would",
            "makes",
            report.makes(),
            "refused",
            report.refused()),
        report.lines().stream().map(line -> line(line, words)).toList(),
        report.seal(),
        report.makes() > 0 && !shown.done() && shown.file().appliedAt().isEmpty(),
        shown.done(),
        changed);
  }

  private static Line line(Report.Line line, Words words) {
    var state = line.state();
    return new Line(
        line.label(), state.tone(), words.say("exchange.state." + state.word()), line.note());
  }
}
