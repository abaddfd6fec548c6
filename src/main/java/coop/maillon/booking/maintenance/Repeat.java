package coop.maillon.booking.maintenance;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How often something comes back, as one can choose it. */
enum Repeat {
  WEEKLY("FREQ=WEEKLY"),
  FORTNIGHTLY("FREQ=WEEKLY;INTERVAL=2"),
  /** On that day of the month. */
  MONTHLY("FREQ=MONTHLY"),
  /** On the first Monday, say; the fifth is the last. */
  MONTHLY_WEEKDAY("FREQ=MONTHLY;BYDAY=");

  private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("uuuuMMdd'T235959'");
  private static final String MARK = ";UNTIL=";

  private final String rule;

  Repeat(String rule) {
    this.rule = rule;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Repeat> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** That of a rule which was made here. */
  static Repeat ofRule(String written) {
    String kept = written.split(MARK)[0];
    return Stream.of(FORTNIGHTLY, MONTHLY_WEEKDAY, WEEKLY)
        .filter(one -> kept.startsWith(one.rule))
        .findFirst()
        .orElse(MONTHLY);
  }

  /** The last day of a rule which was made here; empty where it goes on. */
  static Optional<LocalDate> last(String written) {
    int at = written.indexOf(MARK);
    return at < 0
        ? Optional.empty()
        : Optional.of(LocalDate.parse(
            written.substring(at + MARK.length(), at + MARK.length() + 8),
            DateTimeFormatter.BASIC_ISO_DATE));
  }

  /** The rule of RFC 5545, counted from that day. */
  String rule(LocalDate first, Optional<LocalDate> last) {
    String days =
        this == MONTHLY_WEEKDAY ? nth(first) + first.getDayOfWeek().name().substring(0, 2) : "";
    return rule + days + last.map(day -> MARK + UNTIL.format(day)).orElse("");
  }

  /** Which one of the month a day is: 1 to 4, or -1 for the last. */
  static int nth(LocalDate day) {
    int nth = (day.getDayOfMonth() + 6) / 7;
    return nth > 4 ? -1 : nth;
  }
}
