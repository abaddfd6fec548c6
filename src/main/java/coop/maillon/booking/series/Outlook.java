package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import java.util.List;
import java.util.Optional;

/**
 * What would become of one date of a series.
 *
 * @param slot when it would be
 * @param place where it would be
 * @param refused why it cannot be, where it cannot
 */
public record Outlook(
    Booking before,
    TimeSlot slot,
    Resource place,
    Fate fate,
    Optional<SeriesOutcome.Refused> refused) {

  /** How it would come out. */
  public enum Fate {
    MOVES,
    /** Elsewhere, once a coordinator says yes. */
    ASKS,
    /** It has a place of its own, and keeps it. */
    STAYS,
    GOES
  }

  /**
   * What would become of all dates that an act reaches.
   *
   * @param refusal why nothing can be said of any: somebody was quicker, or none is to come
   */
  public record All(Optional<BookingOutcome> refusal, List<Outlook> dates) {

    public All {
      dates = List.copyOf(dates);
    }

    static All refused(BookingOutcome why) {
      return new All(Optional.of(why), List.of());
    }

    static All of(List<Outlook> dates) {
      return new All(Optional.empty(), dates);
    }

    /** The same, the refused ones told in this order. */
    All told(List<SeriesOutcome.Refused> refused) {
      var next = refused.iterator();
      return new All(
          refusal,
          dates.stream()
              .map(date -> date.refused().isPresent() ? date.because(next.next()) : date)
              .toList());
    }
  }

  Outlook because(SeriesOutcome.Refused told) {
    return new Outlook(before, slot, place, fate, Optional.of(told));
  }
}
