package coop.maillon.resource.bulk;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Limit;
import coop.maillon.resource.Policy;
import coop.maillon.resource.Resource;
import coop.maillon.resource.rules.Choice;
import coop.maillon.resource.rules.PolicyForm;
import coop.maillon.resource.rules.PolicyView;
import coop.maillon.resource.rules.Typed;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What manage/bulk shows: which resources, what of their rules, and then what it comes to for each. */
record BulkPage(
    String title,
    BulkForm form,
    Filter filter,
    List<Choice> resources,
    List<Choice> changes,
    PolicyView policy,
    Map<String, String> problems,
    Optional<BulkPreview> preview,
    Optional<String> said) {

  /** The ways to narrow the list. */
  record Filter(List<Choice> sites, List<Choice> kinds, List<Choice> tags) {

    public boolean anyTag() {
      return tags.size() > 1;
    }
  }

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  static BulkPage blank(Ask ask, Catalogue catalogue) {
    return of(
        ask,
        catalogue,
        BulkForm.blank(ask, catalogue),
        Typed.of(PolicyForm.typed(Policy.SILENT, Policy.USUAL)));
  }

  static BulkPage sent(Ask ask, Catalogue catalogue) {
    return of(ask, catalogue, BulkForm.sent(ask), Typed.of(ask));
  }

  private static BulkPage of(Ask ask, Catalogue catalogue, BulkForm form, Typed typed) {
    var words = ask.words();
    return new BulkPage(
        words.say("bulk.title"),
        form,
        filter(ask, catalogue, form),
        form.among(ask, catalogue).stream()
            .map(one -> new Choice(
                one.slug(),
                one.site().name() + " · " + one.name(),
                form.chosen().contains(one.slug())))
            .toList(),
        PolicyChange.PARTS.stream()
            .map(part -> new Choice(part, partName(part, words), form.parts().contains(part)))
            .toList(),
        PolicyView.of(typed, new PolicyView.Setting(catalogue, Policy.SILENT, words, Map.of())),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  BulkPage with(Map<String, String> others, Ask ask, Catalogue catalogue) {
    var setting = new PolicyView.Setting(catalogue, Policy.SILENT, ask.words(), others);
    return new BulkPage(
        title,
        form,
        filter,
        resources,
        changes,
        PolicyView.of(Typed.of(ask), setting),
        others,
        preview,
        said);
  }

  BulkPage with(BulkPreview shown) {
    return new BulkPage(
        title, form, filter, resources, changes, policy, problems, Optional.of(shown), said);
  }

  /** The same, saying that it is not what was shown before. */
  BulkPage changed(Ask ask) {
    return new BulkPage(
        title,
        form,
        filter,
        resources,
        changes,
        policy,
        problems,
        preview,
        Optional.of(ask.words().say("bulk.changed")));
  }

  /** A number has its name from its field, the others one of their own. */
  static String partName(String part, Words words) {
    return Limit.of(part).isPresent()
        ? words.say("manage.policy." + part)
        : words.say("bulk.part." + part);
  }

  private static Filter filter(Ask ask, Catalogue catalogue, BulkForm form) {
    var words = ask.words();
    var all = new BulkForm("", "", "", form.chosen(), form.parts()).among(ask, catalogue);
    return new Filter(
        choices(
            words.say("bulk.site.any"),
            form.site(),
            all.stream()
                .map(Resource::site)
                .distinct()
                .map(one -> new Choice(one.slug(), one.name(), false))),
        choices(
            words.say("resource.list.kind.any"),
            form.kind(),
            Stream.of(Kind.values())
                .map(one -> new Choice(one.word(), words.say("manage.kind." + one.word()), false))),
        choices(
            words.say("bulk.tag.any"),
            form.tag(),
            all.stream()
                .flatMap(one -> one.tags().stream())
                .distinct()
                .sorted()
                .map(tag -> new Choice(tag, tag, false))));
  }

  private static List<Choice> choices(String any, String chosen, Stream<Choice> others) {
    return Stream.concat(Stream.of(new Choice("", any, false)), others)
        .map(one -> new Choice(one.value(), one.label(), one.value().equals(chosen)))
        .toList();
  }
}
