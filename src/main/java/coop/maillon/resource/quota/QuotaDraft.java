package coop.maillon.resource.quota;

import coop.maillon.member.Group;
import coop.maillon.resource.Quota;
import coop.maillon.resource.Resource;
import coop.maillon.resource.SiteId;
import java.util.List;
import java.util.Optional;

/**
 * A quota as a coordinator wants it to be.
 *
 * @param amount minutes or bookings
 * @param set resources of one site, one or more
 */
public record QuotaDraft(
    String name,
    Quota.Measure measure,
    int amount,
    Quota.Period period,
    Quota.Holder holder,
    Optional<Group> group,
    List<Resource> set) {

  public QuotaDraft {
    set = List.copyOf(set);
  }

  SiteId site() {
    return set.get(0).site().id();
  }
}
