package coop.maillon.member.page;

import coop.maillon.member.Role;
import coop.maillon.member.Standing;
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
