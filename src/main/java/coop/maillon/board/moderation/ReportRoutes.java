package coop.maillon.board.moderation;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.AnswerId;
import coop.maillon.board.PostId;
import coop.maillon.board.Sight;
import coop.maillon.board.act.BoardReads;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reporting a post or an answer from its page, and the queue of the coordinators who decide. */
public final class ReportRoutes {

  private static final String REPORT = "/board/:id/report";
  private static final String QUEUE = "/manage/moderation";

  private final Reports reports;
  private final BoardReads reads;
  private final ZoneId zone;

  /** @param zone in which days are told apart */
  public ReportRoutes(Reports reports, BoardReads reads, ZoneId zone) {
    this.reports = reports;
    this.reads = reads;
    this.zone = zone;
  }

  public void mount(RouteTable routes) {
    routes.get(REPORT, Access.MEMBER, ask -> form(ask, ask.query("answer"), List.of()));
    routes.post(REPORT, Access.MEMBER, this::file);
    routes.get(QUEUE, Access.COORDINATOR, ask -> queue(ask, List.of()));
    routes.post(QUEUE + "/posts/:id", Access.COORDINATOR, this::rulePost);
    routes.post(QUEUE + "/answers/:id", Access.COORDINATOR, this::ruleAnswer);
  }

  private Future<Answer> form(Ask ask, Optional<String> answer, List<FieldProblem> problems) {
    return subject(ask, answer)
        .map(subject -> reads
            .find(ask.who(), subject.post())
            .map(found -> found
                .filter(there -> subject.author(there, new Sight(ask.who())).isPresent())
                .map(there -> ReportPage.of(ask, there, subject, problems))
                .map(page -> problems.isEmpty()
                    ? Answer.page(ReportPage.TEMPLATE, page)
                    : Answer.refused(ReportPage.TEMPLATE, page))
                .orElseGet(Answer::notFound)))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  /** Empty where the numbers are none. */
  private static Optional<Subject> subject(Ask ask, Optional<String> answer) {
    var named = answer.filter(word -> !word.isEmpty());
    var known = named.flatMap(AnswerId::read);
    return named.isPresent() && known.isEmpty()
        ? Optional.empty()
        : PostId.read(ask.path("id")).map(post -> new Subject(post, known));
  }

  private Future<Answer> file(Ask ask) {
    var fields = Fields.of(ask);
    var complaint = new Complaint(
        fields.text("reason").max(Complaint.LONGEST).required(),
        fields.text("wish").max(Complaint.LONGEST).optional().orElse(""),
        Complaint.Naming.of(ask.form("named").isPresent()));
    var answer = ask.form("answer");
    if (!fields.complete()) {
      return form(ask, answer, fields.problems());
    }
    return subject(ask, answer)
        .map(subject -> reports
            .file(ask.who(), subject, complaint)
            .map(came -> answer(ask, came, new Way("/board", "moderation.said.report"))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private Future<Answer> queue(Ask ask, List<FieldProblem> problems) {
    return reports.pending(ask.who()).map(all -> {
      var page = QueuePage.of(ask, all, problems, zone);
      return problems.isEmpty()
          ? Answer.page(QueuePage.TEMPLATE, page)
          : Answer.refused(QueuePage.TEMPLATE, page);
    });
  }

  private Future<Answer> rulePost(Ask ask) {
    return rule(
        ask,
        succeededFuture(
            PostId.read(ask.path("id")).map(post -> new Subject(post, Optional.empty()))));
  }

  private Future<Answer> ruleAnswer(Ask ask) {
    return rule(
        ask,
        AnswerId.read(ask.path("id"))
            .map(id -> reads
                .postOf(id)
                .map(post -> post.map(known -> new Subject(known, Optional.of(id)))))
            .orElseGet(() -> succeededFuture(Optional.empty())));
  }

  private Future<Answer> rule(Ask ask, Future<Optional<Subject>> about) {
    var fields = Fields.of(ask).required("act");
    String reason = fields.text("reason").max(Complaint.LONGEST).required();
    var ruling = ask.form("act").flatMap(Ruling::of);
    if (!fields.complete()) {
      return queue(ask, fields.problems());
    }
    return about.compose(found -> found
        .flatMap(subject -> ruling.map(known -> reports.rule(ask.who(), subject, known, reason)))
        .map(done -> done.map(came -> answer(ask, came, new Way(QUEUE, "moderation.said.ruling"))))
        .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  /** Where it leads when it is done, and what is said then. */
  private record Way(String path, String said) {}

  private static Answer answer(Ask ask, Came came, Way way) {
    return switch (came) {
      case DONE -> Answer.seeOther(way.path()).saying(ask.words().say(way.said()));
      case BEFORE -> Answer.seeOther(way.path()).saying(ask.words().say("board.said.before"));
      case FORBIDDEN -> Answer.forbidden();
      case MISSING -> Answer.notFound();
    };
  }
}
