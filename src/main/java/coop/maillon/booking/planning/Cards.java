package coop.maillon.booking.planning;

import coop.maillon.booking.planning.PlanningPage.Card;
import coop.maillon.booking.planning.PlanningStore.Mine;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Words what concerns the reader now and later today. */
record Cards(Catalogue catalogue, Words words, Instant now) {

  private static final int MOST = 4;

  List<Card> of(List<Mine> mine) {
    return mine.stream().limit(MOST).map(this::card).toList();
  }

  private Card card(Mine mine) {
    Resource first = catalogue.known(new ResourceId(mine.resources().get(0)));
    boolean underWay = !mine.starts().isAfter(now) && !mine.pending();
    String names = mine.resources().stream()
        .map(id -> catalogue.known(new ResourceId(id)).name())
        .collect(Collectors.joining(" + "));
    return new Card(
        underWay ? "current" : "",
        mine.pending() ? "glass" : DayGrids.icon(first.kind()),
        "/bookings/" + mine.id(),
        heading(names, mine, first.site().zone(), underWay),
        text(mine, first));
  }

  private String heading(String names, Mine mine, ZoneId zone, boolean underWay) {
    return underWay
        ? words.say("planning.card.now", "name", names)
        : words.say("planning.card.later", "name", names, "time", time(mine.starts(), zone));
  }

  private String text(Mine mine, Resource first) {
    ZoneId zone = first.site().zone();
    boolean today = date(mine.ends(), zone).equals(date(now, zone));
    String until = words.say(
        "planning.card.until",
        "time",
        today
            ? time(mine.ends(), zone)
            : words.shortDay(date(mine.ends(), zone)) + " " + time(mine.ends(), zone));
    String site = first.site().name();
    String about = mine.pending() ? words.say("planning.pending") : mine.title();
    return about.isEmpty() ? until + " · " + site : until + " · " + about + " · " + site;
  }

  private static LocalDate date(Instant instant, ZoneId zone) {
    return LocalDate.ofInstant(instant, zone);
  }

  private String time(Instant instant, ZoneId zone) {
    return words.time(instant.atZone(zone).toLocalTime());
  }
}
