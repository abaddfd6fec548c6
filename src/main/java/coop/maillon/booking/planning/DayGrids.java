package coop.maillon.booking.planning;

import coop.maillon.booking.planning.PlanningFilter.Option;
import coop.maillon.booking.planning.PlanningPage.DayGrid;
import coop.maillon.booking.planning.PlanningPage.Group;
import coop.maillon.booking.planning.PlanningPage.Link;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.web.Html;
import coop.maillon.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts the rows of a day together. */
final class DayGrids {

  private final Rows rows;

  DayGrids(Rows rows) {
    this.rows = rows;
  }

  /** The grid, whose groups are none where the filter leaves nothing. */
  DayGrid of(Ledger ledger, PlanningFilter filter, long seq, Words words) {
    Day day = filter.day();
    List<Resource> shown = ledger.catalogue().inService(day.site().id()).stream()
        .filter(filter::shows)
        .toList();
    boolean whole = filter.asks(Option.WHOLE_DAY);
    boolean beyond = whole || ledger.goesBeyond(day, shown);
    Columns columns = beyond ? Columns.whole(day) : Columns.usual(day);
    String label = words.say("planning.hours." + (whole ? "usual" : "all"));
    return new DayGrid(
        words.say(
            "planning.region", "day", words.day(day.date()), "site", day.site().name()),
        beyond ? "planning full-day hours-" + columns.many() / 4 : "planning",
        day.site().name(),
        day.topic(),
        seq,
        columns.from().getEpochSecond(),
        ledger.now().getEpochSecond(),
        day.site().zone().getId(),
        columns.many(),
        columns.edge(day),
        Scale.of(columns, day, ledger.now(), words),
        groups(ledger, shown, new Drawing(filter, columns, words)),
        new Link(filter.withOtherHours().address(), label));
  }

  private record Drawing(PlanningFilter filter, Columns columns, Words words) {}

  private List<Group> groups(Ledger ledger, List<Resource> shown, Drawing drawing) {
    return Stream.of(Kind.values())
        .map(kind -> new Group(
            icon(kind),
            drawing.words().say("planning.kind." + kind.word()),
            rows(ledger, shown.stream().filter(one -> one.kind() == kind).toList(), drawing)))
        .filter(group -> !group.rows().isEmpty())
        .toList();
  }

  private List<Html> rows(Ledger ledger, List<Resource> shown, Drawing drawing) {
    var html = new ArrayList<Html>(shown.size());
    for (Resource resource : shown) {
      Scene scene =
          ledger.scene(resource, drawing.filter().day(), drawing.columns(), drawing.words());
      Rows.Drawn row = rows.draw(scene, ledger.catalogue().version());
      if (row.freeNow() || !drawing.filter().asks(Option.FREE_NOW)) {
        html.add(row.html());
      }
    }
    return html;
  }

  static String icon(Kind kind) {
    return switch (kind) {
      case SPACE -> "room";
      case EQUIPMENT -> "tool";
      case VEHICLE -> "car";
    };
  }
}
