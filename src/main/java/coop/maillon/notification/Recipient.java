package coop.maillon.notification;

import coop.maillon.member.MemberId;
import java.util.Set;

/** Somebody who may be told: what is needed to decide it at this moment, and to reach them. */
record Recipient(
    MemberId id,
    String name,
    String email,
    String language,
    boolean present,
    boolean administrator,
    boolean guest,
    Set<Long> coordinates,
    Set<Long> guestSites) {

  /** Whether they may read about a booking on that site: they are still in, and a guest may still see the site. */
  boolean maySee(long siteId) {
    return present && (!guest || guestSites.contains(siteId));
  }

  boolean coordinates(long siteId) {
    return present && coordinates.contains(siteId);
  }

  /** As others read it: Diane Roussel is Diane R. */
  String shortName() {
    String[] names = name.strip().split("\\s+");
    return names.length > 1 ? names[0] + " " + names[names.length - 1].charAt(0) + "." : name;
  }
}
