package coop.maillon.booking.api;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What came of it, as a program reads it. */
public final class ApiAnswers implements BookingOutcome.Cases<Answer> {

  private final Ask ask;
  private final BookingJson json;
  private final int success;

  public ApiAnswers(Ask ask, BookingJson json, int success) {
    this.ask = ask;
    this.json = json;
    this.success = success;
  }

  @Override
  public Answer done(BookingOutcome.Done done) {
    return told(json.of(done.booking(), ask.who()));
  }

  @Override
  public Answer repeated(BookingOutcome.Repeated repeated) {
    return told(new JsonObject(repeated.answer()));
  }

  @Override
  public Answer reused(BookingOutcome.Reused reused) {
    return Problem.of(422, "idempotency").detail(ask.words().say("booking.key-reused"));
  }

  @Override
  public Answer taken(BookingOutcome.Taken taken) {
    return Problem.of(409, "taken")
        .detail(json.sentence(taken, ask.words()))
        .with("alternatives", json.alternatives(taken.alternatives()));
  }

  @Override
  public Answer against(BookingOutcome.Against against) {
    var violations = new JsonArray();
    against
        .violations()
        .forEach(violation -> violations.add(new JsonObject()
            .put("rule", violation.rule())
            .put("message", violation.sentence(ask.words()))));
    return Problem.of(422, "rule")
        .detail(against.violations().get(0).sentence(ask.words()))
        .with("violations", violations)
        .with("alternatives", json.alternatives(against.alternatives()));
  }

  @Override
  public Answer outdated(BookingOutcome.Outdated outdated) {
    return Problem.of(412, "changed")
        .detail(ask.words().say("booking.outdated"))
        .header("ETag", "\"" + outdated.version() + "\"");
  }

  @Override
  public Answer notNow(BookingOutcome.NotNow notNow) {
    return Problem.of(409, "state").detail(ask.words().say("booking.state." + notNow.why()));
  }

  @Override
  public Answer missing(BookingOutcome.Missing missing) {
    return Answer.notFound();
  }

  @Override
  public Answer forbidden(BookingOutcome.Forbidden forbidden) {
    return Answer.forbidden();
  }

  private Answer told(JsonObject booking) {
    Answer answer =
        Answer.json(success, booking).with("ETag", "\"" + booking.getInteger("version") + "\"");
    return success == 201
        ? answer.with("Location", "/api/v1/bookings/" + booking.getString("id"))
        : answer;
  }
}
