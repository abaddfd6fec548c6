package coop.maillon.booking.repeat;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.free.Alternative;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Answer;
import coop.maillon.web.Headers;
import java.util.List;

/** What booking a date again is answered: the booking, or why not, with places that are free. */
record AddedAnswers(SeriesActForm form) implements BookingOutcome.Cases<Answer> {

  /**
   * What series/taken shows.
   *
   * @param when the date that was wanted
   */
  record TakenPage(String title, String back, String when, List<String> why, List<Way> ways) {

    public boolean anyWay() {
      return !ways.isEmpty();
    }
  }

  /** Another place, which the booking form has filled in. */
  record Way(String href, String label) {}

  @Override
  public Answer done(BookingOutcome.Done done) {
    return Answer.seeOther("/bookings/" + done.booking().id())
        .saying(
            form.ask().words().say("series.added", "when", when(done.booking().slot())));
  }

  @Override
  public Answer taken(BookingOutcome.Taken taken) {
    var why = List.of(taken.sentence(form.read().catalogue(), form.ask().words()));
    return refused(409, taken.wanted(), why, taken.alternatives());
  }

  @Override
  public Answer against(BookingOutcome.Against against) {
    var why = against.violations().stream()
        .map(violation -> violation.sentence(form.ask().words()))
        .distinct()
        .toList();
    return refused(422, against.wanted(), why, against.alternatives());
  }

  private Answer refused(
      int status, TimeSlot wanted, List<String> why, List<Alternative> alternatives) {
    var page = new TakenPage(
        form.ask().words().say("series.taken.title"),
        "/bookings/" + form.read().booking().id(),
        when(wanted),
        why,
        alternatives.stream().map(this::way).toList());
    return new Answer.Page(status, "series/taken", page, Headers.NONE);
  }

  private Way way(Alternative alternative) {
    var resource = form.read().catalogue().known(alternative.resource());
    var from = alternative.slot().start().atZone(resource.site().zone());
    var to = alternative.slot().end().atZone(resource.site().zone());
    return new Way(
        "/bookings/new?resource=" + resource.slug() + "&date=" + from.toLocalDate() + "&start="
            + from.toLocalTime() + "&end=" + to.toLocalTime(),
        resource.name() + ", " + form.ask().words().range(from, to));
  }

  private String when(TimeSlot slot) {
    var zone = form.read()
        .catalogue()
        .known(form.read().booking().first().resource())
        .site()
        .zone();
    return form.ask().words().range(slot.start().atZone(zone), slot.end().atZone(zone));
  }

  @Override
  public Answer notNow(BookingOutcome.NotNow notNow) {
    return Answer.seeOther("/bookings/" + form.read().booking().id())
        .saying(form.ask().words().say("booking.state." + notNow.why()));
  }

  @Override
  public Answer repeated(BookingOutcome.Repeated repeated) {
    return Answer.notFound();
  }

  @Override
  public Answer reused(BookingOutcome.Reused reused) {
    return Answer.notFound();
  }

  @Override
  public Answer outdated(BookingOutcome.Outdated outdated) {
    return notNow(new BookingOutcome.NotNow("changed"));
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
