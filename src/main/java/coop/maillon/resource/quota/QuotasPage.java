package coop.maillon.resource.quota;

import coop.maillon.member.Group;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Quota;
import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What rules/quotas shows: the quotas of the sites that somebody coordinates. */
record QuotasPage(String title, List<Line> quotas) {

  /** One of them, in words. */
  record Line(String href, String name, String rule, String whom, String set) {}

  public boolean any() {
    return !quotas.isEmpty();
  }

  static QuotasPage of(Ask ask, Catalogue catalogue) {
    return new QuotasPage(
        ask.words().say("rules.quotas"),
        of(ask.who(), catalogue).stream()
            .map(quota -> line(quota, catalogue, ask.words()))
            .toList());
  }

  static List<Quota> of(coop.maillon.web.Who who, Catalogue catalogue) {
    return catalogue.resources().stream()
        .filter(resource -> who.mayCoordinate(resource.site().id().value()))
        .flatMap(resource -> resource.quotas().stream())
        .distinct()
        .sorted(Comparator.comparing(Quota::name))
        .toList();
  }

  private static Line line(Quota quota, Catalogue catalogue, Words words) {
    Object amount = quota.measure() == Quota.Measure.MINUTES
        ? Duration.ofMinutes(quota.amount())
        : (Object) quota.amount();
    return new Line(
        "/manage/quotas/" + quota.id(),
        quota.name(),
        words.told(
            "rules.quota.said." + quota.measure().word(),
            Map.of("amount", amount, "period", quota.period().word())),
        quota.group().map(Group::name).orElseGet(() -> words.say("rules.quota.everybody")),
        quota.set().stream()
            .map(catalogue::known)
            .map(Resource::name)
            .sorted()
            .collect(Collectors.joining(", ")));
  }
}
