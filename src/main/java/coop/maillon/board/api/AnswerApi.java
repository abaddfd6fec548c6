package coop.maillon.board.api;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.AnswerId;
import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementId;
import coop.maillon.board.Outcome;
import coop.maillon.board.Shape;
import coop.maillon.board.act.Board;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/** What becomes of answers and of what was agreed on, under `/api/v1`. */
public final class AnswerApi {

  private static final String ANSWER = "/api/v1/answers/:id";
  private static final String ENGAGEMENT = "/api/v1/engagements/:id";

  private final Board board;

  public AnswerApi(Board board) {
    this.board = board;
  }

  public void mount(RouteTable routes) {
    var answers = board.answers();
    routes.post(
        ANSWER + "/acceptance",
        Access.MEMBER,
        ask -> onAnswer(ask, id -> answers.accept(ask.who(), id)));
    routes.post(
        ANSWER + "/decline",
        Access.MEMBER,
        ask -> onAnswer(ask, id -> answers.decline(ask.who(), id)));
    routes.post(
        ANSWER + "/withdrawal",
        Access.MEMBER,
        ask -> onAnswer(ask, id -> answers.withdraw(ask.who(), id)));
    routes.post(ENGAGEMENT + "/declaration", Access.MEMBER, this::declare);
    routes.post(ENGAGEMENT + "/confirmation", Access.MEMBER, this::confirm);
    routes.post(ENGAGEMENT + "/dispute", Access.MEMBER, this::dispute);
  }

  private static Future<Answer> onAnswer(Ask ask, Function<AnswerId, Future<Outcome>> act) {
    var fields = Fields.ofJson(ask);
    return !fields.complete()
        ? succeededFuture(fields.refusal())
        : AnswerId.read(ask.path("id"))
            .map(id -> act.apply(id)
                .map(outcome -> outcome.tell(
                    new BoardAnswers(ask, done -> Answer.json(200, answer(ask, done))))))
            .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static JsonObject answer(Ask ask, Outcome.Done done) {
    var conversation = done.conversation();
    return new BoardJson(ask.who(), ask.now())
        .answer(conversation, conversation.answer(new AnswerId(done.id())).orElseThrow());
  }

  private Future<Answer> declare(Ask ask) {
    return withMinutes(ask, (id, minutes) -> board.engagements().declare(ask.who(), id, minutes));
  }

  private Future<Answer> confirm(Ask ask) {
    return withMinutes(ask, (id, minutes) -> board.engagements().confirm(ask.who(), id, minutes));
  }

  private Future<Answer> dispute(Ask ask) {
    var fields = Fields.ofJson(ask, "reason");
    String reason = fields.text("reason").max(1000).required();
    return fields.complete()
        ? onEngagement(ask, id -> board.engagements().dispute(ask.who(), id, reason))
        : succeededFuture(fields.refusal());
  }

  /** So many minutes of an engagement. */
  private interface Saying {
    Future<Outcome> say(EngagementId id, int minutes);
  }

  private static Future<Answer> withMinutes(Ask ask, Saying saying) {
    var fields = Fields.ofJson(ask, "minutes").required("minutes");
    Optional<Integer> minutes = fields.whole("minutes", 1, Shape.MOST_MINUTES);
    return fields.complete()
        ? onEngagement(ask, id -> saying.say(id, minutes.orElseThrow()))
        : succeededFuture(fields.refusal());
  }

  private static Future<Answer> onEngagement(Ask ask, Function<EngagementId, Future<Outcome>> act) {
    return EngagementId.read(ask.path("id"))
        .map(id -> act.apply(id)
            .map(outcome -> outcome.tell(
                new BoardAnswers(ask, done -> Answer.json(200, engagement(ask, done, id))))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static JsonObject engagement(Ask ask, Outcome.Done done, EngagementId id) {
    Engagement engagement = done.conversation().engagement(id).orElseThrow();
    return new BoardJson(ask.who(), ask.now()).engagement(done.conversation(), engagement);
  }
}
