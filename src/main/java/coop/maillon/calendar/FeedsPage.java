package coop.maillon.calendar;

import coop.maillon.booking.CalendarScope;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Site;
import coop.maillon.resource.SiteId;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What calendar/feeds shows.
 *
 * @param made the link just made: shown this once
 * @param label what was typed for a new one
 */
record FeedsPage(
    String title,
    Optional<String> made,
    List<Line> feeds,
    List<Choice> sites,
    List<Choice> resources,
    String label,
    Optional<String> labelProblem) {

  /** One link, as its owner knows it. */
  record Line(long id, String label, String what, String created, String read) {}

  /** Something that one may subscribe to. */
  record Choice(String value, String label) {}

  static FeedsPage of(Ask ask, List<Feed> feeds, Catalogue catalogue, Optional<String> made) {
    var words = ask.words();
    return new FeedsPage(
        words.say("calendar.title"),
        made,
        feeds.stream().map(feed -> line(feed, words, catalogue)).toList(),
        catalogue.sites().stream()
            .filter(site -> ask.who().maySee(site.id().value()))
            .map(site -> new Choice("site:" + site.id().value(), site.name()))
            .toList(),
        catalogue.sites().stream()
            .filter(site -> ask.who().maySee(site.id().value()))
            .flatMap(site -> catalogue.inService(site.id()).stream())
            .map(one -> new Choice("resource:" + one.id().value(), one.name()))
            .toList(),
        "",
        Optional.empty());
  }

  FeedsPage withLabelProblem(String typed, String problem) {
    return new FeedsPage(title, made, feeds, sites, resources, typed, Optional.of(problem));
  }

  public boolean any() {
    return !feeds.isEmpty();
  }

  private static Line line(Feed feed, Words words, Catalogue catalogue) {
    return new Line(
        feed.id(),
        feed.label(),
        what(feed.scope(), words, catalogue),
        day(feed.createdAt(), words, catalogue),
        feed.readAt()
            .map(at -> day(at, words, catalogue))
            .orElseGet(() -> words.say("calendar.unread")));
  }

  static String what(CalendarScope scope, Words words, Catalogue catalogue) {
    return switch (scope.of()) {
      case MEMBER -> words.say("calendar.mine");
      case RESOURCE ->
        catalogue.resource(new ResourceId(scope.id())).map(Resource::name).orElse("");
      case SITE -> catalogue.site(new SiteId(scope.id())).map(Site::name).orElse("");
    };
  }

  private static String day(Instant at, Words words, Catalogue catalogue) {
    var zone =
        catalogue.sites().stream().findFirst().map(Site::zone).orElse(ZoneId.of("Europe/Paris"));
    return words.date(at.atZone(zone).toLocalDate());
  }
}
