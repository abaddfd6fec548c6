package coop.maillon.vehicle.handover;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.web.Answer;
import java.util.Set;
import java.util.function.Function;

/** What is answered to each thing that may come of taking a car or bringing it back. */
record HandoverAnswers(HandoverPages pages, Function<Booking, Answer> success)
    implements BookingOutcome.Cases<Answer> {

  /** The second click of two. */
  private static final Set<String> DONE_BEFORE = Set.of("arrived", "over");

  @Override
  public Answer done(BookingOutcome.Done done) {
    return success.apply(done.booking());
  }

  @Override
  public Answer repeated(BookingOutcome.Repeated repeated) {
    return Answer.seeOther(pages.next());
  }

  @Override
  public Answer reused(BookingOutcome.Reused reused) {
    return Answer.seeOther(pages.next());
  }

  @Override
  public Answer taken(BookingOutcome.Taken taken) {
    return Answer.conflict(HandoverRoutes.TEMPLATE, pages.page());
  }

  @Override
  public Answer against(BookingOutcome.Against against) {
    return Answer.refused(HandoverRoutes.TEMPLATE, pages.doubted(against.violations()));
  }

  @Override
  public Answer outdated(BookingOutcome.Outdated outdated) {
    return Answer.conflict(HandoverRoutes.TEMPLATE, pages.page());
  }

  @Override
  public Answer notNow(BookingOutcome.NotNow notNow) {
    return DONE_BEFORE.contains(notNow.why())
        ? Answer.seeOther(pages.next())
            .saying(pages.ask().words().say("booking.state." + notNow.why()))
        : Answer.conflict(HandoverRoutes.TEMPLATE, pages.notNow(notNow));
  }

  @Override
  public Answer missing(BookingOutcome.Missing missing) {
    return Answer.notFound();
  }

  @Override
  public Answer forbidden(BookingOutcome.Forbidden forbidden) {
    return Answer.forbidden();
  }
}
