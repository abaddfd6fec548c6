package coop.maillon.resource.holiday;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Public holidays by rule: eleven for all of France (Code du travail, L3133-1), two more in Alsace and Moselle (L3134-13), one
 * more in each overseas territory for the end of slavery (L3422-2).
 */
public final class FrenchHolidays {

  private static final Set<MonthDay> EVERYWHERE = Stream.of(
          "--01-01", "--05-01", "--05-08", "--07-14", "--08-15", "--11-01", "--11-11", "--12-25")
      .map(MonthDay::parse)
      .collect(Collectors.toUnmodifiableSet());

  /** Easter Monday, Ascension, Whit Monday: days after Easter Sunday. */
  private static final Set<Integer> AFTER_EASTER = Set.of(1, 39, 50);

  private static final int GOOD_FRIDAY = -2;

  private static final Map<Region, MonthDay> OF_ONE_REGION = Map.of(
      Region.ALSACE_MOSELLE, MonthDay.parse("--12-26"),
      Region.MAYOTTE, MonthDay.parse("--04-27"),
      Region.MARTINIQUE, MonthDay.parse("--05-22"),
      Region.GUADELOUPE, MonthDay.parse("--05-27"),
      Region.SAINT_MARTIN, MonthDay.parse("--05-28"),
      Region.GUYANE, MonthDay.parse("--06-10"),
      Region.SAINT_BARTHELEMY, MonthDay.parse("--10-09"),
      Region.REUNION, MonthDay.parse("--12-20"));

  private FrenchHolidays() {}

  /** All of a year, in order. */
  public static Set<LocalDate> of(int year, Region region) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(date -> has(date, region))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether that day is one. */
  public static boolean has(LocalDate date, Region region) {
    var day = MonthDay.from(date);
    if (EVERYWHERE.contains(day) || day.equals(OF_ONE_REGION.get(region))) {
      return true;
    }
    int fromEaster = date.getDayOfYear() - easter(date.getYear()).getDayOfYear();
    return AFTER_EASTER.contains(fromEaster)
        || region == Region.ALSACE_MOSELLE && fromEaster == GOOD_FRIDAY;
  }

  /** Easter Sunday, by the anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8). */
  static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int within = year % 100;
    int moon = (8 * century + 13) / 25;
    int epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (within / 4) - epact - within % 4) % 7;
    int early = (golden + 11 * epact + 22 * weekday) / 451;
    int days = epact + weekday - 7 * early + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
