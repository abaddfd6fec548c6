package coop.maillon.notification;

import coop.maillon.member.MemberId;
import java.util.Set;

/** Somebody who may be told: what is needed to decide it at this moment, and to reach them. */
record Recipient(
    Notice.Reader reader,
    boolean present,
    boolean administrator,
    boolean guest,
    Set<Long> coordinates,
    Set<Long> guestSites) {

  MemberId id() {
    return reader.id();
  }

  String shortName() {
    return reader.shortName();
  }

  /** Whether they may read about a booking on that site: they are still in, and a guest may still see the site. */
  boolean maySee(long siteId) {
    return present && (!guest || guestSites.contains(siteId));
  }

  boolean coordinates(long siteId) {
    return present && coordinates.contains(siteId);
  }
}
