package coop.maillon.resource.bulk;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.rules.PolicyForm;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which resources, and what of their rules: as somebody chose it.
 *
 * @param site slug, empty for every site of theirs
 * @param kind its word, empty for every kind
 * @param tag empty for every tag
 */
record BulkForm(String site, String kind, String tag, Set<String> chosen, Set<String> parts) {

  /** The filter alone, before anything is sent: all that it leaves are chosen, none where it leaves all. */
  static BulkForm blank(Ask ask, Catalogue catalogue) {
    var filter = new BulkForm(
        ask.query("site").orElse(""),
        ask.query("kind").orElse(""),
        ask.query("tag").orElse(""),
        Set.of(),
        Set.of());
    boolean isNarrow = !(filter.site + filter.kind + filter.tag).isEmpty();
    var chosen = new HashSet<String>();
    if (isNarrow) {
      filter.among(ask, catalogue).forEach(resource -> chosen.add(resource.slug()));
    }
    return new BulkForm(filter.site, filter.kind, filter.tag, chosen, Set.of());
  }

  static BulkForm sent(Ask ask) {
    return new BulkForm(
        ask.form("site").orElse(""),
        ask.form("kind").orElse(""),
        ask.form("tag").orElse(""),
        Set.copyOf(ask.formAll("resource")),
        Set.copyOf(ask.formAll("change")));
  }

  /** The resources in service that they look after and the filter leaves. */
  List<Resource> among(Ask ask, Catalogue catalogue) {
    return catalogue.resources().stream()
        .filter(
            one -> !one.isRetired() && ask.who().mayCoordinate(one.site().id().value()))
        .filter(one -> site.isEmpty() || one.site().slug().equals(site))
        .filter(one ->
            kind.isEmpty() || Kind.ofWord(kind).filter(one.kind()::equals).isPresent())
        .filter(one -> tag.isEmpty() || one.tags().contains(tag))
        .toList();
  }

  /** What came of reading: what is chosen and what changes, or what is missing. */
  record Read(
      List<Resource> resources, Optional<PolicyChange> change, List<FieldProblem> problems) {}

  Read read(Ask ask, Catalogue catalogue) {
    var fields = Fields.of(ask);
    var resources = among(ask, catalogue).stream()
        .filter(one -> chosen.contains(one.slug()))
        .toList();
    if (resources.isEmpty()) {
      fields.problem("resource", "bulk.resource.none");
    }
    var known = new HashSet<>(parts);
    known.retainAll(PolicyChange.PARTS);
    if (known.isEmpty()) {
      fields.problem("change", "bulk.change.none");
    }
    var said = PolicyForm.read(fields);
    return new Read(
        resources,
        fields.complete() ? Optional.of(new PolicyChange(known, said)) : Optional.empty(),
        fields.problems());
  }

  /** The versions that were looked at, sent back as `ID:VERSION`; what does not read is left out. */
  static Map<ResourceId, Integer> seen(Ask ask) {
    var seen = new LinkedHashMap<ResourceId, Integer>();
    ask.formAll("seen").stream()
        .filter(pair -> pair.matches("[0-9]{1,18}:[0-9]{1,9}"))
        .map(pair -> pair.split(":"))
        .forEach(
            pair -> seen.put(new ResourceId(Long.parseLong(pair[0])), Integer.valueOf(pair[1])));
    return seen;
  }
}
