package coop.maillon.booking.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.beforehand.Beforehand;
import coop.maillon.booking.beforehand.BeforehandReads;
import coop.maillon.booking.bill.TariffWords;
import coop.maillon.booking.page.ResourcePage.Link;
import coop.maillon.booking.planning.Plannings;
import coop.maillon.booking.planning.WeekPage;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.page.HoursWords;
import coop.maillon.resource.page.Place;
import coop.maillon.resource.page.RuleWords;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** The page of a resource with its week. */
final class ResourceWeekRoutes {

  private final Catalogues catalogues;
  private final Plannings plannings;
  private final BeforehandReads beforehand;

  ResourceWeekRoutes(Catalogues catalogues, Plannings plannings, BeforehandReads beforehand) {
    this.catalogues = catalogues;
    this.plannings = plannings;
    this.beforehand = beforehand;
  }

  void mount(RouteTable routes) {
    routes.get("/resources/:slug", Access.SIGNED_IN, this::show);
  }

  private Future<Answer> show(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> Visible.resource(catalogue, ask.who(), ask.path("slug"))
            .map(resource -> show(ask, catalogue, resource))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> show(Ask ask, Catalogue catalogue, Resource resource) {
    var reader = new Plannings.Reader(ask.who(), ask.words());
    var week = plannings.week(reader, resource, date(ask, resource), catalogue);
    var known = beforehand.of(
        BeforehandReads.Looking.now(ask.who(), List.of(resource), ask.now()), ask.words());
    return Future.all(week, known)
        .map(done -> Answer.page(
            "booking/resource",
            page(ask, catalogue, resource, new Read(week.result(), known.result()))));
  }

  /** What was read for the page. */
  private record Read(WeekPage week, Beforehand known) {}

  /** A day of the week asked for; what cannot be read is this week, or the next where this one is over for the resource. */
  private static LocalDate date(Ask ask, Resource resource) {
    return Fields.ofQuery(ask).date("week").orElseGet(() -> {
      var today = LocalDate.ofInstant(ask.now(), resource.site().zone());
      return isOver(today, ask.now(), resource) ? today.plusWeeks(1) : today;
    });
  }

  private static boolean isOver(LocalDate today, Instant now, Resource resource) {
    var zone = resource.site().zone();
    var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atStartOfDay(zone);
    var left = new TimeSlot(now, monday.toInstant());
    return resource.policy().openingHours().openIn(zone, left).isEmpty();
  }

  private static ResourcePage page(Ask ask, Catalogue catalogue, Resource resource, Read read) {
    var words = ask.words();
    var place = new Place(resource, words);
    var today = LocalDate.ofInstant(ask.now(), resource.site().zone());
    return new ResourcePage(
        resource.name(),
        resource.slug(),
        place.line(),
        resource.description(),
        place.icon(),
        resource.hasPhoto(),
        "/?site=" + resource.site().slug() + "&date=" + today,
        words.say("booking.planning-of", "day", words.day(today)),
        resource.tags().stream().map(ResourcePage.Tag::of).toList(),
        HoursWords.of(resource.policy().openingHours(), today, words),
        RuleWords.of(resource, words),
        new TariffWords(words).present(resource, ask.now()),
        read.known(),
        parts(catalogue, resource),
        wholes(catalogue, resource),
        !ask.who().guest(),
        resource.isOneCar(),
        week(resource, read.week(), today));
  }

  private static List<Link> parts(Catalogue catalogue, Resource resource) {
    return resource.parts().stream()
        .map(catalogue::known)
        .map(ResourceWeekRoutes::link)
        .toList();
  }

  private static List<Link> wholes(Catalogue catalogue, Resource resource) {
    return catalogue.resources().stream()
        .filter(other -> other.parts().contains(resource.id()) && !other.isRetired())
        .map(ResourceWeekRoutes::link)
        .toList();
  }

  private static ResourcePage.Week week(Resource resource, WeekPage week, LocalDate today) {
    String here = "/resources/" + resource.slug();
    return new ResourcePage.Week(
        week,
        here + "?week=" + week.monday().minusWeeks(1),
        here + "?week=" + week.monday().plusWeeks(1),
        here + "?week=" + today);
  }

  private static Link link(Resource resource) {
    return new Link(resource.slug(), resource.name());
  }
}
