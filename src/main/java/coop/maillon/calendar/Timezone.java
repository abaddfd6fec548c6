package coop.maillon.calendar;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/** What a calendar has to know of a zone: its clock changes by their present rules, not its history since 1891. */
final class Timezone {

  private static final int DAYS_IN_WEEK = 7;

  private Timezone() {}

  /** @param firstYear the year from which the rules are to hold */
  static VTimeZone of(ZoneId zone, int firstYear) {
    var described = new VTimeZone();
    described.add(new TzId(zone.getId()));
    var rules = zone.getRules().getTransitionRules();
    if (rules.isEmpty()) {
      described.add(unchanging(zone));
    }
    rules.forEach(rule -> described.add(observance(rule, firstYear)));
    return described;
  }

  private static Observance unchanging(ZoneId zone) {
    var start = LocalDateTime.of(1970, 1, 1, 0, 0);
    ZoneOffset offset = zone.getRules().getOffset(start);
    return filled(new Standard(), start, offset, offset);
  }

  private static Observance observance(ZoneOffsetTransitionRule rule, int firstYear) {
    var change = rule.createTransition(firstYear);
    var observance = filled(
        rule.getOffsetAfter().equals(rule.getStandardOffset()) ? new Standard() : new Daylight(),
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter());
    observance.add(
        new RRule<>("FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";" + day(rule)));
    return observance;
  }

  /** Such as the last Sunday, the second Sunday, or a day of the month. */
  private static String day(ZoneOffsetTransitionRule rule) {
    int day = rule.getDayOfMonthIndicator();
    DayOfWeek weekday = rule.getDayOfWeek();
    if (weekday == null) {
      return "BYMONTHDAY=" + day;
    }
    boolean last = day < 0 || day + DAYS_IN_WEEK > rule.getMonth().maxLength();
    int nth = last ? -1 : (day - 1) / DAYS_IN_WEEK + 1;
    return "BYDAY=" + nth + weekday.name().substring(0, 2);
  }

  private static Observance filled(
      Observance observance, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
    observance.add(new DtStart<>(start)).add(new TzOffsetFrom(before)).add(new TzOffsetTo(after));
    return observance;
  }
}
