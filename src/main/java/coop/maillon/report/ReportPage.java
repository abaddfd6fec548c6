package coop.maillon.report;

import coop.maillon.web.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What report/page shows: how what is shared is used in a period, of one resource or of many together.
 *
 * @param period the days, in words
 * @param note what is to be known of the period; empty where it is over
 * @param all the way back from one resource to all of them
 */
record ReportPage(
    String title,
    String period,
    Optional<String> note,
    Optional<Way> all,
    Filters filters,
    Map<String, String> problems,
    List<Way> periods,
    Heating heat,
    List<Line> lines,
    List<Ranks> ranks,
    String hoursCsv,
    Reasoned refusals,
    Missed missed) {

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  /** Whether there is anything to report on. */
  public boolean any() {
    return !lines.isEmpty();
  }

  /** Whether several resources are compared. */
  public boolean several() {
    return lines.size() > 1;
  }

  /** A link; {@code current} where it leads to this page. */
  record Way(String href, String label, boolean current) {}

  /** What can be asked for, and what was. */
  record Filters(
      String from, String to, List<Option> sites, List<Option> kinds, List<Option> resources) {

    public boolean severalSites() {
      return sites.size() > 2;
    }
  }

  /** One value of a filter. */
  record Option(String value, String label, boolean chosen) {}

  /** The week of hours; {@code sum} says it in one sentence. */
  record Heating(String sum, HeatPicture picture, List<HeatPicture.Shade> shades, String csv) {

    /** Whether it is ever open. */
    public boolean open() {
      return !picture.rows().isEmpty() && picture.rows().size() > 1;
    }
  }

  /** One resource: how much of its open time is booked; {@code gauge} of 100. */
  record Line(String href, String name, String about, int gauge, String percent, String hours) {}

  /** Of one kind at one site, the hours that stay free and those that are wanted. */
  record Ranks(String label, List<Rank> free, List<Rank> wanted) {}

  /** Some hours of a weekday; {@code note} where somebody was refused then. */
  record Rank(String day, String times, int gauge, String percent, String note) {}

  /** Refusals by reason; {@code cars} where cars are among what is reported on. */
  record Reasoned(String sum, List<Reason> reasons, String csv, Optional<CarsRefused> cars) {

    public boolean any() {
      return !reasons.isEmpty();
    }
  }

  /** Why cars were refused, side by side, and what would help more. */
  record CarsRefused(List<Side> sides, String advice) {}

  /** One of the two; {@code gauge} is its share of both. */
  record Side(String label, int gauge, String count) {}

  /** One reason; {@code gauge} is its share of all. */
  record Reason(String reason, int gauge, String count, String percent, String where) {}

  /** What was booked and not used. */
  record Missed(String sum, List<Absence> absences, String csv) {

    public boolean any() {
      return !absences.isEmpty();
    }
  }

  /** Of one resource: how many of those that were due nobody came to. */
  record Absence(String href, String name, int gauge, String count, String percent) {}

  static String hoursOf(Share share, Words words) {
    return words.say(
        "report.heat.sum",
        "percent",
        ReportWords.percent(share, words),
        "booked",
        ReportWords.hours(share.bookedMinutes(), words),
        "open",
        ReportWords.hours(share.openMinutes(), words));
  }
}
