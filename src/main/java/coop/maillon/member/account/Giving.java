package coop.maillon.member.account;

import coop.maillon.member.Member;
import coop.maillon.member.Standing;

/** Who may give which rights, and decide about whom. */
final class Giving {

  private Giving() {}

  /** An administrator gives any; a coordinator makes members, and guests of the sites they coordinate. */
  static boolean allows(Standing giver, Standing given) {
    if (giver.administrator()) {
      return true;
    }
    boolean within = giver.coordinates().containsAll(given.guestSites());
    return !giver.coordinates().isEmpty() && !given.hasRights() && within;
  }

  /** Nobody about themselves; only administrators about those who have rights. */
  static boolean mayDecideAbout(Member by, Member member) {
    if (by.id().equals(member.id()) || by.state() != Member.State.ACTIVE) {
      return false;
    }
    return by.standing().administrator()
        || (!by.standing().coordinates().isEmpty() && !member.standing().hasRights());
  }
}
