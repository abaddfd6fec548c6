package coop.maillon.exchange;

import coop.maillon.resource.Catalogue;
import coop.maillon.web.Ask;
import java.util.List;
import java.util.Optional;

/**
 * What exchange/home shows: what can be brought, and what can be taken away.
 *
 * @param problem why what was sent is no file
 */
record ExchangePage(String title, List<Choice> resources, Optional<String> problem) {

  /** A resource onto which a calendar may come. */
  record Choice(String value, String label) {}

  static ExchangePage of(Ask ask, Catalogue catalogue, Optional<String> problem) {
    return new ExchangePage(
        ask.words().say("exchange.title"),
        catalogue.sites().stream()
            .filter(site -> ask.who().mayCoordinate(site.id().value()))
            .flatMap(site -> catalogue.inService(site.id()).stream())
            .map(one -> new Choice(one.slug(), one.name() + " · " + one.site().name()))
            .toList(),
        problem);
  }
}
