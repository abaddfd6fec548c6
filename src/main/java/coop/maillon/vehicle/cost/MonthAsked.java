package coop.maillon.vehicle.cost;

import coop.maillon.web.Ask;
import java.time.DateTimeException;
import java.time.YearMonth;

/** The month that an address asks for: {@code ?month=2026-12}; the present one where it says none that there is. */
final class MonthAsked {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  private MonthAsked() {}

  static YearMonth of(Ask ask, YearMonth present) {
    try {
      return ask.query("month")
          .map(YearMonth::parse)
          .filter(month -> month.getYear() >= FIRST_YEAR && month.getYear() < LAST_YEAR)
          .orElse(present);
    } catch (DateTimeException unreadable) {
      return present;
    }
  }
}
