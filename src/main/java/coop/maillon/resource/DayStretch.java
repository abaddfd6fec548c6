package coop.maillon.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A stretch of local time within one day, half-open.
 *
 * @param from minutes from local midnight as the clock on the wall shows them, 0 to 1439
 * @param to the same, after {@code from}; 1440 is the end of the day, written 24:00
 */
public record DayStretch(int from, int to) implements Comparable<DayStretch> {

  /** Minutes in a day of 24 hours. */
  public static final int DAY = 24 * 60;

  public static final DayStretch WHOLE_DAY = new DayStretch(0, DAY);

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)|24:00");

  /** Refuses, with an IllegalArgumentException, what does not start before it ends in one day. */
  public DayStretch {
    if (from < 0 || from >= to || to > DAY) {
      throw new IllegalArgumentException(
          "a stretch of a day must start before it ends: " + from + " – " + to);
    }
  }

  /**
   * A stretch from two times written HH:MM, the end up to 24:00.
   *
   * @throws IllegalArgumentException where {@link #parse} is empty
   */
  public static DayStretch of(String from, String to) {
    return parse(from, to)
        .orElseThrow(
            () -> new IllegalArgumentException("not a stretch of a day: " + from + " – " + to));
  }

  /** A stretch from two times written HH:MM; empty where they are not, or not in this order. */
  public static Optional<DayStretch> parse(String from, String to) {
    var start = minute(from);
    var end = minute(to);
    return start < 0 || end <= start ? Optional.empty() : Optional.of(new DayStretch(start, end));
  }

  /** The start as HH:MM. */
  public String opens() {
    return written(from);
  }

  /** The end as HH:MM, 24:00 at the end of the day. */
  public String closes() {
    return written(to);
  }

  @Override
  public int compareTo(DayStretch other) {
    return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
  }

  /** The same time in as few stretches as possible, sorted: those that touch or overlap are one. */
  static List<DayStretch> joined(Collection<DayStretch> stretches) {
    var joined = new ArrayList<DayStretch>();
    for (var next : stretches.stream().sorted().toList()) {
      var last = joined.isEmpty() ? next : joined.get(joined.size() - 1);
      if (next.from <= last.to && !joined.isEmpty()) {
        joined.set(joined.size() - 1, new DayStretch(last.from, Math.max(last.to, next.to)));
      } else {
        joined.add(next);
      }
    }
    return List.copyOf(joined);
  }

  private static int minute(String time) {
    if (!TIME.matcher(time).matches()) {
      return -1;
    }
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  private static String written(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }
}
