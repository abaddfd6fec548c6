package coop.maillon.resource;

import java.time.LocalDate;
import java.util.List;

/**
 * Other hours for some days: a fair, a bridge day, the week between the years.
 *
 * @param from the first of the days
 * @param to the last of them, not before the first
 * @param open what is open on each of them, sorted and apart; none: closed
 * @param name what it is, for people; may be blank
 */
public record DatedHours(LocalDate from, LocalDate to, List<DayStretch> open, String name) {

  /** Refuses, with an IllegalArgumentException, a last day before the first. */
  public DatedHours {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("days must not end before they begin: " + from + " " + to);
    }
    open = DayStretch.joined(open);
  }

  public boolean has(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }

  public boolean isClosed() {
    return open.isEmpty();
  }
}
