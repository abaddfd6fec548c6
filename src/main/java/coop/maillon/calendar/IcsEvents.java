package coop.maillon.calendar;

import coop.maillon.calendar.IcsFile.Block;
import coop.maillon.calendar.IcsFile.Line;
import coop.maillon.calendar.IcsTimes.Moment;
import coop.maillon.resource.TimeSlot;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/** Reads the events of a file: each with its rule, its exceptions and the dates that were moved, as their program meant them. */
public final class IcsEvents {

  private static final int LONGEST_UID = 500;

  public static final int MOST_DATES = 400;

  private static final int MOST_IN_ALL = 10_000;
  private static final int WIDEST = 1000;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;
  private static final Duration AHEAD = Duration.ofDays(400);
  private static final Pattern UNTIL = Pattern.compile("UNTIL=(\\d{8})(T\\d{6}Z?)?");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private final IcsTimes times;
  private final Instant last;
  private int dates;

  /** @param now a rule without end is followed for 400 days from then */
  private IcsEvents(IcsTimes times, Instant now) {
    this.times = times;
    this.last = now.plus(AHEAD);
  }

  /**
   * What a file has.
   *
   * @param floating the zone of times that name none, and of whole days
   * @return empty where the text is no calendar
   */
  public static Optional<List<IcsEvent>> read(String text, ZoneId floating, Instant now) {
    return IcsFile.read(text).map(file -> of(file, floating, now));
  }

  private static List<IcsEvent> of(IcsFile file, ZoneId floating, Instant now) {
    var reading = new IcsEvents(new IcsTimes(file.zones(), floating), now);
    Map<String, List<Block>> byUid = new LinkedHashMap<>();
    file.events()
        .forEach(block ->
            byUid.computeIfAbsent(uid(block), fresh -> new ArrayList<>()).add(block));
    return byUid.entrySet().stream()
        .map(event -> reading.read(event.getKey(), event.getValue()))
        .toList();
  }

  private static String uid(Block block) {
    var uid = block.text("UID");
    return shortened(uid.isEmpty() ? block.text("DTSTART") + "|" + block.text("SUMMARY") : uid);
  }

