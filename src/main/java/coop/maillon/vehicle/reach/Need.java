package coop.maillon.vehicle.reach;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.SiteId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How far somebody wants to go, and when.
 *
 * @param km there and back; empty where it is not said yet
 * @param from not before this time of that day
 * @param minutes for how long
 */
record Need(OptionalInt km, Site site, LocalDate date, Optional<LocalTime> from, int minutes) {

  private static final int MOST_KM = 5000;
  private static final int USUAL_MINUTES = 120;
  private static final int MOST_MINUTES = 14 * 24 * 60;
  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final LocalTime NIGHT = LocalTime.of(22, 0);
  private static final Duration APART = Duration.ofMinutes(30);

  /** What cannot be read is as if it were not said; empty where there is no such site, as far as the asker may know. */
  static Optional<Need> of(Ask ask, Catalogue catalogue) {
    var fields = Fields.ofQuery(ask);
    return site(ask, catalogue)
        .map(site -> new Need(
            fields.whole("km", 0, MOST_KM).map(OptionalInt::of).orElse(OptionalInt.empty()),
            site,
            fields.date("date").orElseGet(() -> LocalDate.ofInstant(ask.now(), site.zone())),
            fields.time("from"),
            fields.whole("minutes", 5, MOST_MINUTES).orElse(USUAL_MINUTES)));
  }

  private static Optional<Site> site(Ask ask, Catalogue catalogue) {
    var named = ask.query("site").filter(slug -> !slug.isEmpty());
    return named.isPresent()
        ? named
            .flatMap(catalogue::site)
            .filter(site -> ask.who().maySee(site.id().value()))
        : Stream.concat(
                ask.who().homeSite().map(SiteId::new).flatMap(catalogue::site).stream(),
                catalogue.sites().stream())
            .filter(site -> ask.who().maySee(site.id().value()))
            .findFirst();
  }

  /** The cars that may serve. */
  List<Resource> among(Catalogue catalogue) {
    return catalogue.inService(site.id()).stream().filter(Resource::isOneCar).toList();
  }

  /** Every half hour at which one could start, from seven till ten in the evening or from the time that was said; none that is past. */
  List<TimeSlot> slots(Instant now) {
    Instant first = at(from.orElse(MORNING));
    Instant last = first.isBefore(at(NIGHT)) ? at(NIGHT) : first.plus(APART);
    return Stream.iterate(first, start -> start.isBefore(last), start -> start.plus(APART))
        .filter(start -> !start.isBefore(now))
        .map(start -> TimeSlot.ofMinutes(start, minutes))
        .toList();
  }

  private Instant at(LocalTime time) {
    return date.atTime(time).atZone(site.zone()).toInstant();
  }

  boolean isEnough(OptionalInt farthest) {
    return farthest.isEmpty() || farthest.getAsInt() >= km.orElse(0);
  }

  /** The same need on another day. */
  String on(LocalDate day) {
    return "/vehicles?site=" + site.slug() + "&date=" + day + "&minutes=" + minutes
        + km.stream().mapToObj(far -> "&km=" + far).findFirst().orElse("")
        + from.map(time -> "&from=" + time).orElse("");
  }
}
