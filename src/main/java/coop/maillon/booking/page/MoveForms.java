package coop.maillon.booking.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.page.BookingPages.Asked;
import coop.maillon.booking.repeat.SeriesFork;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads where a booking shall be instead, and moves it there; says first where that needs a yes. */
final class MoveForms {

  private final Bookings bookings;

  MoveForms(Bookings bookings) {
    this.bookings = bookings;
  }

  /**
   * What came of it; without an outcome nothing was tried yet.
   *
   * @param elsewhere where several dates are looked at first, where they are meant
   */
  record Moved(Asked asked, Optional<BookingOutcome> outcome, Optional<Answer> elsewhere) {

    static Moved not(Asked asked) {
      return new Moved(asked, Optional.empty(), Optional.empty());
    }
  }

  Future<Moved> move(Ask ask, BookingReads.Read read) {
    var typed = read(ask, read);
    var resource = Visible.resource(read.catalogue(), ask.who(), typed.resource());
    if (typed.read().isEmpty() || resource.isEmpty()) {
      return succeededFuture(Moved.not(first(typed)));
    }
    if (SeriesFork.isMany(ask, read.booking())) {
      var look =
          SeriesFork.moving(ask, read.booking(), resource.get(), typed.read().get());
      return succeededFuture(new Moved(first(typed), Optional.empty(), Optional.of(look)));
    }
    return needsSaying(ask, read, typed, resource.get())
        ? succeededFuture(Moved.not(first(typed)))
        : move(ask, read, typed, resource.get());
  }

  private Future<Moved> move(Ask ask, BookingReads.Read read, TypedMove typed, Resource resource) {
    var wanted = new BookingChange(
        ask.who(),
        read.booking().id(),
        version(ask),
        typed.read().map(slot -> slot.start()),
        typed.read().map(slot -> slot.end()),
        Optional.of(resource),
        Optional.empty(),
        Optional.empty());
    return bookings
        .change(wanted)
        .map(outcome -> new Moved(first(typed), Optional.of(outcome), Optional.empty()));
  }

  String sentence(Ask ask, BookingReads.Read read, Booking booking) {
    var resource = read.catalogue().known(booking.first().resource());
    var said = new SlotWords(ask.words(), resource.site().zone());
    boolean asks = booking.status() == BookingStatus.PENDING;
    return ask.words()
        .say(
            asks ? "booking.move.asked" : "booking.move.done",
            "resource",
            resource.name(),
            "when",
            said.whole(booking.slot()));
  }

  /** The same thing stays wanted where no other is named; a proposal's button says both where and when. */
  private static TypedMove read(Ask ask, BookingReads.Read read) {
    Catalogue catalogue = read.catalogue();
    var typed = new Typed(ask);
    var fields = Fields.of(ask);
    var taken = Option.read(typed.text("alternative"), catalogue);
    String slug = taken
        .map(one -> one.resource().slug())
        .orElseGet(() -> typed.text("resource").isEmpty()
            ? catalogue.known(read.booking().first().resource()).slug()
            : typed.text("resource"));
    var resource = Visible.resource(catalogue, ask.who(), slug);
    if (resource.isEmpty()) {
      fields.problem("resource", "booking.field.resource");
    }
    var zone = resource
        .orElseGet(() -> catalogue.known(read.booking().first().resource()))
        .site()
        .zone();
    var slot =
        taken.map(one -> TypedSlot.of(one.slot(), zone)).orElseGet(() -> TypedSlot.of(typed));
    var time = slot.read(fields, zone);
    return new TypedMove(slug, slot, time, typed.ticked("agreed"), ByField.of(fields.problems()));
  }

  private static boolean needsSaying(
      Ask ask, BookingReads.Read read, TypedMove typed, Resource resource) {
    return !typed.agreed()
        && read.booking().status() == BookingStatus.CONFIRMED
        && resource.policy().asksApproval()
        && !ask.who().mayCoordinate(resource.site().id().value());
  }

  /** What is shown where it was not tried: the problems, or that a yes is needed. */
  private static Asked first(TypedMove typed) {
    boolean readable = typed.problems().isEmpty();
    return Asked.of(
        typed,
        readable
            ? Optional.of(new BookingPage.AskFirst(typed.resource(), typed.slot()))
            : Optional.empty());
  }

  private static OptionalInt version(Ask ask) {
    return ask.form("version")
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElse(OptionalInt.empty());
  }
}
