package coop.maillon.resource.manage;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Policy;
import coop.maillon.resource.Site;
import coop.maillon.resource.holiday.Region;
import coop.maillon.resource.rules.Choice;
import coop.maillon.resource.rules.PolicyForm;
import coop.maillon.resource.rules.PolicyView;
import coop.maillon.resource.rules.Typed;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What manage/site shows: the form of one site, old or new; coordinators read it, administrators write it. */
public record SitePage(
    String title,
    String action,
    boolean fresh,
    boolean mayWrite,
    String name,
    String slug,
    String zone,
    String address,
    boolean names,
    List<Choice> regions,
    PolicyView policy,
    Map<String, String> problems) {

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  /** The site, if it is there, in the catalogue as it is. */
  record Seen(Catalogue catalogue, Optional<Site> site) {}

  static SitePage of(Ask ask, Seen seen, Typed typed, Map<String, String> problems) {
    var site = seen.site();
    return new SitePage(
        site.map(Site::name).orElseGet(() -> ask.words().say("manage.site.new")),
        site.map(known -> "/manage/sites/" + known.slug()).orElse("/manage/sites"),
        site.isEmpty(),
        ask.who().administrator(),
        typed.text("name"),
        typed.text("slug"),
        typed.text("zone"),
        typed.text("address"),
        typed.has("names", "true"),
        regions(typed, ask.words()),
        PolicyView.of(
            typed, new PolicyView.Setting(seen.catalogue(), Policy.USUAL, ask.words(), problems)),
        new HashMap<>(problems));
  }

  private static List<Choice> regions(Typed typed, Words words) {
    return Arrays.stream(Region.values())
        .map(Region::word)
        .map(word -> new Choice(
            word, words.say("rules.region." + word), typed.text("region").equals(word)))
        .toList();
  }

  static Typed typed(Site site, Policy said) {
    var typed = new HashMap<>(PolicyForm.typed(said, site.policy()));
    typed.put("name", List.of(site.name()));
    typed.put("slug", List.of(site.slug()));
    typed.put("zone", List.of(site.zone().getId()));
    typed.put("region", List.of(site.region().word()));
    typed.put("address", List.of(site.address()));
    typed.put("names", List.of(Boolean.toString(site.namesBookers())));
    return Typed.of(typed);
  }

  static Typed blank() {
    var typed = new HashMap<>(PolicyForm.typed(Policy.SILENT, Policy.SILENT));
    typed.put("zone", List.of("Europe/Paris"));
    typed.put("names", List.of("true"));
    return Typed.of(typed);
  }
}
