package coop.maillon.booking.maintenance;

import coop.maillon.web.Words;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Map;

/** How often something comes back, in words. */
record MaintenanceWords(Words words) {

  /** Every Monday, 08:00–10:00, until 30 June. */
  String often(Maintenance one) {
    String rule = one.recurrence().rule();
    var first = one.recurrence().start();
    var last = Repeat.last(rule);
    String often = often(Repeat.ofRule(rule), first.toLocalDate());
    LocalTime end = first.toLocalTime().plusMinutes(one.minutes());
    String times = words.times(first.toLocalTime(), end);
    return last.map(day -> words.say(
            "maintenance.often.until",
            Map.of("often", often, "times", times, "until", words.date(day))))
        .orElseGet(() -> words.say("maintenance.often", "often", often, "times", times));
  }

  /** One of the ways to choose, counted from that day. */
  String often(Repeat repeat, LocalDate first) {
    return words.say(
        "maintenance.repeat." + repeat.word(),
        Map.of(
            "day", first.getDayOfWeek().getDisplayName(TextStyle.FULL, words.locale()),
            "date", first.getDayOfMonth(),
            "nth", Repeat.nth(first)));
  }
}
