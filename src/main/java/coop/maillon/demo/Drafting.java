package coop.maillon.demo;

import coop.maillon.resource.Kind;
import coop.maillon.resource.Policy;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Site;
import coop.maillon.resource.manage.ResourceDraft;
import coop.maillon.resource.manage.UnitDraft;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A resource's draft in the making. */
final class Drafting {

  private static final Map<String, String> WHEELCHAIR = Map.of("wheelchair", "true");

  private final ResourceDraft plain;
  private ResourceDraft.Texts texts = ResourceDraft.Texts.NONE;
  private int capacity = 1;
  private Map<String, String> attributes = Map.of();
  private List<String> tags = List.of();
  private Policy policy = Policy.SILENT;
  private List<UnitDraft> units;
  private List<ResourceId> parts = List.of();

  Drafting(Site site, Kind kind, String slug, String name) {
    plain = ResourceDraft.of(site, kind, slug, name);
    units = plain.units();
  }

  Drafting units(String label, int many) {
    units = IntStream.rangeClosed(1, many)
        .mapToObj(n -> UnitDraft.named(label + " " + n))
        .toList();
    return this;
  }

  Drafting policy(Policy rules) {
    policy = rules;
    return this;
  }

  Drafting capacity(int people) {
    capacity = people;
    return this;
  }

  Drafting texts(String description, String access) {
    texts = new ResourceDraft.Texts(description, access);
    return this;
  }

  Drafting tags(String... words) {
    tags = List.of(words);
    return this;
  }

  Drafting parts(List<ResourceId> others) {
    units = List.of();
    parts = others;
    return this;
  }

  /** The draft, of a place that a wheelchair gets to. */
  ResourceDraft accessible() {
    attributes = WHEELCHAIR;
    return draft();
  }

  ResourceDraft draft() {
    return new ResourceDraft(
        plain.site(),
        plain.slug(),
        plain.kind(),
        plain.name(),
        texts,
        capacity,
        attributes,
        tags,
        policy,
        units,
        parts);
  }
}
