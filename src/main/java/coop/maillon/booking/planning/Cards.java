package coop.maillon.booking.planning;

import coop.maillon.booking.arriving.Ends;
import coop.maillon.booking.arriving.Moments;
import coop.maillon.booking.planning.MineStore.Mine;
import coop.maillon.booking.planning.PlanningPage.Act;
import coop.maillon.booking.planning.PlanningPage.Card;
import coop.maillon.booking.planning.Taken.Course.Presence;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words what concerns the reader now and later today, with what can be done about it by one click.
 *
 * @param next where the buttons lead back to
 */
record Cards(Plannings.View view, Words words, String next) {

  private static final int MOST = 4;

  List<Card> of(List<Mine> mine) {
    return mine.stream().limit(MOST).map(this::card).toList();
  }

  private Card card(Mine mine) {
    Resource first = resources(mine).get(0);
    return new Card(
        css(mine),
        mine.pending() ? "glass" : mine.isLateAt(now()) ? "alert" : DayGrids.icon(first.kind()),
        "/bookings/" + mine.id(),
        heading(mine, first.site().zone()),
        text(mine, first),
        act(mine, first));
  }

  private String css(Mine mine) {
    if (mine.isLateAt(now()) || isDue(mine)) {
      return "act-now";
    }
    return isUnderWay(mine) ? "current" : "";
  }

  private boolean isUnderWay(Mine mine) {
    return !mine.starts().isAfter(now()) && !mine.pending();
  }

  private boolean isToCome(Mine mine) {
    return mine.presence() == Presence.EXPECTED
        && !mine.pending()
        && !now().isBefore(mine.starts().minus(Moments.EARLY));
  }

  private boolean isDue(Mine mine) {
    return isToCome(mine) && mine.checkInBy().filter(now()::isBefore).isPresent();
  }

  /** To bring it back, to say that one is there, or to stay longer, whichever is most pressing. */
  private Optional<Act> act(Mine mine, Resource first) {
    if (mine.isLateAt(now()) && mine.own()) {
      return Optional.of(act(mine, "check-out", "planning.card.go", "primary"));
    }
    boolean begins = now().isBefore(mine.starts()) || first.mustBeReturned();
    if (isDue(mine) || isToCome(mine) && begins) {
      String key = first.kind() == Kind.SPACE ? "stay.come.space" : "planning.card.come";
      return Optional.of(act(mine, "check-in", key, isDue(mine) ? "primary" : "small"));
    }
    return isUnderWay(mine) && mine.own() ? longer(mine) : Optional.empty();
  }

  private Act act(Mine mine, String what, String key, String css) {
    return new Act(
        "/bookings/" + mine.id() + "/" + what, words.say(key), css, next, Optional.empty());
  }

  private Optional<Act> longer(Mine mine) {
    var zone = resources(mine).get(0).site().zone();
    return new Ends(new TimeSlot(mine.starts(), mine.ends()), resources(mine), now())
        .upTo(view.rows().around(mine.id())).stream()
            .findFirst()
            .map(end -> new Act(
                "/bookings/" + mine.id() + "/extension",
                words.say("planning.card.longer", "time", time(end, zone)),
                "small",
                next,
                Optional.of(end.toString())));
  }

  private String heading(Mine mine, ZoneId zone) {
    String names = resources(mine).stream().map(Resource::name).collect(Collectors.joining(" + "));
    if (mine.isLateAt(now())) {
      return words.say("planning.card.late", "name", names);
    }
    return isUnderWay(mine)
        ? words.say("planning.card.now", "name", names)
        : words.say("planning.card.later", "name", names, "time", time(mine.starts(), zone));
  }

  private String text(Mine mine, Resource first) {
    ZoneId zone = first.site().zone();
    if (mine.isLateAt(now())) {
      return words.say("stay.late", "time", time(mine.ends(), zone)) + " · "
          + first.site().name();
    }
    if (isDue(mine)) {
      return time(mine.starts(), zone) + "–" + time(mine.ends(), zone) + " · "
          + words.say("planning.card.due", "time", time(mine.checkInBy().orElseThrow(), zone));
    }
    boolean today = date(mine.ends(), zone).equals(date(now(), zone));
    String until = words.say(
        "planning.card.until",
        "time",
        today
            ? time(mine.ends(), zone)
            : words.shortDay(date(mine.ends(), zone)) + " " + time(mine.ends(), zone));
    String about = mine.pending() ? words.say("planning.pending") : mine.title();
    String site = first.site().name();
    return about.isEmpty() ? until + " · " + site : until + " · " + about + " · " + site;
  }

  private List<Resource> resources(Mine mine) {
    return mine.resources().stream()
        .map(id -> view.catalogue().known(new ResourceId(id)))
        .toList();
  }

  private Instant now() {
    return view.now();
  }

  private static LocalDate date(Instant instant, ZoneId zone) {
    return LocalDate.ofInstant(instant, zone);
  }

  private String time(Instant instant, ZoneId zone) {
    return words.time(instant.atZone(zone).toLocalTime());
  }
}
