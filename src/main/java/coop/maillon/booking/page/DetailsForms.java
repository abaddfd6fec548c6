package coop.maillon.booking.page;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.Details;
import coop.maillon.booking.page.BookingPage.DetailsForm;
import coop.maillon.db.Sql;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a booking shall say, its place apart. */
final class DetailsForms {

  private final PersonStore people = new PersonStore();
  private final Sql sql;

  DetailsForms(Sql sql) {
    this.sql = sql;
  }

  /** What was typed, and the change where it could be read. */
  record Read(DetailsForm typed, Optional<BookingChange> change) {}

  Future<Read> read(Ask ask, Booking before) {
    var typed = new Typed(ask);
    var fields = Fields.of(ask);
    var addresses = BookingForm.addresses(typed.text("participants"));
    var invited = people.withAddresses(sql, addresses);
    var seated = people.seated(sql, before.id());
    return Future.all(invited, seated).map(found -> {
      var participants = new HashSet<>(seated.result());
      participants.addAll(BookingForm.participants(addresses, invited.result(), fields));
      within(fields, "title", typed.text("title"), TypedBooking.TITLE);
      within(fields, "activity", typed.text("activity"), TypedBooking.ACTIVITY);
      var details = new Details(
          typed.text("title"),
          typed.ticked("private") ? Details.Privacy.PRIVATE : Details.Privacy.SHARED,
          typed.text("activity"),
          ask.form("distanceKm").isPresent()
              ? BookingForm.distance(fields)
              : before.details().distanceKm(),
          participants);
      return new Read(
          form(typed, fields),
          fields.complete() ? Optional.of(change(ask, before, details)) : Optional.empty());
    });
  }

  static void within(Fields fields, String name, String text, int most) {
    if (text.length() > most) {
      fields.problem(name, "field.max", "max", most);
    }
  }

  private static DetailsForm form(Typed typed, Fields fields) {
    return new DetailsForm(
        typed.text("title"),
        typed.ticked("private"),
        typed.text("activity"),
        typed.text("distanceKm"),
        typed.text("participants"),
        ByField.of(fields.problems()));
  }

  private static BookingChange change(Ask ask, Booking before, Details details) {
    return new BookingChange(
        ask.who(),
        before.id(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(details));
  }
}
