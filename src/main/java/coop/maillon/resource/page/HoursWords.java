package coop.maillon.resource.page;

import coop.maillon.resource.DatedHours;
import coop.maillon.resource.DayStretch;
import coop.maillon.resource.OpeningHours;
import coop.maillon.resource.WeeklyHours;
import coop.maillon.web.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The hours of a week as few sentences: days in a row that are open alike are one. */
public final class HoursWords {

  private HoursWords() {}

  /** How many exceptions to come are named. */
  private static final int MOST = 8;

  /** The week, then what the calendar says of the days from that one on. */
  public static List<String> of(OpeningHours hours, LocalDate today, Words words) {
    var said = new ArrayList<>(of(hours.week(), words));
    if (hours.calendar().closesOnHolidays()) {
      said.add(words.say("rules.said.holidays"));
    }
    hours.calendar().exceptions().stream()
        .filter(exception -> !exception.to().isBefore(today))
        .sorted(Comparator.comparing(DatedHours::from))
        .limit(MOST)
        .forEach(exception -> said.add(exception(exception, words)));
    return List.copyOf(said);
  }

  private static String exception(DatedHours exception, Words words) {
    String days = exception.from().equals(exception.to())
        ? words.day(exception.from())
        : words.day(exception.from()) + " – " + words.day(exception.to());
    String key = "rules.said."
        + (exception.isClosed() ? "closed" : "open")
        + (exception.name().isEmpty() ? "" : "-named");
    return words.say(key, "days", days, "times", times(exception.open()), "name", exception.name());
  }

  /** lundi – samedi : 08:00–20:00; only what is open, or one word for always and for never. */
  static List<String> of(WeeklyHours hours, Words words) {
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
    String times = times(stretches);
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

  private static String times(List<DayStretch> stretches) {
    return stretches.stream()
        .map(stretch -> stretch.opens() + "–" + stretch.closes())
        .collect(Collectors.joining(", "));
  }

  private static String name(DayOfWeek day, Words words) {
    return day.getDisplayName(TextStyle.FULL, words.locale());
  }
}
