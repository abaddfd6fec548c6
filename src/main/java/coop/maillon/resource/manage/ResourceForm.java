package coop.maillon.resource.manage;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Policy;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Site;
import coop.maillon.resource.Unit;
import coop.maillon.resource.rules.PolicyForm;
import coop.maillon.resource.rules.Typed;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody typed about a resource, until it is a draft or a list of problems. */
final class ResourceForm {

  private static final String WHEELCHAIR = "wheelchair";

  private final Ask ask;
  private final Catalogue catalogue;
  private final Optional<Resource> before;
  private final Fields fields;

  ResourceForm(Ask ask, Catalogue catalogue, Optional<Resource> before) {
    this.ask = ask;
    this.catalogue = catalogue;
    this.before = before;
    this.fields = Fields.of(ask);
  }

  Fields fields() {
    return fields;
  }

  /** The draft; empty where something does not read. */
  Optional<ResourceDraft> read() {
    var name = fields.text("name").max(80).required();
    var slug = slug();
    var kind = fields.text("kind").optional().flatMap(Kind::ofWord);
    var asked = fields.text("site").optional().flatMap(catalogue::site);
    var site = before.map(Resource::site).or(() -> asked);
    if (kind.isEmpty()) {
      fields.problem("kind", "field.required");
    }
    if (site.isEmpty()) {
      fields.problem("site", "field.required");
    }
    var contents = contents(name);
    return fields.complete()
        ? Optional.of(contents.of(site.orElseThrow(), kind.orElseThrow(), slug, name))
        : Optional.empty();
  }

  private Contents contents(String name) {
    var parts = parts();
    return new Contents(
        new ResourceDraft.Texts(
            fields.text("description").max(4000).optional().orElse(""),
            fields.text("access").max(2000).optional().orElse("")),
        fields.whole("capacity", 1, 10_000).orElse(1),
        attributes(),
        tags(),
        PolicyForm.read(fields),
        parts.isEmpty() ? units(name) : List.of(),
        parts);
  }

  private String slug() {
    var slug = fields.text("slug").max(60).required();
    if (!slug.isEmpty() && !slug.matches(ResourceAsk.SLUG)) {
      fields.problem("slug", "manage.resource.slug.shape");
    }
    return slug;
  }

  /** Units whose name was emptied go away. */
  private List<UnitDraft> units(String name) {
    var kept = before.stream()
        .flatMap(resource -> resource.units().stream())
        .flatMap(unit -> fields.text("unit-" + unit.id()).max(60).optional().stream()
            .map(label -> new UnitDraft(Optional.of(unit.id()), label)));
    var fresh = fields.list("unit").stream()
        .map(label -> UnitDraft.named(label.substring(0, Math.min(60, label.length()))));
    var units = Stream.concat(kept, fresh).limit(ResourceAsk.MOST_UNITS).toList();
    return units.isEmpty() && before.isEmpty() && !name.isEmpty()
        ? List.of(UnitDraft.named(name))
        : units;
  }

  private List<ResourceId> parts() {
    return fields.list("part").stream()
        .flatMap(slug -> catalogue.resource(slug).stream())
        .map(Resource::id)
        .toList();
  }

  private List<String> tags() {
    return Stream.of(ask.form("tags").orElse("").split(","))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .limit(20)
        .toList();
  }

  /** Lines of `name : value`. */
  private Map<String, String> attributes() {
    var attributes = new LinkedHashMap<String, String>();
    if (fields.flag(WHEELCHAIR)) {
      attributes.put(WHEELCHAIR, "true");
    }
    fields.text("attributes").max(2000).optional().stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          String[] pair = line.split(":", 2);
          if (pair.length == 2 && !pair[0].isBlank() && !pair[1].isBlank()) {
            attributes.put(pair[0].strip(), pair[1].strip());
          } else {
            fields.problem("attributes", "manage.resource.attributes.shape");
          }
        });
    return attributes;
  }

  /** The fields of a resource as it is. */
  static Typed typed(Resource resource, Policy said, Catalogue catalogue) {
    var typed = new HashMap<>(PolicyForm.typed(said, resource.policy()));
    typed.put("name", List.of(resource.name()));
    typed.put("slug", List.of(resource.slug()));
    typed.put("kind", List.of(resource.kind().word()));
    typed.put("site", List.of(resource.site().slug()));
    typed.put("capacity", List.of(Integer.toString(resource.capacity())));
    typed.put("description", List.of(resource.description()));
    typed.put("access", List.of(resource.accessInfo()));
    typed.put("tags", List.of(String.join(", ", resource.tags())));
    typed.put(WHEELCHAIR, List.of(resource.attributes().getOrDefault(WHEELCHAIR, "")));
    typed.put("attributes", List.of(lines(resource.attributes())));
    typed.put(
        "part",
        resource.parts().stream().map(part -> catalogue.known(part).slug()).toList());
    for (Unit unit : resource.units()) {
      typed.put("unit-" + unit.id(), List.of(unit.label()));
    }
    return Typed.of(typed);
  }

  /** The fields of a new resource. */
  static Typed blank(Optional<Site> site) {
    var typed = new HashMap<>(PolicyForm.typed(Policy.SILENT, Policy.SILENT));
    typed.put("kind", List.of(Kind.SPACE.word()));
    typed.put("capacity", List.of("1"));
    site.ifPresent(known -> typed.put("site", List.of(known.slug())));
    return Typed.of(typed);
  }

  private static String lines(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(WHEELCHAIR))
        .map(entry -> entry.getKey() + " : " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** Problems by field, the first of each. */
  static Map<String, String> problems(Fields fields) {
    var problems = new HashMap<String, String>();
    new ArrayList<>(fields.problems())
        .forEach(problem -> problems.putIfAbsent(problem.field(), problem.message()));
    return problems;
  }
}
