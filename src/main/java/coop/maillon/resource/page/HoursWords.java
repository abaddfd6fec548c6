package coop.maillon.resource.page;

import coop.maillon.resource.DayStretch;
import coop.maillon.resource.WeeklyHours;
import coop.maillon.web.Words;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The hours of a week as few sentences: days in a row that are open alike are one. */
public final class HoursWords {

  private HoursWords() {}

  /** lundi – samedi : 08:00–20:00; only what is open, or one word for always and for never. */
  public static List<String> of(WeeklyHours hours, Words words) {
    if (hours.isAlways()) {
      return List.of(words.say("resource.hours.always"));
    }
    var said = new ArrayList<String>();
    DayOfWeek[] days = DayOfWeek.values();
    int first = 0;
    for (int next = 1; next <= days.length; next++) {
      boolean goesOn = next < days.length && hours.of(days[next]).equals(hours.of(days[first]));
      if (!goesOn) {
        said.addAll(run(days[first], days[next - 1], hours.of(days[first]), words));
        first = next;
      }
    }
    return said.isEmpty() ? List.of(words.say("resource.hours.never")) : said;
  }

  private static List<String> run(
      DayOfWeek first, DayOfWeek last, List<DayStretch> stretches, Words words) {
    if (stretches.isEmpty()) {
      return List.of();
    }
    String times = stretches.stream()
        .map(stretch -> stretch.opens() + "–" + stretch.closes())
        .collect(Collectors.joining(", "));
    return List.of(
        first == last
            ? words.say("resource.hours.day", "day", name(first, words), "times", times)
            : words.say(
                "resource.hours.days",
                "from",
                name(first, words),
                "to",
                name(last, words),
                "times",
                times));
  }

  private static String name(DayOfWeek day, Words words) {
    return day.getDisplayName(TextStyle.FULL, words.locale());
  }
}
