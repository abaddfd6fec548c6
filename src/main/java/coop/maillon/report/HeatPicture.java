package coop.maillon.report;

import coop.maillon.web.Words;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A week of hours as a picture, drawn by the attributes of an SVG, and as a table that says the same and its sums. Hours that
 * are never open before the first and after the last that is are left out.
 *
 * @param box the picture's `viewBox`
 */
record HeatPicture(
    String box, List<Label> labels, List<Cell> cells, List<String> days, List<Row> rows) {

  private static final int LEFT = 48;
  private static final int TOP = 26;
  private static final int WIDE = 40;
  private static final int HIGH = 28;
  private static final int GAP = 2;
  private static final int STEP = 20;

  /** A word of the picture, the middle of its foot at x and y. */
  record Label(int x, int y, String text) {}

  /**
   * One hour of one weekday.
   *
   * @param level 0 nothing is booked, 1 to 5 a fifth more each; `closed`
   * @param said what it is, in words
   */
  record Cell(
      int x,
      int y,
      int width,
      int height,
      int textX,
      int textY,
      String level,
      String text,
      String said) {}

  /** One hour in the table: each day, then all days together. */
  record Row(String hour, List<String> shares) {}

  /** One of the shades. */
  record Shade(String level, String text) {}

  static HeatPicture of(Heat heat, Words words) {
    var hours = hours(heat);
    return new HeatPicture(
        "0 0 " + (LEFT + 7 * WIDE) + " " + (TOP + hours.size() * HIGH),
        labels(hours, words),
        new Drawing(heat, hours, words).cells(),
        Stream.of(DayOfWeek.values()).map(day -> shortName(day, words)).toList(),
        rows(heat, hours, words));
  }

  static List<Shade> shades(Words words) {
    var shades = new ArrayList<Shade>();
    shades.add(new Shade("closed", words.say("report.closed")));
    shades.add(new Shade("0", "0"));
    for (int level = 1; level <= 100 / STEP; level++) {
      int from = (level - 1) * STEP + 1;
      shades.add(new Shade(Integer.toString(level), from + "–" + level * STEP));
    }
    return shades;
  }

  /** From the first hour that is open on some day to the last. */
  private static List<Integer> hours(Heat heat) {
    var open = IntStream.range(0, HourOfWeek.HOURS)
        .filter(hour -> heat.at(hour).isOpen())
        .boxed()
        .toList();
    return open.isEmpty()
        ? List.of()
        : IntStream.rangeClosed(open.get(0), open.get(open.size() - 1)).boxed().toList();
  }

  private static List<Label> labels(List<Integer> hours, Words words) {
    var days = Stream.of(DayOfWeek.values())
        .map(day -> new Label(
            LEFT + (day.getValue() - 1) * WIDE + WIDE / 2, TOP - 9, shortName(day, words)));
    var times = IntStream.range(0, hours.size())
        .mapToObj(i -> new Label(
            LEFT / 2 - GAP, TOP + i * HIGH + 18, words.time(LocalTime.of(hours.get(i), 0))));
    return Stream.concat(days, times).toList();
  }

  private static List<Row> rows(Heat heat, List<Integer> hours, Words words) {
    var rows = new ArrayList<Row>();
    for (int hour : hours) {
      var shares = Stream.concat(
          Stream.of(DayOfWeek.values()).map(day -> heat.at(new HourOfWeek(day, hour))),
          Stream.of(heat.at(hour)));
      rows.add(new Row(
          words.time(LocalTime.of(hour, 0)), shares.map(HeatPicture::number).toList()));
    }
    var days = Stream.concat(Stream.of(DayOfWeek.values()).map(heat::on), Stream.of(heat.total()));
    rows.add(new Row(words.say("report.sum"), days.map(HeatPicture::number).toList()));
    return rows;
  }

  private static String number(Share share) {
    return share.isOpen() ? Integer.toString(share.percent().getAsInt()) : "";
  }

  private static String shortName(DayOfWeek day, Words words) {
    return day.getDisplayName(TextStyle.SHORT, words.locale());
  }

  /** The cells of one picture. */
  private record Drawing(Heat heat, List<Integer> hours, Words words) {

    List<Cell> cells() {
      return IntStream.range(0, hours.size())
          .boxed()
          .flatMap(row -> Stream.of(DayOfWeek.values())
              .map(day -> cell(row, new HourOfWeek(day, hours.get(row)))))
          .toList();
    }

    private Cell cell(int row, HourOfWeek hour) {
      int x = LEFT + (hour.day().getValue() - 1) * WIDE;
      int y = TOP + row * HIGH;
      Share share = heat.at(hour);
      return new Cell(
          x,
          y,
          WIDE - GAP,
          HIGH - GAP,
          x + (WIDE - GAP) / 2,
          y + 18,
          level(share),
          share.isOpen() ? number(share) : "·",
          said(hour, share));
    }

    private static String level(Share share) {
      if (!share.isOpen()) {
        return "closed";
      }
      int percent = share.percent().getAsInt();
      return Integer.toString((percent + STEP - 1) / STEP);
    }

    private String said(HourOfWeek hour, Share share) {
      String day = hour.day().getDisplayName(TextStyle.FULL, words.locale());
      String times = ReportWords.times(hour.hour(), hour.hour() + 1, words);
      return share.isOpen()
          ? words.say(
              "report.cell",
              "day",
              day,
              "times",
              times,
              "percent",
              number(share),
              "booked",
              words.minutes((int) share.bookedMinutes()),
              "open",
              words.minutes((int) share.openMinutes()))
          : words.say("report.cell.closed", "day", day, "times", times);
    }
  }
}
