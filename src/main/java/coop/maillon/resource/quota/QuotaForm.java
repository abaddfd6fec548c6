package coop.maillon.resource.quota;

import coop.maillon.member.Group;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Quota;
import coop.maillon.resource.Resource;
import coop.maillon.resource.rules.Typed;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody typed about a quota, until it is a draft or a list of problems; hours are whole. */
final class QuotaForm {

  private static final int MOST = 10_000;

  private final Ask ask;
  private final Catalogue catalogue;
  private final Fields fields;

  QuotaForm(Ask ask, Catalogue catalogue) {
    this.ask = ask;
    this.catalogue = catalogue;
    this.fields = Fields.of(ask);
  }

  List<FieldProblem> problems() {
    return fields.problems();
  }

  /** The draft; empty where something does not read. */
  Optional<QuotaDraft> read() {
    var name = fields.text("name").max(80).required();
    var measure =
        fields.text("measure").optional().flatMap(Quota.Measure::of).orElse(Quota.Measure.MINUTES);
    var period =
        fields.text("period").optional().flatMap(Quota.Period::of).orElse(Quota.Period.WEEK);
    var holder =
        fields.text("holder").optional().flatMap(Quota.Holder::of).orElse(Quota.Holder.MEMBER);
    var amount = fields.required("amount").whole("amount", 1, MOST);
    var group = group(holder);
    var set = set();
    int each = measure == Quota.Measure.MINUTES ? 60 : 1;
    return fields.complete()
        ? Optional.of(
            new QuotaDraft(name, measure, amount.orElseThrow() * each, period, holder, group, set))
        : Optional.empty();
  }

  private Optional<Group> group(Quota.Holder holder) {
    var slug = fields.text("group").optional();
    var group = catalogue.groups().stream()
        .filter(one -> slug.filter(one.slug()::equals).isPresent())
        .findFirst();
    if (holder == Quota.Holder.TEAM
        && group.filter(one -> one.sort() == Group.Sort.TEAM).isEmpty()) {
      fields.problem("group", "rules.quota.team");
    }
    return group;
  }

  private List<Resource> set() {
    var set = fields.list("resource").stream()
        .distinct()
        .flatMap(slug -> catalogue.resource(slug).stream())
        .filter(resource -> ask.who().mayCoordinate(resource.site().id().value()))
        .toList();
    if (set.stream().map(resource -> resource.site().id()).distinct().count() != 1) {
      fields.problem("resource", "rules.quota.set");
    }
    return set;
  }

  /** The fields of a quota that is there. */
  static Typed typed(Quota quota, Catalogue catalogue) {
    var typed = new HashMap<String, List<String>>();
    int each = quota.measure() == Quota.Measure.MINUTES ? 60 : 1;
    typed.put("name", List.of(quota.name()));
    typed.put("measure", List.of(quota.measure().word()));
    typed.put("amount", List.of(Integer.toString(quota.amount() / each)));
    typed.put("period", List.of(quota.period().word()));
    typed.put("holder", List.of(quota.holder().word()));
    typed.put("group", quota.group().map(Group::slug).stream().toList());
    typed.put(
        "resource",
        quota.set().stream().map(catalogue::known).map(Resource::slug).toList());
    return Typed.of(typed);
  }

  /** A form that nobody has touched. */
  static Typed blank() {
    return Typed.of(Map.of(
        "measure", List.of("minutes"), "period", List.of("week"), "holder", List.of("member")));
  }
}
