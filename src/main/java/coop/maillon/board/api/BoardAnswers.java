package coop.maillon.board.api;

import coop.maillon.board.NotNowWords;
import coop.maillon.board.Outcome;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.TreeSet;
import java.util.function.Function;

/** What came of an act, as a program reads it; success is told by each call in its own way. */
record BoardAnswers(Ask ask, Function<Outcome.Done, Answer> success)
    implements Outcome.Cases<Answer> {

  @Override
  public Answer done(Outcome.Done done) {
    return success.apply(done);
  }

  @Override
  public Answer reused(Outcome.Reused reused) {
    return Problem.of(422, "idempotency").detail(ask.words().say("booking.key-reused"));
  }

  @Override
  public Answer notNow(Outcome.NotNow notNow) {
    return Problem.of(409, "state")
        .detail(NotNowWords.sentence(notNow, ask.words()))
        .with(
            "possible", new JsonArray(new TreeSet<>(notNow.possible()).stream().toList()));
  }

  @Override
  public Answer against(Outcome.Against against) {
    var sentence = against.floor().sentence(ask.who().id(), ask.words());
    var violation = new JsonObject().put("rule", "floor").put("message", sentence);
    return Problem.of(422, "rule")
        .detail(sentence)
        .with("violations", new JsonArray().add(violation))
        .with("alternatives", new JsonArray());
  }

  @Override
  public Answer missing() {
    return Answer.notFound();
  }

  @Override
  public Answer forbidden() {
    return Answer.forbidden();
  }
}
