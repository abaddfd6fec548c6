package coop.maillon.booking.maintenance;

import coop.maillon.booking.closure.ClosurePage;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Ask;
import java.util.List;

/** What manage/maintenance shows: what comes back, how often, and when next. */
record MaintenancesPage(String title, List<Line> lines) {

  /** One of them; {@code next} is empty where its last date is past. */
  record Line(String what, String often, String reason, String next, String end) {}

  public boolean any() {
    return !lines.isEmpty();
  }

  static MaintenancesPage of(Ask ask, List<Maintenance> all, Catalogue catalogue) {
    return new MaintenancesPage(
        ask.words().say("maintenance.list"),
        all.stream().map(one -> line(ask, one, catalogue)).toList());
  }

  private static Line line(Ask ask, Maintenance one, Catalogue catalogue) {
    var zone = one.recurrence().zone();
    var year = new TimeSlot(ask.now(), ask.now().plus(java.time.Duration.ofDays(366)));
    String next = one.wish().dates(year).stream()
        .findFirst()
        .map(slot -> ask.words()
            .say(
                "maintenance.next",
                "when",
                ask.words().range(slot.start().atZone(zone), slot.end().atZone(zone))))
        .orElseGet(() -> ask.words().say("maintenance.over"));
    return new Line(
        ClosurePage.label(one.target(), catalogue, ask.words()),
        new MaintenanceWords(ask.words()).often(one),
        one.reason(),
        next,
        MaintenanceRoutes.HOME + "/" + one.id() + "/end");
  }
}
