package coop.maillon.booking.series;

import coop.maillon.booking.BookingChange;
import java.time.LocalDateTime;
import java.util.Map;

/**
 * What somebody wants different about one date, and which others are to follow it.
 *
 * @param conflict what becomes of those that can be changed where others cannot
 * @param instead another place for some of the dates
 */
public record SeriesChange(
    BookingChange change,
    Scope scope,
    SeriesRequest.Conflict conflict,
    Map<LocalDateTime, SeriesRequest.Instead> instead) {

  public SeriesChange {
    instead = Map.copyOf(instead);
  }
}
