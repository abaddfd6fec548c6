package coop.maillon.booking.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import coop.maillon.booking.planning.PlanningFilter.Option;
import coop.maillon.booking.planning.PlanningPage.DayGrid;
import coop.maillon.booking.planning.PlanningPage.Group;
import coop.maillon.booking.planning.PlanningPage.Link;
import coop.maillon.booking.planning.Plannings.DayPlan;
import coop.maillon.booking.planning.Plannings.View;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.web.Html;
import coop.maillon.web.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The grid of a day; its rows are put together once for all who are shown the same of the same reading of the ledger. */
final class DayGrids {

  private static final long MOST_CHARACTERS = 6_000_000;

  private final Cache<Key, Body> drawn = Caffeine.newBuilder()
      .maximumWeight(MOST_CHARACTERS)
      .weigher((Key key, Body body) -> 1000 + body.length())
      .build();
  private final Rows rows;

  DayGrids(Rows rows) {
    this.rows = rows;
  }

  /** Everything that decides what the rows show. */
  private record Key(
      long reading,
      long catalogue,
      PlanningFilter filter,
      Instant upToNow,
      String language,
      Eyes.Kind kind) {}

  /**
   * The rows under their columns.
   *
   * @param isWhole whether the whole day is shown, since somebody asked for it or something lies outside the usual hours
   */
  private record Body(Columns columns, boolean isWhole, List<Group> groups) {

    private int length() {
      return groups.stream().mapToInt(group -> group.rows().length()).sum();
    }
  }

  /** The grid, whose groups are none where the filter leaves nothing. */
  DayGrid of(DayPlan plan, PlanningFilter filter, Words words) {
    var view = plan.view();
    Day day = filter.day();
    var body = body(view, filter, words);
    Columns columns = body.columns();
    String others = filter.asks(Option.WHOLE_DAY) ? "usual" : "all";
    return new DayGrid(
        words.say(
            "planning.region", "day", words.day(day.date()), "site", day.site().name()),
        body.isWhole() ? "planning full-day hours-" + columns.many() / 4 : "planning",
        day.site().name(),
        day.topic(),
        plan.seq(),
        columns.from().getEpochSecond(),
        view.now().getEpochSecond(),
        day.site().zone().getId(),
        columns.many(),
        columns.edge(day),
        Scale.of(columns, day, view.now(), words),
        body.groups(),
        new Link(filter.withOtherHours().address(), words.say("planning.hours." + others)));
  }

  private Body body(View view, PlanningFilter filter, Words words) {
    var key = new Key(
        view.rows().number(),
        view.catalogue().version(),
        filter,
        Ledger.upTo(view.now(), filter.day()),
        words.language(),
        view.kind());
    return drawn.get(key, missing -> drawn(view.ledger(), filter, words));
  }

  private Body drawn(Ledger ledger, PlanningFilter filter, Words words) {
    Day day = filter.day();
    List<Resource> shown = ledger.catalogue().inService(day.site().id()).stream()
        .filter(filter::shows)
        .toList();
    boolean isWhole = filter.asks(Option.WHOLE_DAY) || ledger.goesBeyond(day, shown);
    Columns columns = isWhole ? Columns.whole(day) : Columns.usual(day);
    var drawing = new Drawing(ledger, filter, columns, words);
    var groups =
        Stream.of(Kind.values()).flatMap(kind -> drawing.group(kind, shown, rows).stream());
    return new Body(columns, isWhole, groups.toList());
  }

  private record Drawing(Ledger ledger, PlanningFilter filter, Columns columns, Words words) {

    /** None where the filter leaves no row of the kind. */
    Optional<Group> group(Kind kind, List<Resource> shown, Rows rows) {
      List<Html> drawn = shown.stream()
          .filter(resource -> resource.kind() == kind)
          .map(resource -> row(resource, rows))
          .filter(row -> row.freeNow() || !filter.asks(Option.FREE_NOW))
          .map(Rows.Drawn::html)
          .toList();
      String label = words.say("planning.kind." + kind.word());
      return drawn.isEmpty()
          ? Optional.empty()
          : Optional.of(new Group(icon(kind), label, distances(kind), Html.together(drawn)));
    }

    private Optional<String> distances(Kind kind) {
      Day day = filter.day();
      return kind == Kind.VEHICLE
          ? Optional.of("/vehicles?site=" + day.site().slug() + "&date=" + day.date())
          : Optional.empty();
    }

    private Rows.Drawn row(Resource resource, Rows rows) {
      return rows.draw(
          ledger.scene(resource, filter.day(), columns, words),
          ledger.catalogue().version());
    }
  }

  static String icon(Kind kind) {
    return switch (kind) {
      case SPACE -> "room";
      case EQUIPMENT -> "tool";
      case VEHICLE -> "car";
    };
  }
}
