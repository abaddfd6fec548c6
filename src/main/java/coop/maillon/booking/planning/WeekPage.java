package coop.maillon.booking.planning;

import coop.maillon.resource.Resource;
import coop.maillon.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * What the partial `booking/_week` shows: seven days of one resource side by side.
 *
 * @param label what the region is called for those who listen
 * @param css classes of the grid: how many hours it shows
 * @param topics its days as subjects of the live socket
 * @param seq the number of the last event that it shows for sure
 * @param range 7 – 13 décembre
 */
public record WeekPage(
    String label,
    String css,
    String range,
    LocalDate monday,
    String slug,
    String topics,
    long seq,
    int many,
    Scale scale,
    List<DayColumn> days) {

  /**
   * One of the seven.
   *
   * @param edge quarters from midnight to the upper edge
   */
  public record DayColumn(
      String date,
      String weekday,
      int number,
      Optional<String> today,
      String note,
      String css,
      Optional<Integer> nowAt,
      int edge,
      Optional<Day.Turn> turn,
      List<Item> items) {}

  /** In which words, and how far the socket had told when it was read. */
  record Telling(Words words, long seq) {}

  static WeekPage of(Ledger ledger, Resource resource, List<Day> days, Telling telling) {
    Words words = telling.words();
    long seq = telling.seq();
    boolean beyond = days.stream().anyMatch(day -> ledger.goesBeyond(day, List.of(resource)));
    Day first = days.get(0);
    Columns columns = columns(first, beyond);
    return new WeekPage(
        words.say("planning.week.of", "resource", resource.name(), "date", words.day(first.date())),
        beyond ? "week full-day" : "week",
        range(first.date(), words),
        first.date(),
        resource.slug(),
        String.join(" ", days.stream().map(Day::topic).toList()),
        seq,
        beyond ? 100 : columns.many(),
        scale(days, ledger.now(), beyond, words),
        days.stream()
            .map(day -> ledger.scene(resource, day, columns(day, beyond), words))
            .map(scene -> column(scene, ledger.now()))
            .toList());
  }

  private static Columns columns(Day day, boolean beyond) {
    return beyond ? Columns.whole(day) : Columns.usual(day);
  }

  private static Scale scale(List<Day> days, Instant now, boolean beyond, Words words) {
    Day day = days.stream().filter(one -> one.slot().contains(now)).findFirst().orElse(days.get(0));
    return Scale.of(columns(day, beyond), day, now, words);
  }

  private static DayColumn column(Scene scene, Instant now) {
    Day day = scene.day();
    Words words = scene.words();
    LocalDate date = day.date();
    boolean today = day.slot().contains(now);
    boolean shut = scene.open().isEmpty();
    return new DayColumn(
        date.toString(),
        DateTimeFormatter.ofPattern("EEE", words.locale()).format(date),
        date.getDayOfMonth(),
        today
            ? Optional.of(words.say("planning.today", "date", words.day(date)))
            : Optional.empty(),
        shut ? words.say("planning.week.shut") : "",
        today ? "day-head today" : "day-head",
        today ? scene.columns().of(now) : Optional.empty(),
        scene.columns().edge(day),
        day.turn(),
        new Track(scene).itemsOfWeek());
  }

  private static String range(LocalDate monday, Words words) {
    LocalDate sunday = monday.plusDays(6);
    String pattern = monday.getMonth() == sunday.getMonth() ? "d" : "d MMMM";
    return DateTimeFormatter.ofPattern(pattern, words.locale()).format(monday) + "\u00a0– "
        + DateTimeFormatter.ofPattern("d MMMM", words.locale()).format(sunday);
  }
}
