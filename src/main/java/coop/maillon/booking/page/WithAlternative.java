package coop.maillon.booking.page;

import coop.maillon.resource.Catalogue;
import coop.maillon.web.Ask;

/** The form as typed, at the place that a proposal's button names if one was pressed. */
final class WithAlternative {

  private WithAlternative() {}

  static TypedBooking taken(Ask ask, Catalogue catalogue) {
    var typed = new Typed(ask);
    var booking = TypedBooking.of(typed);
    return Option.read(typed.text("alternative"), catalogue)
        .map(taken -> booking.elsewhere(taken.resource(), taken.slot()))
        .orElse(booking);
  }
}
