package coop.maillon.report;

import coop.maillon.resource.TimeSlot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Some days in a row that a report is about; which instants they are, the zone of each site says.
 *
 * @param first the first of the days
 * @param last the last of them, not before the first
 */
record Period(LocalDate first, LocalDate last) {

  /** What the addresses call the periods that move with the calendar. */
  static final List<String> NAMES = List.of("30", "90", "month", "last-month");

  static final int LONGEST_DAYS = 400;

  /** Refuses, with an IllegalArgumentException, a last day before the first and more days than a report looks at. */
  Period {
    if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS - 1))) {
      throw new IllegalArgumentException("no period: " + first + " " + last);
    }
  }

  /** One of {@link #NAMES}; empty for any other. The last days are whole ones: today is not among them. */
  static Optional<Period> named(String name, LocalDate today) {
    return switch (name) {
      case "30" -> Optional.of(new Period(today.minusDays(30), today.minusDays(1)));
      case "90" -> Optional.of(new Period(today.minusDays(90), today.minusDays(1)));
      case "month" -> Optional.of(month(today));
      case "last-month" -> Optional.of(month(today.minusMonths(1)));
      default -> Optional.empty();
    };
  }

  private static Period month(LocalDate day) {
    return new Period(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
  }

  /** From local midnight to local midnight. */
  TimeSlot in(ZoneId zone) {
    return new TimeSlot(
        first.atStartOfDay(zone).toInstant(),
        last.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
