package coop.maillon.resource.manage;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Policy;
import coop.maillon.resource.PolicyJson;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Site;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a program sends about a resource, read; members that are not sent stay as they were. */
final class ResourceAsk {

  static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
  static final int MOST_UNITS = 200;

  private final Fields fields;
  private final Catalogue catalogue;
  private final Optional<Resource> before;
  private final Policy saidBefore;

  /**
   * @param before the resource that is changed; empty for a new one
   * @param said what it says of its own rules
   */
  ResourceAsk(Ask ask, Catalogue catalogue, Optional<Resource> before, Policy said) {
    this.catalogue = catalogue;
    this.before = before;
    this.saidBefore = said;
    this.fields = Fields.ofJson(
        ask,
        "slug",
        "name",
        "kind",
        "site",
        "capacity",
        "units",
        "parts",
        "policy",
        "description",
        "attributes",
        "tags",
        "accessInfo");
  }

  Fields fields() {
    return fields;
  }

  /** The draft; empty where the fields have problems. */
  Optional<ResourceDraft> read() {
    if (before.isEmpty()) {
      fields.required("slug", "name", "kind", "site");
    }
    var slug = slug();
    var name = fields.text("name").max(80).optional().or(() -> before.map(Resource::name));
    var kind = kind();
    var site = site();
    var contents = contents(name.orElse(""));
    return fields.complete()
        ? Optional.of(contents.of(
            site.orElseThrow(), kind.orElseThrow(), slug.orElseThrow(), name.orElseThrow()))
        : Optional.empty();
  }

  private Contents contents(String name) {
    var texts = texts();
    var policy = policy();
    var parts = parts();
    var units = units(name, parts.isEmpty());
    var capacity = fields.whole("capacity", 1, 10_000);
    var tags = fields.has("tags") ? Optional.of(fields.list("tags")) : before.map(Resource::tags);
    return new Contents(
        texts,
        capacity.or(() -> before.map(Resource::capacity)).orElse(1),
        attributes(),
        tags.orElse(List.of()),
        policy,
        units,
        parts);
  }

  private Optional<String> slug() {
    var slug = fields.text("slug").max(60).optional();
    if (slug.filter(text -> !text.matches(SLUG)).isPresent()) {
      fields.problem("slug", "manage.resource.slug.shape");
    }
    return slug.or(() -> before.map(Resource::slug));
  }

  private Optional<Kind> kind() {
    var word = fields.text("kind").optional();
    var kind = word.flatMap(Kind::ofWord);
    if (word.isPresent() && kind.isEmpty()) {
      fields.problem("kind", "manage.resource.kind.unknown");
    }
    return kind.or(() -> before.map(Resource::kind));
  }

  private Optional<Site> site() {
    var slug = fields.text("site").optional();
    var site = slug.flatMap(catalogue::site);
    if (slug.isPresent() && site.isEmpty()) {
      fields.problem("site", "manage.resource.site.unknown");
    }
    return site.or(() -> before.map(Resource::site));
  }

  private ResourceDraft.Texts texts() {
    return new ResourceDraft.Texts(
        fields
            .text("description")
            .max(4000)
            .optional()
            .orElse(
                fields.has("description")
                    ? ""
                    : before.map(Resource::description).orElse("")),
        fields
            .text("accessInfo")
            .max(2000)
            .optional()
            .orElse(
                fields.has("accessInfo") ? "" : before.map(Resource::accessInfo).orElse("")));
  }

  /** Members that are sent replace those said before; null makes the resource silent about them. */
  private Policy policy() {
    var sent = fields.object("policy").orElseGet(JsonObject::new);
    var both = PolicyJson.write(saidBefore);
    sent.forEach(member -> both.put(member.getKey(), member.getValue()));
    return PolicyJson.read(both).fold(policy -> policy, problems -> {
      problems.forEach(problem -> fields.problem(
          "policy." + problem.member(),
          "manage.policy." + problem.reason().name().toLowerCase(java.util.Locale.ROOT)));
      return Policy.SILENT;
    });
  }

  private List<ResourceId> parts() {
    if (!fields.has("parts")) {
      return before.map(Resource::parts).orElse(List.of());
    }
    var parts = new ArrayList<ResourceId>();
    for (String slug : fields.list("parts")) {
      catalogue
          .resource(slug)
          .ifPresentOrElse(
              part -> parts.add(part.id()),
              () -> fields.problem("parts", "manage.resource.parts.unknown"));
    }
    return parts.stream().distinct().toList();
  }

  /** A number of units, or their labels, or objects with the `id` of those that stay. */
  private List<UnitDraft> units(String name, boolean hasOwn) {
    if (!fields.has("units")) {
      return unsaid(name, hasOwn);
    }
    Optional<JsonArray> listed =
        rawUnits() instanceof JsonArray ? fields.array("units") : Optional.empty();
    return listed
        .map(array -> array.stream().map(this::unit).flatMap(Optional::stream).toList())
        .orElseGet(() -> fields
            .whole("units", 1, MOST_UNITS)
            .map(many -> numbered(name, many))
            .orElse(List.of()));
  }

  private List<UnitDraft> unsaid(String name, boolean hasOwn) {
    if (!hasOwn) {
      return List.of();
    }
    var kept = before.stream()
        .flatMap(resource -> resource.units().stream())
        .map(ResourceAsk::kept)
        .toList();
    return kept.isEmpty() ? List.of(UnitDraft.named(name)) : kept;
  }

  private Object rawUnits() {
    return fields.raw("units");
  }

  private List<UnitDraft> numbered(String name, int many) {
    var kept = before.stream()
        .flatMap(resource -> resource.units().stream())
        .limit(many)
        .map(ResourceAsk::kept);
    int known = Math.min(many, before.map(resource -> resource.units().size()).orElse(0));
    var fresh = IntStream.rangeClosed(known + 1, many)
        .mapToObj(n -> UnitDraft.named(many == 1 ? name : name + " " + n));
    return java.util.stream.Stream.concat(kept, fresh).toList();
  }

  private Optional<UnitDraft> unit(Object sent) {
    if (sent instanceof String label && isLabel(label)) {
      return Optional.of(matching(label));
    }
    if (sent instanceof JsonObject json
        && json.getValue("label") instanceof String label
        && isLabel(label)) {
      return Optional.of(
          json.getValue("id") instanceof String id && id.matches("[0-9]{1,18}")
              ? new UnitDraft(Optional.of(new UnitId(Long.parseLong(id))), label.strip())
              : matching(label));
    }
    fields.problem("units", "manage.resource.units.shape");
    return Optional.empty();
  }

  /** A label that a unit has is that unit. */
  private UnitDraft matching(String label) {
    return before.stream()
        .flatMap(resource -> resource.units().stream())
        .filter(unit -> unit.label().equals(label.strip()))
        .findFirst()
        .map(ResourceAsk::kept)
        .orElseGet(() -> UnitDraft.named(label.strip()));
  }

  private static UnitDraft kept(Unit unit) {
    return new UnitDraft(Optional.of(unit.id()), unit.label());
  }

  private static boolean isLabel(String label) {
    return !label.isBlank() && label.length() <= 60;
  }

  private Map<String, String> attributes() {
    if (!fields.has("attributes")) {
      return before.map(Resource::attributes).orElse(Map.of());
    }
    var attributes = new LinkedHashMap<String, String>();
    fields
        .object("attributes")
        .ifPresent(json -> json.forEach(
            entry -> attributes.put(entry.getKey(), String.valueOf(entry.getValue()))));
    return attributes;
  }
}
