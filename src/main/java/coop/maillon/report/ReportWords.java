package coop.maillon.report;

import coop.maillon.web.Words;
import java.time.LocalTime;

/** How a report says hours and shares. */
final class ReportWords {

  private ReportWords() {}

  /** 10:00–12:00; midnight at the end of a day is 24:00. */
  static String times(int from, int to, Words words) {
    String end = to == HourOfWeek.HOURS ? "24:00" : words.time(LocalTime.of(to, 0));
    return words.time(LocalTime.of(from, 0)) + "–" + end;
  }

  /** 34 %; a dash where nothing is open. */
  static String percent(Share share, Words words) {
    return share.percent().isPresent() ? percent(share.percent().getAsInt(), words) : "–";
  }

  static String percent(int percent, Words words) {
    return words.say("report.percent", "percent", percent);
  }

  /** 1 234 h: whole hours. */
  static String hours(long minutes, Words words) {
    return words.say("report.hours", "count", Math.round(minutes / 60.0));
  }
}
