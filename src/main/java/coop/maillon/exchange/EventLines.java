package coop.maillon.exchange;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.calendar.IcsEvent;
import coop.maillon.calendar.IcsEvents;
import coop.maillon.exchange.ImportStore.Key;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One line for each event of a calendar: how many of its dates come, and why others do not. */
record EventLines(Words words, ZoneId zone, Map<Key, BookingOutcome> outcomes) {

  private static final int MOST_NAMED = 5;

  Report of(List<IcsEvent> events) {
    return new Report(events.stream().map(this::line).toList());
  }

  private Report.Line line(IcsEvent event) {
    var label = event.title().isBlank() ? words.say("exchange.calendar.untitled") : event.title();
    if (!event.problem().isEmpty()) {
      var why = words.say("exchange.calendar." + event.problem(), "most", IcsEvents.MOST_DATES);
      return new Report.Line(label, Report.State.REFUSED, 0, 1, why);
    }
    var refused = event.dates().stream().filter(date -> isRefused(event, date)).toList();
    int known = (int) event.dates().stream()
        .filter(date -> !outcomes.containsKey(key(event, date)))
        .count();
    int makes = event.dates().size() - refused.size() - known;
    var state = !refused.isEmpty()
        ? Report.State.REFUSED
        : makes > 0 ? Report.State.NEW : Report.State.KNOWN;
    return new Report.Line(label, state, makes, refused.size(), note(event, refused, makes, known));
  }

  private String note(IcsEvent event, List<IcsEvent.Date> refused, int makes, int known) {
    var counts = words.say(
        "exchange.calendar.dates", "makes", makes, "known", known, "refused", refused.size());
    var named = refused.stream()
        .limit(MOST_NAMED)
        .map(date -> when(date.slot()) + " (" + why(event, date) + ")")
        .collect(Collectors.joining(" ; "));
    return named.isEmpty() ? counts : counts + " " + named;
  }

  private boolean isRefused(IcsEvent event, IcsEvent.Date date) {
    var outcome = outcomes.get(key(event, date));
    return outcome != null && !(outcome instanceof BookingOutcome.Done);
  }

  private String why(IcsEvent event, IcsEvent.Date date) {
    var outcome = outcomes.get(key(event, date));
    return outcome instanceof BookingOutcome.Against against
        ? against.violations().stream()
            .map(violation -> violation.sentence(words))
            .collect(Collectors.joining(" "))
        : words.say("exchange.calendar.taken");
  }

  private String when(TimeSlot slot) {
    return words.range(slot.start().atZone(zone), slot.end().atZone(zone));
  }

  private static Key key(IcsEvent event, IcsEvent.Date date) {
    return new Key(event.uid(), date.key());
  }
}
