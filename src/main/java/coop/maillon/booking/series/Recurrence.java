package coop.maillon.booking.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;

/**
 * A rule of RFC 5545 counted in local time: 09:00 stays 09:00 across a clock change.
 *
 * @param rule an RRULE without its name, UNTIL in local time
 * @param start the local time it counts from; like any other date it is one of them only if the rule gives it
 * @param excluded dates of the rule that are left out
 */
public record Recurrence(
    String rule, LocalDateTime start, ZoneId zone, Set<LocalDateTime> excluded) {

  /** The most dates that a series may have. */
  public static final int MOST = 400;

  private static final int WIDEST_INTERVAL = 1000;
  private static final int LAST_YEAR = 2999;

  private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  public Recurrence {
    excluded = Set.copyOf(excluded);
  }

  /** Every date, in order; at most one more than {@link #MOST}. */
  public List<LocalDateTime> dates() {
    return counted().filter(date -> !excluded.contains(date)).limit(MOST + 1L).toList();
  }

  /** What the rule gives, left out or not. */
  public List<LocalDateTime> all() {
    return counted().limit(MOST + excluded.size()).toList();
  }

  /** Those from that time on and before the other, however long ago it began; at most one more than {@link #MOST}. */
  public List<LocalDateTime> between(LocalDateTime from, LocalDateTime to) {
    var each = parsed(rule).iterator(floating(start));
    each.fastForward(floating(from));
    var dates = new ArrayList<LocalDateTime>();
    while (each.hasNext() && dates.size() <= MOST) {
      var date = local(each.nextDateTime());
      if (!date.isBefore(to)) {
        break;
      }
      dates.add(date);
    }
    return dates.stream()
        .filter(date -> !date.isBefore(from) && !excluded.contains(date))
        .toList();
  }

  /** The same without that date. */
  public Recurrence without(LocalDateTime date) {
    return without(List.of(date));
  }

  /** The same without those dates. */
  public Recurrence without(List<LocalDateTime> dates) {
    var fewer = new TreeSet<>(excluded);
    fewer.addAll(dates);
    return new Recurrence(rule, start, zone, fewer);
  }

  /** The same with a date that had been left out. */
  public Recurrence with(LocalDateTime date) {
    return excluding(one -> !one.equals(date));
  }

  /** The dates before that one. */
  public Recurrence before(LocalDateTime date) {
    RecurrenceRule cut = parsed(rule);
    cut.setUntil(floating(date.minusSeconds(1)));
    return new Recurrence(cut.toString(), start, zone, excluded)
        .excluding(one -> one.isBefore(date));
  }

  /** That date of the rule and those after it. */
  public Recurrence from(LocalDateTime date) {
    RecurrenceRule rest = parsed(rule);
    if (rest.getCount() != null) {
      rest.setCount(
          rest.getCount() - (int) counted().filter(one -> one.isBefore(date)).count());
    }
    return new Recurrence(rest.toString(), date, zone, excluded)
        .excluding(one -> !one.isBefore(date));
  }

  private Recurrence excluding(Predicate<LocalDateTime> kept) {
    return new Recurrence(
        rule, start, zone, excluded.stream().filter(kept).collect(Collectors.toSet()));
  }

  /** What the rule gives, left out or not, up to the first that is too far. */
  private Stream<LocalDateTime> counted() {
    var dates = new ArrayList<LocalDateTime>();
    var each = parsed(rule).iterator(floating(start));
    while (each.hasNext() && dates.size() <= MOST + excluded.size() && !endsTooFar(dates)) {
      dates.add(local(each.nextDateTime()));
    }
    return dates.stream();
  }

  private static boolean endsTooFar(List<LocalDateTime> dates) {
    return !dates.isEmpty() && dates.get(dates.size() - 1).getYear() > LAST_YEAR;
  }

  /** What came of reading a rule: the rule, or the word of what is wrong with it (`series.rule.WORD`). */
  public record Read(Optional<Recurrence> recurrence, String problem) {

    private static Read not(String problem) {
      return new Read(Optional.empty(), problem);
    }
  }

  /**
   * Reads an RRULE, with or without its name, and lines of EXDATE below it, as programs write them.
   * UNTIL and EXDATE may be in UTC; without a zone they are local.
   */
  public static Read read(String text, LocalDateTime start, ZoneId zone) {
    try {
      List<String> lines =
          Stream.of(text.strip().split("[\\r\\n]+")).map(String::strip).toList();
      RecurrenceRule rule = parsed(lines.get(0).replaceFirst("(?i)^RRULE:", ""));
      if (rule.getFreq().compareTo(Freq.DAILY) > 0 || isWithinADay(rule)) {
        return Read.not("too-often");
      }
      if (isNoRule(rule)) {
        return Read.not("unreadable");
      }
      if (rule.getUntil() != null) {
        rule.setUntil(floating(last(rule.getUntil(), zone)));
      }
      return bounded(new Recurrence(
          rule.toString(), start.truncatedTo(ChronoUnit.SECONDS), zone, excluded(lines, zone)));
    } catch (IllegalArgumentException | IllegalStateException | DateTimeException unreadable) {
      return Read.not("unreadable");
    }
  }

  /** Of another calendar than ours, of no date at all, or so wide that counting it never ends. */
  private static boolean isNoRule(RecurrenceRule rule) {
    return rule.hasPart(Part.RSCALE)
        || rule.getInterval() > WIDEST_INTERVAL
        || (rule.getCount() != null && rule.getCount() <= 0);
  }

  private static Read bounded(Recurrence recurrence) {
    List<LocalDateTime> dates = recurrence.dates();
    if (dates.size() > MOST) {
      return Read.not("too-many");
    }
    if (endsTooFar(dates)) {
      return Read.not("too-far");
    }
    return dates.isEmpty() ? Read.not("none") : new Read(Optional.of(recurrence), "");
  }

  private static boolean isWithinADay(RecurrenceRule rule) {
    return Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND).anyMatch(rule::hasPart);
  }

  private static Set<LocalDateTime> excluded(List<String> lines, ZoneId zone) {
    return lines.stream()
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, "EXDATE", 0, 6))
        .flatMap(line -> Stream.of(line.substring(line.lastIndexOf(':') + 1).split(",")))
        .map(one -> local(DateTime.parse(one.strip()), zone))
        .collect(Collectors.toSet());
  }

  private static RecurrenceRule parsed(String rule) {
    try {
      return new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_LAX);
    } catch (InvalidRecurrenceRuleException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  private static DateTime floating(LocalDateTime local) {
    return DateTime.parse(UNTIL.format(local));
  }

  private static LocalDateTime local(DateTime time) {
    // The library counts months from 0.
    var day = LocalDate.of(time.getYear(), time.getMonth() + 1, time.getDayOfMonth());
    return day.atTime(
        time.isAllDay()
            ? LocalTime.MIDNIGHT
            : LocalTime.of(time.getHours(), time.getMinutes(), time.getSeconds()));
  }

  /** A day as the last one counts as a whole. */
  private static LocalDateTime last(DateTime until, ZoneId zone) {
    return until.isAllDay() ? local(until).toLocalDate().atTime(23, 59, 59) : local(until, zone);
  }

  private static LocalDateTime local(DateTime time, ZoneId zone) {
    return time.isFloating()
        ? local(time)
        : Instant.ofEpochMilli(time.getTimestamp()).atZone(zone).toLocalDateTime();
  }
}
