package coop.maillon.resource.manage;

import coop.maillon.resource.Kind;
import coop.maillon.resource.Policy;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Site;
import java.util.List;
import java.util.Map;

/**
 * A resource as a coordinator wants it to be.
 *
 * @param policy what it says itself; what it does not say comes from its site
 * @param units all the units it is to have, in order; those left out are retired; none where it has parts
 * @param parts the resources it is made of; none for most
 */
public record ResourceDraft(
    Site site,
    String slug,
    Kind kind,
    String name,
    Texts texts,
    int capacity,
    Map<String, String> attributes,
    List<String> tags,
    Policy policy,
    List<UnitDraft> units,
    List<ResourceId> parts) {

  public ResourceDraft {
    tags = List.copyOf(tags);
    units = List.copyOf(units);
    parts = List.copyOf(parts);
  }

  /**
   * What is told about it.
   *
   * @param access door, wifi, key box: for those who booked only
   */
  public record Texts(String description, String access) {

    public static final Texts NONE = new Texts("", "");
  }

  /** Something with one unit of its own name and no rule of its own. */
  public static ResourceDraft of(Site site, Kind kind, String slug, String name) {
    return new ResourceDraft(
        site,
        slug,
        kind,
        name,
        Texts.NONE,
        1,
        Map.of(),
        List.of(),
        Policy.SILENT,
        List.of(UnitDraft.named(name)),
        List.of());
  }

  public boolean isWhole() {
    return !parts.isEmpty();
  }
}
