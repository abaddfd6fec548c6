package coop.maillon.member;

import coop.maillon.web.Who;
import java.util.List;
import java.util.Optional;

/** The roles of whoever asks. */
final class Roles {

  private Roles() {}

  static List<Role> of(Who who) {
    return new Standing(
            who.administrator(), who.guest(), Optional.empty(), who.coordinates(), who.guestSites())
        .roles();
  }
}
