package coop.maillon.board.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.NotNowWords;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostId;
import coop.maillon.board.page.PostPages.Said;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * What a post's page answers to each thing that may come of one of its buttons.
 *
 * @param said the key of the sentence that success is told by
 * @param typed what stays in the form where it was not done
 */
record ActAnswers(Reading reading, Ask ask, PostId post, String said, String typed)
    implements Outcome.Cases<Future<Answer>> {

  ActAnswers(Reading reading, Ask ask, PostId post, String said) {
    this(reading, ask, post, said, "");
  }

  ActAnswers typing(String text) {
    return new ActAnswers(reading, ask, post, said, text);
  }

  @Override
  public Future<Answer> done(Outcome.Done done) {
    return succeededFuture(home().saying(ask.words().say(said)));
  }

  @Override
  public Future<Answer> reused(Outcome.Reused reused) {
    return succeededFuture(home().saying(ask.words().say("board.said.before")));
  }

  @Override
  public Future<Answer> notNow(Outcome.NotNow notNow) {
    return page(NotNowWords.sentence(notNow, ask.words()), 409);
  }

  @Override
  public Future<Answer> against(Outcome.Against against) {
    return page(against.floor().sentence(ask.who().id(), ask.words()), 422);
  }

  @Override
  public Future<Answer> missing() {
    return succeededFuture(Answer.notFound());
  }

  @Override
  public Future<Answer> forbidden() {
    return succeededFuture(Answer.forbidden());
  }

  private Answer home() {
    return Answer.seeOther("/board/" + post);
  }

  private Future<Answer> page(String why, int status) {
    var note = Optional.of(new PostPage.Note("wait", why));
    return reading.post(ask, post, new Said(note, typed, ""), status);
  }
}