  /** What is longer than any program writes stands for itself by a number made of it. */
  private static String shortened(String uid) {
    return uid.length() <= LONGEST_UID
        ? uid
        : UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private IcsEvent read(String uid, List<Block> blocks) {
    var title = blocks.get(0).text("SUMMARY");
    if (dates > MOST_IN_ALL) {
      return IcsEvent.unreadable(uid, title, "too-many");
    }
    try {
      var read = dates(blocks);
      dates += read.size();
      return read.size() > MOST_DATES
          ? IcsEvent.unreadable(uid, title, "too-many")
          : new IcsEvent(uid, title, read, "");
    } catch (DateTimeException | ArithmeticException unreadable) {
      return IcsEvent.unreadable(uid, title, "time");
    } catch (UnreadableRule unreadable) {
      return IcsEvent.unreadable(uid, title, "rule");
    }
  }

  private List<IcsEvent.Date> dates(List<Block> blocks) {
    Map<Instant, IcsEvent.Date> byKey = new TreeMap<>();
    blocks.stream().filter(block -> !isOverride(block)).forEach(block -> addAll(block, byKey));
    blocks.stream().filter(IcsEvents::isOverride).forEach(block -> override(block, byKey));
    return List.copyOf(byKey.values());
  }

  private static boolean isOverride(Block block) {
    return block.first("RECURRENCE-ID").isPresent();
  }

  private static boolean isCancelled(Block block) {
    return block.text("STATUS").equalsIgnoreCase("CANCELLED");
  }

  private void addAll(Block block, Map<Instant, IcsEvent.Date> dates) {
    if (isCancelled(block)) {
      return;
    }
    var start =
        times.first(block.first("DTSTART").orElseThrow(() -> new DateTimeException("no start")));
    var length = times.length(block, start);
    var rule = block.first("RRULE");
    if (rule.isEmpty() && block.first("RDATE").isEmpty()) {
      dates.put(Instant.EPOCH, date(block, Instant.EPOCH, start, length));
      return;
    }
    var starts = rule.map(line -> expanded(line.value(), start))
        .orElseGet(() -> new ArrayList<>(List.of(start)));
    block.all("RDATE").flatMap(times::all).forEach(starts::add);
    starts.forEach(one -> dates.put(one.instant(), date(block, one.instant(), one, length)));
    block.all("EXDATE").flatMap(times::all).forEach(gone -> dates.remove(gone.instant()));
  }

  private void override(Block block, Map<Instant, IcsEvent.Date> dates) {
    Line of = block.first("RECURRENCE-ID").orElseThrow();
    if (of.parameter("RANGE").isPresent()) {
      throw new UnreadableRule();
    }
    Instant key = times.first(of).instant();
    dates.remove(key);
    if (!isCancelled(block)) {
      var start =
          times.first(block.first("DTSTART").orElseThrow(() -> new DateTimeException("no start")));
      dates.put(key, date(block, key, start, times.length(block, start)));
    }
  }

  /** The end keeps its local distance from the start: two hours stay from ten to twelve in any season. */
  private static IcsEvent.Date date(Block block, Instant key, Moment start, Duration length) {
    var end = new Moment(start.local().plus(length), start.zone());
    if (start.local().getYear() < FIRST_YEAR || end.local().getYear() > LAST_YEAR) {
      throw new DateTimeException("no time of ours");
    }
    var slot = TimeSlot.between(start.instant(), end.instant())
        .orElseThrow(() -> new DateTimeException("no time"));
    boolean hidden = block.text("CLASS").matches("(?i)PRIVATE|CONFIDENTIAL");
    return new IcsEvent.Date(key, slot, block.text("SUMMARY"), hidden);
  }

  /** Followed in local time, so that ten o’clock stays ten o’clock. */
  private List<Moment> expanded(String text, Moment start) {
    var starts = new ArrayList<Moment>();
    try {
      var rule = new RecurrenceRule(localUntil(text, start.zone()));
      if (rule.getInterval() > WIDEST) {
        throw new UnreadableRule();
      }
      var following = rule.iterator(floating(start.local()));
      while (following.hasNext() && starts.size() <= MOST_DATES) {
        var moment = new Moment(local(following.nextDateTime()), start.zone());
        if (rule.isInfinite() && moment.instant().isAfter(last)) {
          break;
        }
        starts.add(moment);
      }
    } catch (InvalidRecurrenceRuleException
        | IllegalArgumentException
        | IllegalStateException
        | DateTimeException unreadable) {
      throw new UnreadableRule();
    }
    return starts;
  }

  /** A rule's end in UTC is turned into local time; a day means all of it. */
  private static String localUntil(String rule, ZoneId zone) {
    return UNTIL.matcher(rule).replaceFirst(until -> {
      var time = until.group(2);
      if (time == null) {
        return "UNTIL=" + until.group(1) + "T235959";
      }
      if (!time.endsWith("Z")) {
        return until.group();
      }
      var utc = LocalDateTime.parse(until.group(1) + time.replace("Z", ""), TIME);
      return "UNTIL="
          + TIME.format(utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime());
    });
  }

  private static DateTime floating(LocalDateTime at) {
    return new DateTime(
        at.getYear(),
        at.getMonthValue() - 1,
        at.getDayOfMonth(),
        at.getHour(),
        at.getMinute(),
        at.getSecond());
  }

  private static LocalDateTime local(DateTime at) {
    return LocalDateTime.of(
        at.getYear(),
        at.getMonth() + 1,
        at.getDayOfMonth(),
        at.getHours(),
        at.getMinutes(),
        at.getSeconds());
  }

  /** A rule of repetition that cannot be followed. */
  private static final class UnreadableRule extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
