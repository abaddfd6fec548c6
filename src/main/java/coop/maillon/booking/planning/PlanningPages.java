package coop.maillon.booking.planning;

import coop.maillon.booking.planning.PlanningFilter.Option;
import coop.maillon.booking.planning.PlanningFilter.View;
import coop.maillon.booking.planning.PlanningPage.DayGrid;
import coop.maillon.booking.planning.PlanningPage.Filters;
import coop.maillon.booking.planning.PlanningPage.Heading;
import coop.maillon.booking.planning.PlanningPage.KindChoice;
import coop.maillon.booking.planning.PlanningPage.Link;
import coop.maillon.booking.planning.PlanningPage.Nothing;
import coop.maillon.booking.planning.PlanningPage.ViewLink;
import coop.maillon.booking.planning.Plannings.DayPlan;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.web.SearchBox;
import coop.maillon.web.SearchBox.Choice;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words the planning for one reader. */
final class PlanningPages {

  private final Catalogue catalogue;
  private final PlanningFilter filter;
  private final Who who;
  private final Words words;
  private final Instant now;

  PlanningPages(Catalogue catalogue, PlanningFilter filter, Who who, Words words, Instant now) {
    this.catalogue = catalogue;
    this.filter = filter;
    this.who = who;
    this.words = words;
    this.now = now;
  }

  PlanningPage day(DayPlan plan, DayGrid grid) {
    boolean none = grid.groups().isEmpty();
    String day = words.day(filter.day().date());
    return new PlanningPage(
        words.say("planning.title", "day", day),
        search(),
        new Cards(plan.view(), words, filter.address()).of(plan.mine()),
        heading(day, 1),
        filters(Optional.empty()),
        none ? Optional.empty() : Optional.of(grid),
        Optional.empty(),
        none ? Optional.of(nothing()) : Optional.empty());
  }

  PlanningPage week(WeekPage week, Resource resource) {
    return new PlanningPage(
        week.label(),
        search(),
        List.of(),
        heading(week.range(), 7),
        filters(Optional.of(resource)),
        Optional.empty(),
        Optional.of(week),
        Optional.empty());
  }

  private Heading heading(String label, int days) {
    LocalDate date = filter.day().date();
    LocalDate today = Day.of(filter.day().site(), now).date();
    String unit = days == 1 ? "planning.day." : "planning.week.";
    return new Heading(
        label,
        step(unit + "previous", date.minusDays(days)),
        step(unit + "next", date.plusDays(days)),
        date.equals(today) ? Optional.empty() : Optional.of(step(unit + "today", today)),
        Stream.of(View.values()).map(this::view).toList());
  }

  private Link step(String key, LocalDate date) {
    return new Link(filter.on(date).address(), words.say(key, "day", words.day(date)));
  }

  private ViewLink view(View view) {
    String key = view == View.DAY ? "planning.view.day" : "planning.view.week";
    return new ViewLink(filter.as(view).address(), words.say(key), view == filter.view());
  }

  private Filters filters(Optional<Resource> weekOf) {
    return new Filters(
        filter.day().date().toString(),
        filter.view() == View.WEEK ? "week" : "day",
        weekOf.isPresent(),
        filter.asks(Option.WHOLE_DAY),
        PlanningFilter.sites(catalogue, who).stream().map(this::site).toList(),
        weekOf.map(this::resources).orElse(List.of()),
        Stream.of(Kind.values()).map(this::kind).toList(),
        filter.asks(Option.FREE_NOW),
        filter.asks(Option.WHEELCHAIR));
  }

  /** A site in another zone says what time it is there. */
  private Choice site(Site site) {
    boolean chosen = site.equals(filter.day().site());
    boolean elsewhere = !site.zone()
        .getRules()
        .getOffset(now)
        .equals(filter.day().site().zone().getRules().getOffset(now));
    String time = words.time(now.atZone(site.zone()).toLocalTime());
    String label = elsewhere
        ? words.say("planning.site.elsewhere", "site", site.name(), "time", time)
        : site.name();
    return new Choice(site.slug(), label, chosen);
  }

  private List<Choice> resources(Resource chosen) {
    return catalogue.inService(filter.day().site().id()).stream()
        .map(one -> new Choice(one.slug(), one.name(), one.equals(chosen)))
        .toList();
  }

  private KindChoice kind(Kind kind) {
    return new KindChoice(
        kind.word(),
        DayGrids.icon(kind),
        words.say("planning.kind." + kind.word()),
        filter.kinds().contains(kind));
  }

  private Nothing nothing() {
    boolean narrow = filter.isNarrow();
    String key = narrow ? "planning.nothing.filtered" : "planning.nothing";
    return new Nothing(
        words.say(key),
        words.say(key + ".text"),
        narrow ? filter.wide().address() : "/resources",
        words.say(key + ".action"));
  }

  private SearchBox search() {
    List<Choice> kinds = Stream.of(Kind.values())
        .map(kind -> new Choice(kind.word(), words.say("planning.search." + kind.word()), false))
        .toList();
    List<Choice> lengths = Stream.of(30, 60, 90, 120, 180, 240, 480)
        .map(minutes -> new Choice(minutes.toString(), words.minutes(minutes), minutes == 60))
        .toList();
    List<Choice> sites =
        PlanningFilter.sites(catalogue, who).stream().map(this::site).toList();
    return new SearchBox(kinds, filter.day().date().toString(), lengths, 1, sites);
  }
}
