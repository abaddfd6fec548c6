package coop.maillon.booking.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.web.Answer;
import io.vertx.core.Future;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What a booking's page answers to each thing that may come of one of its buttons.
 *
 * @param refused the page again with a status: 409 where somebody was faster, 422 where a rule says no
 */
record ActAnswers(Function<Booking, Answer> success, IntFunction<Future<Answer>> refused)
    implements BookingOutcome.Cases<Future<Answer>> {

  @Override
  public Future<Answer> done(BookingOutcome.Done done) {
    return succeededFuture(success.apply(done.booking()));
  }

  @Override
  public Future<Answer> repeated(BookingOutcome.Repeated repeated) {
    return succeededFuture(Answer.seeOther("/bookings/" + repeated.answer()));
  }

  @Override
  public Future<Answer> reused(BookingOutcome.Reused reused) {
    return succeededFuture(Answer.seeOther("/bookings/" + reused.answer()));
  }

  @Override
  public Future<Answer> taken(BookingOutcome.Taken taken) {
    return refused.apply(409);
  }

  @Override
  public Future<Answer> against(BookingOutcome.Against against) {
    return refused.apply(422);
  }

  @Override
  public Future<Answer> outdated(BookingOutcome.Outdated outdated) {
    return refused.apply(409);
  }

  @Override
  public Future<Answer> notNow(BookingOutcome.NotNow notNow) {
    return refused.apply(409);
  }

  @Override
  public Future<Answer> missing(BookingOutcome.Missing missing) {
    return succeededFuture(Answer.notFound());
  }

  @Override
  public Future<Answer> forbidden(BookingOutcome.Forbidden forbidden) {
    return succeededFuture(Answer.forbidden());
  }
}
