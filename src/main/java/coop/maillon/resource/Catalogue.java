package coop.maillon.resource;

import coop.maillon.member.Group;
import coop.maillon.member.Habilitation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All sites and resources as they were at one version. Immutable.
 *
 * @param version the catalogue's number in the database when it was read
 */
public final class Catalogue {

  private final long version;
  private final Map<SiteId, Site> sites = new LinkedHashMap<>();
  private final Map<ResourceId, Resource> resources = new LinkedHashMap<>();
  private final Map<String, Resource> bySlug = new LinkedHashMap<>();
  private final Map<UnitId, Unit> units = new LinkedHashMap<>();

  private final Permits permits;

  /** Sites, resources, groups and habilitations in the order in which they are shown. */
  public Catalogue(
      long version, Collection<Site> sites, Collection<Resource> resources, Permits permits) {
    this.version = version;
    this.permits = permits;
    sites.forEach(site -> this.sites.put(site.id(), site));
    for (Resource resource : resources) {
      this.resources.put(resource.id(), resource);
      bySlug.put(resource.slug(), resource);
      resource.units().forEach(unit -> units.put(unit.id(), unit));
    }
  }

  public long version() {
    return version;
  }

  /** Groups and teams, by name. */
  public List<Group> groups() {
    return permits.groups();
  }

  /** Habilitations, by name. */
  public List<Habilitation> habilitations() {
    return permits.habilitations();
  }

  /** What a policy may ask of whoever books. */
  public record Permits(List<Group> groups, List<Habilitation> habilitations) {

    /** Nothing to ask. */
    public static final Permits NONE = new Permits(List.of(), List.of());
  }

  public Collection<Site> sites() {
    return List.copyOf(sites.values());
  }

  public Optional<Site> site(String slug) {
    return sites.values().stream().filter(site -> site.slug().equals(slug)).findFirst();
  }

  public Optional<Site> site(SiteId id) {
    return Optional.ofNullable(sites.get(id));
  }

  /** Every resource, those retired included. */
  public Collection<Resource> resources() {
    return List.copyOf(resources.values());
  }

  /** The resources of a site that can be booked. */
  public List<Resource> inService(SiteId site) {
    return resources.values().stream()
        .filter(resource -> resource.site().id().equals(site) && !resource.isRetired())
        .toList();
  }

  public Optional<Resource> resource(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  public Optional<Resource> resource(ResourceId id) {
    return Optional.ofNullable(resources.get(id));
  }

  /**
   * The resource of that id.
   *
   * @throws IllegalStateException where the database names a resource that the catalogue lacks
   */
  public Resource known(ResourceId id) {
    return resource(id).orElseThrow(() -> new IllegalStateException("no resource " + id));
  }

  public Optional<Unit> unit(UnitId id) {
    return Optional.ofNullable(units.get(id));
  }

  /** The units that a booking of it would lie on: its own, or those of its parts. */
  public List<Unit> leafUnits(Resource resource) {
    return resource.isWhole()
        ? resource.parts().stream()
            .flatMap(part -> leafUnits(known(part)).stream())
            .distinct()
            .toList()
        : resource.units();
  }

  /** The resources that share a unit with it, itself included. */
  public Stream<Resource> sharing(Resource resource) {
    return resources.values().stream().filter(other -> other.spaceGroup() == resource.spaceGroup());
  }
}
