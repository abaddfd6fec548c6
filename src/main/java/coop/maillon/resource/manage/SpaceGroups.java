package coop.maillon.resource.manage;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Which resources share a unit, through however many wholes: each such group is known by its lowest id. */
final class SpaceGroups {

  private final Map<ResourceId, ResourceId> leaders = new HashMap<>();

  private SpaceGroups(Catalogue catalogue) {
    catalogue.resources().forEach(resource -> leaders.put(resource.id(), resource.id()));
    for (Resource whole : catalogue.resources()) {
      whole.parts().forEach(part -> join(whole.id(), part));
    }
  }

  /** The resources whose group is not what it says, with the group they belong to. */
  static Map<ResourceId, Long> outdated(Catalogue catalogue) {
    var groups = new SpaceGroups(catalogue);
    var outdated = new HashMap<ResourceId, Long>();
    for (Resource resource : catalogue.resources()) {
      long group = groups.leader(resource.id()).value();
      if (group != resource.spaceGroup()) {
        outdated.put(resource.id(), group);
      }
    }
    return outdated;
  }

  private void join(ResourceId one, ResourceId other) {
    ResourceId first = leader(one);
    ResourceId second = leader(other);
    boolean inOrder = first.compareTo(second) < 0;
    leaders.put(inOrder ? second : first, inOrder ? first : second);
  }

  private ResourceId leader(ResourceId id) {
    ResourceId next = Objects.requireNonNull(leaders.get(id));
    return next.equals(id) ? id : leader(next);
  }
}
