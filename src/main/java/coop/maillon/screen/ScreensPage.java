package coop.maillon.screen;

import coop.maillon.resource.Catalogue;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What screen/list shows a coordinator.
 *
 * @param made the link just made: shown this once
 */
record ScreensPage(String title, Optional<String> made, List<Line> screens, List<Choice> places) {

  /** One display. */
  record Line(long id, String label, String place, String seen) {}

  /** Where one can hang. */
  record Choice(String value, String label) {}

  static ScreensPage of(Ask ask, List<Screen> screens, Catalogue catalogue, Optional<String> made) {
    var words = ask.words();
    var sites = catalogue.sites().stream()
        .filter(site -> ask.who().mayCoordinate(site.id().value()))
        .toList();
    return new ScreensPage(
        words.say("screen.title"),
        made,
        screens.stream().map(screen -> line(screen, words, catalogue)).toList(),
        sites.stream()
            .flatMap(site -> Stream.concat(
                Stream.of(new Choice(
                    "site:" + site.id().value(), words.say("screen.hall", "site", site.name()))),
                catalogue.inService(site.id()).stream()
                    .map(one -> new Choice("resource:" + one.id().value(), one.name()))))
            .toList());
  }

  private static Line line(Screen screen, Words words, Catalogue catalogue) {
    var zone = Screens.site(screen, catalogue).orElseThrow().zone();
    return new Line(
        screen.id(),
        screen.label(),
        Screens.slugOf(screen, catalogue),
        screen
            .seenAt()
            .map(at -> words.date(at.atZone(zone).toLocalDate()))
            .orElseGet(() -> words.say("screen.unseen")));
  }

  public boolean any() {
    return !screens.isEmpty();
  }
}
