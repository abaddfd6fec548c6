package coop.maillon.board.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.AnswerId;
import coop.maillon.board.EngagementId;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostId;
import coop.maillon.board.Shape;
import coop.maillon.board.act.Engagements;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the two sides do with what they agreed on. */
final class DealRoutes {

  private static final String DEAL = "/board/engagements/:id";
  private static final int HOUR = 60;
  private static final int LONGEST_REASON = 1000;

  private final Reading reading;
  private final Engagements engagements;

  DealRoutes(Reading reading, Engagements engagements) {
    this.reading = reading;
    this.engagements = engagements;
  }

  void mount(RouteTable routes) {
    routes.post(DEAL + "/declaration", Access.MEMBER, this::declare);
    routes.post(DEAL + "/confirmation", Access.MEMBER, this::confirm);
    routes.post(DEAL + "/dispute", Access.MEMBER, this::dispute);
    routes.post(DEAL + "/thanks", Access.MEMBER, this::thank);
    routes.post(DEAL + "/decision", Access.COORDINATOR, this::decide);
    routes.post(DEAL + "/dismissal", Access.COORDINATOR, this::dismiss);
    on(
        routes,
        "cancellation",
        (ask, id) -> ask.form("answer")
            .flatMap(AnswerId::read)
            .map(answer -> engagements.release(ask.who(), id, answer))
            .orElseGet(() -> engagements.cancel(ask.who(), id)));
    on(routes, "absence", (ask, id) -> engagements.miss(ask.who(), id));
    on(routes, "completion", (ask, id) -> engagements.finish(ask.who(), id));
  }

  private void on(
      RouteTable routes, String noun, BiFunction<Ask, EngagementId, Future<Outcome>> act) {
    routes.post(
        DEAL + "/" + noun,
        Access.MEMBER,
        ask -> withDeal(ask, (id, post) -> told(ask, post, noun, act.apply(ask, id))));
  }

  private Future<Answer> told(Ask ask, PostId post, String noun, Future<Outcome> act) {
    return act.compose(
        outcome -> outcome.tell(new ActAnswers(reading, ask, post, "board.said.deal." + noun)));
  }

  private Future<Answer> declare(Ask ask) {
    var fields = Fields.of(ask);
    int minutes = length(fields);
    return withRead(
        ask,
        fields,
        deal -> told(
            ask, deal.post(), "declaration", engagements.declare(ask.who(), deal.id(), minutes)));
  }

  /** More than nothing, or it is noted with the fields. */
  private static int length(Fields fields) {
    int minutes = fields.whole("hours", 0, Shape.MOST_MINUTES / HOUR - 1).orElse(0) * HOUR
        + fields.whole("minutes", 0, HOUR - 1).orElse(0);
    if (minutes == 0) {
      fields.problem("minutes", "board.field.minutes");
    }
    return minutes;
  }

  private Future<Answer> confirm(Ask ask) {
    var fields = Fields.of(ask).required("minutes");
    Optional<Integer> minutes = fields.whole("minutes", 1, Shape.MOST_MINUTES);
    return withRead(
        ask,
        fields,
        deal -> told(
            ask,
            deal.post(),
            "confirmation",
            engagements.confirm(ask.who(), deal.id(), minutes.orElseThrow())));
  }

  private Future<Answer> dispute(Ask ask) {
    return withWords(
        ask,
        "reason",
        LONGEST_REASON,
        (said, deal) ->
            told(ask, deal.post(), "dispute", engagements.dispute(ask.who(), deal.id(), said)));
  }

  private Future<Answer> thank(Ask ask) {
    return withWords(
        ask,
        "thanks",
        LONGEST_REASON,
        (said, deal) ->
            told(ask, deal.post(), "thanks", engagements.thank(ask.who(), deal.id(), said)));
  }

  private Future<Answer> decide(Ask ask) {
    var fields = Fields.of(ask);
    int minutes = length(fields);
    String why = fields.text("reason").max(LONGEST_REASON).required();
    return withRead(
        ask,
        fields,
        deal -> told(
            ask, deal.post(), "decision", engagements.decide(ask.who(), deal.id(), minutes, why)));
  }

  private Future<Answer> dismiss(Ask ask) {
    return withWords(
        ask,
        "reason",
        LONGEST_REASON,
        (said, deal) ->
            told(ask, deal.post(), "dismissal", engagements.dismiss(ask.who(), deal.id(), said)));
  }

  /** An engagement and the post that it came from. */
  private record Of(EngagementId id, PostId post) {}

  private Future<Answer> withWords(
      Ask ask, String name, int most, BiFunction<String, Of, Future<Answer>> act) {
    var fields = Fields.of(ask);
    String said = fields.text(name).max(most).required();
    return withRead(ask, fields, deal -> act.apply(said, deal));
  }

  /** Where something is not right, the conversation again, with what was typed and why. */
  private Future<Answer> withRead(Ask ask, Fields fields, Function<Of, Future<Answer>> act) {
    return withDeal(
        ask,
        (id, post) -> fields.complete()
            ? act.apply(new Of(id, post))
            : reading.post(ask, post, ActRoutes.noting(fields), 422));
  }

  private Future<Answer> withDeal(Ask ask, BiFunction<EngagementId, PostId, Future<Answer>> act) {
    return EngagementId.read(ask.path("id"))
        .map(id -> reading
            .board()
            .reads()
            .postOf(id)
            .compose(post -> post.map(known -> act.apply(id, known))
                .orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }
}
