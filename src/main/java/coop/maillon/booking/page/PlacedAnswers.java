package coop.maillon.booking.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.page.NewBookingPages.Told;
import coop.maillon.booking.page.NewBookingPages.Verdict;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import io.vertx.core.Future;
import java.util.Optional;

/** What the form answers to each thing that may come of sending it. */
record PlacedAnswers(
    Ask ask, Catalogue catalogue, BookingForm.Read read, NewBookingPages pages, BookingReads reads)
    implements BookingOutcome.Cases<Future<Answer>> {

  @Override
  public Future<Answer> done(BookingOutcome.Done done) {
    return succeededFuture(
        Answer.seeOther("/bookings/" + done.booking().id()).saying(said(done.booking())));
  }

  @Override
  public Future<Answer> repeated(BookingOutcome.Repeated repeated) {
    var here = Answer.seeOther("/bookings/" + repeated.answer());
    return earlier(repeated.answer())
        .map(booking -> booking.map(one -> here.saying(said(one))).orElse(here));
  }

  @Override
  public Future<Answer> reused(BookingOutcome.Reused reused) {
    var again = new BookingForm.Read(
        read.typed().anew(), read.resource(), read.slot(), read.request(), read.problems());
    return earlier(reused.answer())
        .map(found -> found.map(this::earlierNote))
        .compose(note ->
            pages.page(ask, catalogue, new Told(again, Verdict.UNKNOWN, Optional.empty(), note)))
        .map(page -> Answer.refused("booking/new", page));
  }

  @Override
  public Future<Answer> taken(BookingOutcome.Taken taken) {
    return page(taken).map(page -> Answer.conflict("booking/new", page));
  }

  @Override
  public Future<Answer> against(BookingOutcome.Against against) {
    return page(against).map(page -> Answer.refused("booking/new", page));
  }

  @Override
  public Future<Answer> notNow(BookingOutcome.NotNow notNow) {
    return page(notNow).map(page -> Answer.conflict("booking/new", page));
  }

  @Override
  public Future<Answer> outdated(BookingOutcome.Outdated outdated) {
    return page(outdated).map(page -> Answer.conflict("booking/new", page));
  }

  @Override
  public Future<Answer> missing(BookingOutcome.Missing missing) {
    return succeededFuture(Answer.notFound());
  }

  @Override
  public Future<Answer> forbidden(BookingOutcome.Forbidden forbidden) {
    return succeededFuture(Answer.forbidden());
  }

  private Future<NewBookingPage> page(BookingOutcome why) {
    return pages.page(ask, catalogue, Told.refused(read, why));
  }

  private Future<Optional<Booking>> earlier(String id) {
    return BookingId.read(id)
        .map(known ->
            reads.find(ask.who(), known).map(found -> found.map(BookingReads.Read::booking)))
        .orElseGet(() -> succeededFuture(Optional.empty()));
  }

  private NewBookingPage.Earlier earlierNote(Booking booking) {
    return new NewBookingPage.Earlier(
        booking.id().toString(), about("booking.new.earlier", booking));
  }

  private String said(Booking booking) {
    boolean isPending = booking.status() == BookingStatus.PENDING;
    return about(isPending ? "booking.new.asked" : "booking.new.booked", booking);
  }

  private String about(String key, Booking booking) {
    var resource = catalogue.known(booking.first().resource());
    var said = new SlotWords(ask.words(), resource.site().zone());
    return ask.words().say(key, "resource", resource.name(), "when", said.whole(booking.slot()));
  }
}
