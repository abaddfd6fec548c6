package coop.maillon.booking.here;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.arriving.OneCar;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;

/** What is answered to each thing that may come of taking it: back to the page, or the page with why not. */
record TakenAnswers(Ask ask, Here here, BookingOutcome outcome)
    implements BookingOutcome.Cases<Answer> {

  @Override
  public Answer done(BookingOutcome.Done done) {
    return OneCar.of(done.booking(), here.catalogue())
        .map(car -> Answer.seeOther(
            OneCar.takingOf(done.booking()) + "?next=/here/" + here.resource().slug()))
        .orElseGet(this::back)
        .saying(said(done.booking()));
  }

  @Override
  public Answer repeated(BookingOutcome.Repeated repeated) {
    return back();
  }

  @Override
  public Answer reused(BookingOutcome.Reused reused) {
    return back();
  }

  @Override
  public Answer taken(BookingOutcome.Taken taken) {
    return Answer.conflict("here/show", page());
  }

  @Override
  public Answer against(BookingOutcome.Against against) {
    return Answer.refused("here/show", page());
  }

  @Override
  public Answer notNow(BookingOutcome.NotNow notNow) {
    return Answer.conflict("here/show", page());
  }

  @Override
  public Answer outdated(BookingOutcome.Outdated outdated) {
    return Answer.conflict("here/show", page());
  }

  @Override
  public Answer missing(BookingOutcome.Missing missing) {
    return Answer.notFound();
  }

  @Override
  public Answer forbidden(BookingOutcome.Forbidden forbidden) {
    return Answer.forbidden();
  }

  private Answer back() {
    return Answer.seeOther("/here/" + here.resource().slug());
  }

  private HerePage page() {
    return new HerePages(ask, here).refused(outcome);
  }

  private String said(Booking booking) {
    var end = booking.slot().end().atZone(here.resource().site().zone());
    return ask.words()
        .say(
            "stay.came",
            "resource",
            here.resource().name(),
            "end",
            ask.words().time(end.toLocalTime()));
  }
}
