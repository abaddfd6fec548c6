package coop.maillon.board.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.AnswerId;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostId;
import coop.maillon.board.act.Answers;
import coop.maillon.board.act.Engagements;
import coop.maillon.board.act.Posts;
import coop.maillon.board.page.PostPages.Said;
import coop.maillon.db.Repeat;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.BiFunction;

/** The buttons of a post's page: each does one thing and leads back to the page. */
public final class ActRoutes {

  private static final String POST = "/board/:id";
  private static final String ANSWER = "/board/answers/:id";
  private static final int LONGEST_WORD = 1000;

  private final Reading reading;
  private final Posts posts;
  private final Answers answers;
  private final Engagements engagements;

  public ActRoutes(Reading reading) {
    this.reading = reading;
    posts = reading.board().posts();
    answers = reading.board().answers();
    engagements = reading.board().engagements();
  }

  public void mount(RouteTable routes) {
    mountPosts(routes);
    mountAnswers(routes);
    new DealRoutes(reading, engagements).mount(routes);
  }

  private void mountPosts(RouteTable routes) {
    onPost(routes, "publication", (ask, id) -> posts.publish(ask.who(), id));
    onPost(routes, "renewal", (ask, id) -> posts.renew(ask.who(), id));
    onPost(routes, "resolution", (ask, id) -> posts.resolve(ask.who(), id, Optional.empty()));
    onPost(routes, "withdrawal", (ask, id) -> posts.withdraw(ask.who(), id));
    routes.post(POST + "/answers", Access.MEMBER, this::answer);
  }

  private void mountAnswers(RouteTable routes) {
    onAnswer(
        routes,
        "acceptance",
        (ask, id) -> ask.form("also").isPresent()
            ? answers.acceptAlso(ask.who(), id)
            : answers.accept(ask.who(), id));
    onAnswer(routes, "decline", (ask, id) -> answers.decline(ask.who(), id));
    onAnswer(routes, "withdrawal", (ask, id) -> answers.withdraw(ask.who(), id));
    routes.post(ANSWER + "/replies", Access.MEMBER, this::reply);
  }

  private void onPost(
      RouteTable routes, String noun, BiFunction<Ask, PostId, Future<Outcome>> act) {
    routes.post(
        POST + "/" + noun,
        Access.MEMBER,
        ask -> PostId.read(ask.path("id"))
            .map(id -> act.apply(ask, id)
                .compose(outcome ->
                    outcome.tell(new ActAnswers(reading, ask, id, "board.said." + noun))))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private void onAnswer(
      RouteTable routes, String noun, BiFunction<Ask, AnswerId, Future<Outcome>> act) {
    routes.post(
        ANSWER + "/" + noun,
        Access.MEMBER,
        ask -> withAnswer(
            ask,
            (id, post) -> act.apply(ask, id)
                .compose(outcome ->
                    outcome.tell(new ActAnswers(reading, ask, post, said(noun, id, outcome))))));
  }

  /** Where the post was full, whoever was accepted is in line. */
  private static String said(String noun, AnswerId id, Outcome outcome) {
    return "board.said.answer." + (outcome.hasInLine(id) ? "waiting" : noun);
  }

  private Future<Answer> withAnswer(Ask ask, BiFunction<AnswerId, PostId, Future<Answer>> act) {
    return AnswerId.read(ask.path("id"))
        .map(id -> reading
            .board()
            .reads()
            .postOf(id)
            .compose(post -> post.map(known -> act.apply(id, known))
                .orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private Future<Answer> answer(Ask ask) {
    return PostId.read(ask.path("id"))
        .map(id -> answer(ask, id))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private Future<Answer> answer(Ask ask, PostId id) {
    var fields = Fields.of(ask);
    String body = fields.text("body").max(coop.maillon.board.Answer.LONGEST).required();
    if (!fields.complete()) {
      var typed = ask.form("body").orElse("");
      var said = new Said(Optional.empty(), typed, fields.problems().get(0).message());
      return reading.post(ask, id, said, 422);
    }
    var repeat = ask.form("key").map(key -> Repeat.posted(ask.who().id(), ask.path(), key, body));
    return answers
        .propose(ask.who(), id, body, repeat)
        .compose(outcome ->
            outcome.tell(new ActAnswers(reading, ask, id, "board.said.answers").typing(body)));
  }

  private Future<Answer> reply(Ask ask) {
    var fields = Fields.of(ask);
    String body = fields.text("body").max(LONGEST_WORD).required();
    return withAnswer(
        ask,
        (id, post) -> fields.complete()
            ? answers
                .reply(ask.who(), id, body)
                .compose(outcome ->
                    outcome.tell(new ActAnswers(reading, ask, post, "board.said.replies")))
            : reading.post(ask, post, noting(fields), 422));
  }

  static Said noting(Fields fields) {
    var note = new PostPage.Note("no", fields.problems().get(0).message());
    return new Said(Optional.of(note), "", "");
  }
}
