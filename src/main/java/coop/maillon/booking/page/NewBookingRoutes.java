package coop.maillon.booking.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.Holds;
import coop.maillon.booking.act.LedgerReads;
import coop.maillon.booking.beforehand.BeforehandReads;
import coop.maillon.booking.page.NewBookingPages.Told;
import coop.maillon.booking.page.NewBookingPages.Verdict;
import coop.maillon.db.Sql;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/** The form that books: asked for, checked while it is filled in, and sent. */
final class NewBookingRoutes {

  private final Sql sql;
  private final Catalogues catalogues;
  private final Bookings bookings;
  private final Holds holds;
  private final BookingReads reads;
  private final NewBookingPages pages;

  NewBookingRoutes(Sql sql, Catalogues catalogues, Pages.Doing doing) {
    this.sql = sql;
    this.catalogues = catalogues;
    this.bookings = doing.bookings();
    this.holds = doing.holds();
    this.reads = doing.reads();
    this.pages = new NewBookingPages(new LedgerReads(sql), new BeforehandReads(sql, doing.reach()));
  }

  void mount(RouteTable routes) {
    routes.get("/bookings/new", Access.SIGNED_IN, this::form);
    routes.get("/bookings/new/answer", Access.SIGNED_IN, this::answer);
    routes.post("/bookings", Access.SIGNED_IN, this::place);
    routes.post("/bookings/hold", Access.SIGNED_IN, this::hold);
  }

  private Future<Answer> form(Ask ask) {
    return new Typed(ask).text("resource").isEmpty()
        ? succeededFuture(Answer.seeOther("/openings"))
        : catalogues
            .fresh()
            .compose(catalogue -> judged(ask, catalogue)
                .map(found -> found
                    .map(page -> Answer.page("booking/new", page))
                    .orElseGet(Answer::notFound)));
  }

  /** The part of the form that says whether it can be had, for htmx. */
  private Future<Answer> answer(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> judged(ask, catalogue)
            .map(found -> found
                .map(page -> Answer.fragment("booking/_answer-alone", page.pieces()))
                .orElseGet(Answer::notFound)));
  }

  /** What was typed so far, and what would come of it. Books nothing. */
  private Future<Optional<NewBookingPage>> judged(Ask ask, Catalogue catalogue) {
    var first = TypedBooking.of(new Typed(ask));
    var typed = FirstGuess.of(ask, catalogue, first);
    return read(
        ask,
        catalogue,
        typed,
        read -> read.request()
            .map(request -> bookings
                .obstacle(request)
                .map(why -> why.map(refusal -> Told.hindered(read, refusal))
                    .orElseGet(() -> Told.of(read, Verdict.FREE))))
            .orElseGet(() -> succeededFuture(Told.of(read, Verdict.UNKNOWN)))
            .compose(told -> pages.page(ask, catalogue, told)));
  }

  private Future<Answer> place(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> place(ask, catalogue, WithAlternative.taken(ask, catalogue)));
  }

  /** Books what is typed, or gives it back with the reason and ways out. */
  Future<Answer> place(Ask ask, Catalogue catalogue, TypedBooking typed) {
    return read(
            ask,
            catalogue,
            typed,
            read -> read.request()
                .map(request -> bookings
                    .place(request)
                    .compose(outcome ->
                        outcome.tell(new PlacedAnswers(ask, catalogue, read, pages, reads))))
                .orElseGet(() -> unreadable(ask, catalogue, read)))
        .map(answer -> answer.orElseGet(Answer::notFound));
  }

  private Future<Answer> unreadable(Ask ask, Catalogue catalogue, BookingForm.Read read) {
    return pages
        .page(ask, catalogue, Told.of(read, Verdict.UNKNOWN))
        .map(page -> Answer.refused("booking/new", page));
  }

  /** Keeps the slot while the form is filled in; an empty piece where it cannot be kept. */
  private Future<Answer> hold(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> read(
                ask,
                catalogue,
                TypedBooking.of(new Typed(ask)),
                read -> read.slot()
                    .map(slot -> hold(ask, read.resource(), slot))
                    .orElseGet(() -> succeededFuture(HeldPart.NONE)))
            .map(part -> Answer.fragment("booking/_hold", part.orElse(HeldPart.NONE))));
  }

  private Future<HeldPart> hold(Ask ask, Resource resource, TimeSlot slot) {
    return HeldPart.Mark.read(new Typed(ask).text("held"))
        .filter(mark -> mark.isSpent(resource, slot, ask.now()))
        .map(mark -> succeededFuture(HeldPart.spent(mark)))
        .orElseGet(
            () -> holds.place(ask.who(), resource, slot).map(outcome -> HeldPart.of(outcome, ask)));
  }

  private <T> Future<Optional<T>> read(
      Ask ask,
      Catalogue catalogue,
      TypedBooking typed,
      Function<BookingForm.Read, Future<T>> then) {
    return new BookingForm(sql, catalogue)
        .read(ask, typed)
        .compose(found -> found
            .map(read -> then.apply(read).map(Optional::of))
            .orElseGet(() -> succeededFuture(Optional.empty())));
  }
}
