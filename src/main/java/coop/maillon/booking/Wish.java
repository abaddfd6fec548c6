package coop.maillon.booking;

import coop.maillon.resource.Resource;
import coop.maillon.resource.UnitId;
import java.util.Optional;

/**
 * A resource that somebody wants.
 *
 * @param unit the one unit that will do; empty where any will
 */
public record Wish(Resource resource, Optional<UnitId> unit) {

  public static Wish any(Resource resource) {
    return new Wish(resource, Optional.empty());
  }
}
