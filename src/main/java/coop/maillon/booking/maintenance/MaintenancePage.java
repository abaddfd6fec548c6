package coop.maillon.booking.maintenance;

import coop.maillon.booking.closure.ClosureForm;
import coop.maillon.booking.closure.ClosurePage;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.rules.Choice;
import coop.maillon.web.Ask;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What manage/maintenance-new shows: what comes back and how often, and what its next dates would touch. */
record MaintenancePage(
    String title,
    MaintenanceForm form,
    List<ClosurePage.What> whats,
    List<Choice> repeats,
    Optional<Plan> plan) {

  /** The dates that would be closed at once. */
  record Plan(List<Line> lines, String summary) {

    public boolean any() {
      return !lines.isEmpty();
    }
  }

  /** One date, and what becomes of its bookings. */
  record Line(String when, String touched, boolean calm) {}

  static MaintenancePage of(Ask ask, MaintenanceForm form, Catalogue catalogue) {
    var words = new MaintenanceWords(ask.words());
    var first = form.day()
        .orElseGet(() -> LocalDate.ofInstant(ask.now(), ClosureForm.zone(form.what(), catalogue)));
    return new MaintenancePage(
        ask.words().say("maintenance.new"),
        form,
        ClosurePage.whats(ask, form.what(), catalogue),
        Arrays.stream(Repeat.values())
            .map(one ->
                new Choice(one.word(), words.often(one, first), one.word().equals(form.repeat())))
            .toList(),
        Optional.empty());
  }

  MaintenancePage with(Ask ask, Maintenance.Wish wish, List<Maintenances.Foreseen> dates) {
    var lines = dates.stream().map(one -> line(ask, wish, one)).toList();
    var summary = ask.words()
        .say("maintenance.summary", "count", lines.size(), "days", Maintenances.AHEAD.toDays() / 7);
    return new MaintenancePage(title, form, whats, repeats, Optional.of(new Plan(lines, summary)));
  }

  private static Line line(Ask ask, Maintenance.Wish wish, Maintenances.Foreseen date) {
    var zone = wish.recurrence().zone();
    TimeSlot slot = date.slot();
    var plan = date.plan();
    int lost = plan.cancelled().size();
    return new Line(
        ask.words().range(slot.start().atZone(zone), slot.end().atZone(zone)),
        ask.words().say("maintenance.touched", "count", plan.touched().size(), "lost", lost),
        lost == 0);
  }
}
