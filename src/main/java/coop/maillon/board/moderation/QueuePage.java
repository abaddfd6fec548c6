package coop.maillon.board.moderation;

import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What board/moderation shows: what was reported, then what is hidden.
 *
 * @param problem what is missing of what was sent; empty where nothing is
 */
record QueuePage(String title, List<Line> waiting, List<Line> hidden, String problem) {

  static final String TEMPLATE = "board/moderation";

  public boolean anyWaiting() {
    return !waiting.isEmpty();
  }

  public boolean anyHidden() {
    return !hidden.isEmpty();
  }

  /** One thing with what is said of it. */
  record Line(
      String id,
      String action,
      String href,
      String title,
      String about,
      String state,
      List<Said> complaints,
      List<Act> acts) {}

  /** One report. */
  record Said(String reason, String wish, String by) {}

  /** A button. */
  record Act(String word, String label) {}

  static QueuePage of(Ask ask, List<Pending> all, List<FieldProblem> problems, ZoneId zone) {
    var clerk = new Clerk(ask.words(), zone);
    return new QueuePage(
        ask.words().say("moderation.title"),
        all.stream().filter(one -> one.standing().reported()).map(clerk::line).toList(),
        all.stream().filter(one -> !one.standing().reported()).map(clerk::line).toList(),
        problems.stream().map(FieldProblem::message).findFirst().orElse(""));
  }

  /** Puts them into words. */
  private record Clerk(Words words, ZoneId zone) {

    Line line(Pending one) {
      var subject = one.subject();
      String path = subject
          .answer()
          .map(answer -> "answers/" + answer)
          .orElseGet(() -> "posts/" + subject.post());
      return new Line(
          path.replace('/', '-'),
          "/manage/moderation/" + path,
          "/board/" + subject.post()
              + subject.answer().map(answer -> "#answer-" + answer).orElse(""),
          one.title(),
          words.say(
              "moderation.thing." + subject.word(),
              "who",
              one.author(),
              "text",
              Excerpt.of(one.body())),
          one.hidden()
              .map(at -> words.say("moderation.since", "when", when(at)))
              .orElseGet(() -> words.say("moderation.seen")),
          one.complaints().stream().map(this::said).toList(),
          acts(one));
    }

    private Said said(Complaint.Filed filed) {
      var complaint = filed.complaint();
      var key =
          complaint.naming() == Complaint.Naming.NAMED ? "moderation.by" : "moderation.by.nameless";
      return new Said(
          complaint.reason(),
          complaint.wish().isEmpty()
              ? ""
              : words.say("moderation.wishes", "wish", complaint.wish()),
          words.say(key, "who", filed.by(), "when", when(filed.at())));
    }

    private List<Act> acts(Pending one) {
      return Stream.of(Ruling.values())
          .filter(ruling -> ruling.fits(one.standing()))
          .map(ruling -> new Act(ruling.word(), words.say(label(ruling, one))))
          .toList();
    }

    /** What is hidden already stays so. */
    private static String label(Ruling ruling, Pending one) {
      return ruling == Ruling.HIDE && one.hidden().isPresent()
          ? "moderation.act.keep-hidden"
          : "moderation.act." + ruling.word();
    }

    private String when(Instant at) {
      var local = at.atZone(zone);
      return words.shortDay(local.toLocalDate()) + " " + words.time(local.toLocalTime());
    }
  }
}
