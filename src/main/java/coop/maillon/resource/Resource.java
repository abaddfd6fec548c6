package coop.maillon.resource;

import coop.maillon.resource.tariff.Quote;
import coop.maillon.resource.tariff.Versions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that can be booked.
 *
 * @param capacity people (or what else is counted) per unit, 1 or more
 * @param policy its rules, what its site says included
 * @param spaceGroup the same number for all resources that share a unit; what is locked before deciding
 * @param units its own units in service; none where it is made of parts
 * @param parts the resources it is made of; none for most
 * @param quotas how much of it, perhaps together with others, may be booked
 * @param tariffs what its use costs, whenever it was set
 * @param photoType media type of its photo, empty without one
 */
public record Resource(
    ResourceId id,
    Site site,
    String slug,
    Kind kind,
    String name,
    String description,
    int capacity,
    Map<String, String> attributes,
    List<String> tags,
    String accessInfo,
    String photoType,
    Policy policy,
    long spaceGroup,
    List<Unit> units,
    List<ResourceId> parts,
    Life life,
    int version,
    List<Quota> quotas,
    Versions tariffs) {

  /** Whether it can still be booked. */
  public enum Life {
    OPEN,
    RETIRED
  }

  public Resource {
    attributes = Map.copyOf(attributes);
    tags = List.copyOf(tags);
    units = List.copyOf(units);
    parts = List.copyOf(parts);
    quotas = List.copyOf(quotas);
  }

  /** The same under other rules. */
  public Resource under(Policy other) {
    return new Resource(
        id,
        site,
        slug,
        kind,
        name,
        description,
        capacity,
        attributes,
        tags,
        accessInfo,
        photoType,
        other,
        spaceGroup,
        units,
        parts,
        life,
        version,
        quotas,
        tariffs);
  }

  public boolean isRetired() {
    return life == Life.RETIRED;
  }

  /** Made of other resources, whose units it occupies. */
  public boolean isWhole() {
    return !parts.isEmpty();
  }

  public boolean isPool() {
    return units.size() > 1;
  }

  /** A vehicle of which one knows which one is driven. */
  public boolean isOneCar() {
    return kind == Kind.VEHICLE && !isPool() && !isWhole();
  }

  /** What a booking of it costs; empty where that is not reckoned: it has no tariff, and does not drive. */
  public Optional<Quote> quote(TimeSlot slot, OptionalInt km) {
    var version = tariffs.on(LocalDate.ofInstant(slot.start(), site.zone()));
    boolean drives = kind == Kind.VEHICLE;
    return version.isPresent() || drives
        ? Optional.of(Quote.of(
            version,
            new Quote.Trip(
                slot.start(), slot.end(), site.zone(), drives ? km : OptionalInt.empty())))
        : Optional.empty();
  }

  /** Whether whoever takes it has to bring it back. */
  public boolean mustBeReturned() {
    return policy.bringingBack().orElse(Return.usual(kind)) == Return.NEEDED;
  }

  public boolean hasPhoto() {
    return !photoType.isEmpty();
  }

  /** What an event about it has: who may learn of it is known by its site. */
  public JsonObject told() {
    return new JsonObject()
        .put("resources", new JsonArray().add(id.value()))
        .put("sites", new JsonArray().add(site.id().value()));
  }
}
