package coop.maillon.booking.closure;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Site;
import coop.maillon.resource.SiteId;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What closes: a whole site, one resource, or one unit of it. */
public record Target(Sort sort, long id) {

  /** How much of it. */
  public enum Sort {
    SITE,
    RESOURCE,
    UNIT
  }

  public static Target of(Site site) {
    return new Target(Sort.SITE, site.id().value());
  }

  public static Target of(Resource resource) {
    return new Target(Sort.RESOURCE, resource.id().value());
  }

  public static Target of(Unit unit) {
    return new Target(Sort.UNIT, unit.id().value());
  }

  boolean is(Sort other) {
    return sort == other;
  }

  /** Where it is; empty where it is no longer in the catalogue. */
  public Optional<Site> site(Catalogue catalogue) {
    return sort == Sort.SITE
        ? catalogue.site(new SiteId(id))
        : resource(catalogue).map(Resource::site);
  }

  /** The resource, or that of the unit; empty for a site. */
  public Optional<Resource> resource(Catalogue catalogue) {
    return switch (sort) {
      case SITE -> Optional.empty();
      case RESOURCE -> catalogue.resource(new ResourceId(id));
      case UNIT -> unit(catalogue).map(unit -> catalogue.known(unit.resource()));
    };
  }

  public Optional<Unit> unit(Catalogue catalogue) {
    return sort == Sort.UNIT ? catalogue.unit(new UnitId(id)) : Optional.empty();
  }

  /** The units that it closes. */
  public Set<UnitId> units(Catalogue catalogue) {
    return leaves(catalogue).map(Unit::id).collect(Collectors.toSet());
  }

  private Stream<Unit> leaves(Catalogue catalogue) {
    return switch (sort) {
      case SITE ->
        catalogue.resources().stream()
            .filter(resource -> resource.site().id().value() == id)
            .flatMap(resource -> resource.units().stream());
      case RESOURCE ->
        resource(catalogue).stream().flatMap(resource -> catalogue.leafUnits(resource).stream());
      case UNIT -> unit(catalogue).stream();
    };
  }
}
