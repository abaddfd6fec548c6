package coop.maillon.booking.page;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What somebody needs: what kind of thing, when, for how long, for how many.
 *
 * @param from not before this time of that day
 * @param minutes how long
 * @param capacity for how many people at least
 */
record OpeningsWish(
    Optional<Kind> kind,
    LocalDate date,
    Optional<LocalTime> from,
    int minutes,
    int capacity,
    Optional<Site> site) {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int USUAL_MINUTES = 60;
  private static final int MOST_MINUTES = 14 * 24 * 60;
  private static final int MOST_PEOPLE = 10_000;

  /** What cannot be read is as if it were not said: one may always look. */
  static OpeningsWish of(Ask ask, Catalogue catalogue) {
    var fields = Fields.ofQuery(ask);
    var site = ask.query("site").isPresent()
        ? ask.query("site").flatMap(catalogue::site)
        : ask.who().homeSite().flatMap(id -> catalogue.site(new coop.maillon.resource.SiteId(id)));
    var seen = site.filter(one -> ask.who().maySee(one.id().value()));
    var zone = seen.or(() -> catalogue.sites().stream().findFirst())
        .map(Site::zone)
        .orElse(ZoneId.of("Europe/Paris"));
    var today = LocalDate.ofInstant(ask.now(), zone);
    var date = fields.date("date").orElse(today);
    return new OpeningsWish(
        ask.query("kind").isEmpty()
            ? Optional.of(Kind.SPACE)
            : ask.query("kind").flatMap(Kind::ofWord),
        date,
        ask.query("from").isPresent() ? fields.time("from") : morning(date, today),
        fields.whole("minutes", 5, MOST_MINUTES).orElse(USUAL_MINUTES),
        fields.whole("capacity", 1, MOST_PEOPLE).orElse(1),
        seen);
  }

  /** Whoever says nothing of another day does not mean its night; the field shows it, and may be left blank. */
  private static Optional<LocalTime> morning(LocalDate date, LocalDate today) {
    return date.isAfter(today) ? Optional.of(MORNING) : Optional.empty();
  }

  /** What may serve, the smallest that is large enough first. */
  List<Resource> among(Ask ask, Catalogue catalogue) {
    return Visible.resources(catalogue, ask.who())
        .filter(resource -> kind.filter(wanted -> wanted != resource.kind()).isEmpty())
        .filter(resource ->
            site.filter(wanted -> !wanted.id().equals(resource.site().id())).isEmpty())
        .filter(resource -> resource.capacity() >= capacity)
        .sorted(java.util.Comparator.comparingInt(Resource::capacity))
        .toList();
  }

  boolean isForCars() {
    return kind.filter(wanted -> wanted == Kind.VEHICLE).isPresent();
  }

  /** Where one sees how far each car goes at any time of the day. */
  String byDistance() {
    return "/vehicles?date=" + date + "&from=" + from.map(LocalTime::toString).orElse("")
        + "&minutes=" + minutes + site.map(one -> "&site=" + one.slug()).orElse("");
  }

  /** The same wish for another day. */
  String on(LocalDate day) {
    return "/openings?kind=" + kind.map(Kind::word).orElse("") + "&date=" + day
        + "&from=" + from.map(LocalTime::toString).orElse("") + "&minutes=" + minutes + "&capacity="
        + capacity + "&site=" + site.map(Site::slug).orElse("");
  }
}
