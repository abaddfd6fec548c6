package coop.maillon.privacy.seen;

import coop.maillon.board.Sight;
import coop.maillon.board.skill.Skills;
import coop.maillon.member.KnownSite;
import coop.maillon.member.page.Around;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Site;
import coop.maillon.web.Ask;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Shows members what others see of them: it looks through the eyes of one of each sort. */
public final class Mirror {

  private final Catalogues catalogues;
  private final Skills skills;

  public Mirror(Catalogues catalogues, Skills skills) {
    this.catalogues = catalogues;
    this.skills = skills;
  }

  public Future<Around> around(Ask ask) {
    var found = skills.asOthersFind(ask.who());
    return catalogues
        .fresh()
        .compose(catalogue ->
            found.map(listed -> around(catalogue, new Image(ask.words(), ask.who(), listed))));
  }

  private static Around around(Catalogue catalogue, Image image) {
    var sites = catalogue.sites().stream()
        .map(site -> new KnownSite(site.id().value(), site.slug(), site.name()))
        .toList();
    var home = home(catalogue, image.who());
    return new Around(
        sites,
        home.map(site -> image.seenAt(site, List.copyOf(catalogue.sites()))).orElseGet(List::of),
        new Sight(image.who()).isOfTheBoard());
  }

  /** Of the site that is theirs, or the first one. */
  private static Optional<Site> home(Catalogue catalogue, Who who) {
    return Stream.concat(
            catalogue.sites().stream()
                .filter(
                    site -> who.homeSite().filter(id -> id == site.id().value()).isPresent()),
            catalogue.sites().stream())
        .findFirst();
  }

  /** Somebody else, of one sort. */
  enum Sort {
    MEMBER,
    GUEST,
    COORDINATOR;

    Who at(Site site) {
      var here = Set.of(site.id().value());
      return new Who(
          0,
          "",
          "",
          false,
          this == GUEST,
          this == COORDINATOR ? here : Set.of(),
          this == GUEST ? here : Set.of(),
          "fr",
          "auto",
          0,
          Optional.empty(),
          Who.Proof.SESSION);
    }
  }
}
