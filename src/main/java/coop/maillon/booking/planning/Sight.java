package coop.maillon.booking.planning;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Visibility;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Who;

/** How much of a booking a reader sees (product.md, Who sees what). */
enum Sight {
  /** Their own. */
  MINE,
  /** Title and name: participants, coordinators. */
  TITLE,
  /** The name alone. */
  NAME,
  /** That the time is taken. */
  TIME;

  static Sight of(Visibility visibility) {
    if (visibility.isMine()) {
      return MINE;
    }
    if (visibility.seesTitle()) {
      return TITLE;
    }
    return visibility.seesName() ? NAME : TIME;
  }

  static Sight of(Booking booking, Who who, Catalogue catalogue) {
    return of(Visibility.of(booking, who, catalogue));
  }

  boolean seesTitle() {
    return this == MINE || this == TITLE;
  }

  boolean seesName() {
    return this != TIME;
  }
}
