package coop.maillon.booking.rehouse;

import coop.maillon.booking.clearing.ClosedSpace;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.web.Who;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is to be cleared, and how.
 *
 * @param actor who closes; another site than that of the closed thing serves only where they coordinate it
 * @param choices homes that they want somebody to get
 * @param mayServe the resources that may be homes
 */
public record Order(
    Who actor,
    ClosedSpace space,
    List<Choice> choices,
    Predicate<Resource> mayServe,
    Catalogue catalogue) {

  public Order {
    choices = List.copyOf(choices);
  }

  /** The resources of which a unit closes. */
  public List<Resource> closed() {
    return catalogue.resources().stream()
        .filter(resource -> catalogue.leafUnits(resource).stream()
            .anyMatch(unit -> space.units().contains(unit.id())))
        .toList();
  }
}
