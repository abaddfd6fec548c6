package coop.maillon.resource.manage;

import coop.maillon.resource.Kind;
import coop.maillon.resource.Policy;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Site;
import java.util.List;
import java.util.Map;

/** What a draft says besides where it is, what it is and how it is called. */
record Contents(
    ResourceDraft.Texts texts,
    int capacity,
    Map<String, String> attributes,
    List<String> tags,
    Policy policy,
    List<UnitDraft> units,
    List<ResourceId> parts) {

  ResourceDraft of(Site site, Kind kind, String slug, String name) {
    return new ResourceDraft(
        site, slug, kind, name, texts, capacity, attributes, tags, policy, units, parts);
  }
}
