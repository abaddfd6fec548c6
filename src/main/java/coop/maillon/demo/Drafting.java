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

  private ResourceDraft so;

  Drafting(Site site, Kind kind, String slug, String name) {
    so = ResourceDraft.of(site, kind, slug, name);
  }

  Drafting units(String label, int many) {
    var units = IntStream.rangeClosed(1, many)
        .mapToObj(n -> UnitDraft.named(label + " " + n))
        .toList();
    so = new ResourceDraft(
        so.site(),
        so.slug(),
        so.kind(),
        so.name(),
        so.texts(),
        so.capacity(),
        so.attributes(),
        so.tags(),
        so.policy(),
        units,
        so.parts());
    return this;
  }

  Drafting policy(Policy policy) {
    so = new ResourceDraft(
        so.site(),
        so.slug(),
        so.kind(),
        so.name(),
        so.texts(),
        so.capacity(),
        so.attributes(),
        so.tags(),
        policy,
        so.units(),
        so.parts());
    return this;
  }

  Drafting capacity(int people) {
    so = new ResourceDraft(
        so.site(),
        so.slug(),
        so.kind(),
        so.name(),
        so.texts(),
        people,
        so.attributes(),
        so.tags(),
        so.policy(),
        so.units(),
        so.parts());
    return this;
  }

  Drafting texts(String description, String access) {
    so = new ResourceDraft(
        so.site(),
        so.slug(),
        so.kind(),
        so.name(),
        new ResourceDraft.Texts(description, access),
        so.capacity(),
        so.attributes(),
        so.tags(),
        so.policy(),
        so.units(),
        so.parts());
    return this;
  }

  Drafting tags(String... tags) {
    so = new ResourceDraft(
        so.site(),
        so.slug(),
        so.kind(),
        so.name(),
        so.texts(),
        so.capacity(),
        so.attributes(),
        List.of(tags),
        so.policy(),
        so.units(),
        so.parts());
    return this;
  }

  Drafting parts(List<ResourceId> parts) {
    so = new ResourceDraft(
        so.site(),
        so.slug(),
        so.kind(),
        so.name(),
        so.texts(),
        so.capacity(),
        so.attributes(),
        so.tags(),
        so.policy(),
        List.of(),
        parts);
    return this;
  }

  /** The draft, of a place that a wheelchair gets to. */
  ResourceDraft accessible() {
    return attributes(WHEELCHAIR).draft();
  }

  private Drafting attributes(Map<String, String> attributes) {
    so = new ResourceDraft(
        so.site(),
        so.slug(),
        so.kind(),
        so.name(),
        so.texts(),
        so.capacity(),
        attributes,
        so.tags(),
        so.policy(),
        so.units(),
        so.parts());
    return this;
  }

  ResourceDraft draft() {
    return so;
  }
}
