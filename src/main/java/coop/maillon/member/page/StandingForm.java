package coop.maillon.member.page;

import coop.maillon.member.KnownSite;
import coop.maillon.member.Standing;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import coop.maillon.web.Who;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the form of rights says.
 *
 * @param kind `member` or `guest`
 */
record StandingForm(
    String kind,
    Set<String> coordinates,
    boolean administrator,
    String until,
    Set<String> guestSites) {

  static final StandingForm MEMBER = new StandingForm("member", Set.of(), false, "", Set.of());

  static StandingForm read(Fields fields) {
    return new StandingForm(
        fields.text("kind").optional().filter("guest"::equals).orElse("member"),
        new HashSet<>(fields.list("coordinates")),
        fields.flag("administrator"),
        fields.text("until").optional().orElse(""),
        new HashSet<>(fields.list("sites")));
  }

  static StandingForm of(Standing standing, List<KnownSite> sites) {
    return new StandingForm(
        standing.guest() ? "guest" : "member",
        slugs(standing.coordinates(), sites),
        standing.administrator(),
        standing.guestUntil().map(Object::toString).orElse(""),
        slugs(standing.guestSites(), sites));
  }

  /** The standing meant; a guest needs a site, or would see nothing. What is wrong is noted in the fields. */
  Standing standing(Fields fields, List<KnownSite> sites) {
    if (!isGuest()) {
      return new Standing(
          administrator, false, Optional.empty(), ids(coordinates, sites), Set.of());
    }
    var visited = ids(guestSites, sites);
    if (visited.isEmpty()) {
      fields.problem("sites", "member.guest.sites.missing");
    }
    return Standing.guest(fields.date("until"), visited);
  }

  boolean isGuest() {
    return kind.equals("guest");
  }

  /** What is on offer to that person: coordinators give no rights, and invite guests to their own sites. */
  View view(Who by, List<KnownSite> sites, List<FieldProblem> problems) {
    return new View(
        isGuest(),
        by.administrator(),
        options(sites, coordinates),
        administrator,
        until,
        options(sites.stream().filter(site -> by.mayCoordinate(site.id())).toList(), guestSites),
        problem(problems, "until"),
        problem(problems, "sites"));
  }

  static Optional<String> problem(List<FieldProblem> problems, String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .map(FieldProblem::message)
        .findFirst();
  }

  private static List<Option> options(List<KnownSite> sites, Set<String> chosen) {
    return sites.stream()
        .map(site -> new Option(site.slug(), site.name(), chosen.contains(site.slug())))
        .toList();
  }

  private static Set<Long> ids(Set<String> slugs, List<KnownSite> sites) {
    return sites.stream()
        .filter(site -> slugs.contains(site.slug()))
        .map(KnownSite::id)
        .collect(Collectors.toSet());
  }

  private static Set<String> slugs(Set<Long> ids, List<KnownSite> sites) {
    return sites.stream()
        .filter(site -> ids.contains(site.id()))
        .map(KnownSite::slug)
        .collect(Collectors.toSet());
  }

  /** What member/_standing shows. */
  record View(
      boolean guest,
      boolean mayGiveRights,
      List<Option> coordinates,
      boolean administrator,
      String until,
      List<Option> guestSites,
      Optional<String> untilProblem,
      Optional<String> sitesProblem) {}
}
