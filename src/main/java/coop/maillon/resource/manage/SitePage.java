package coop.maillon.resource.manage;

import coop.maillon.resource.Policy;
import coop.maillon.resource.Site;
import coop.maillon.web.Ask;
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
    PolicyForm.View policy,
    Map<String, String> problems) {

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  static SitePage of(Ask ask, Optional<Site> site, Typed typed, Map<String, String> problems) {
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
        PolicyForm.view(typed, Policy.USUAL, ask.words(), problems),
        new HashMap<>(problems));
  }

  static Typed typed(Site site, Policy said) {
    var typed = new HashMap<>(PolicyForm.typed(said, site.policy()));
    typed.put("name", List.of(site.name()));
    typed.put("slug", List.of(site.slug()));
    typed.put("zone", List.of(site.zone().getId()));
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
