package coop.maillon.booking;

import java.util.Optional;

/** The name of a series. */
public record SeriesId(long value) {

  public static Optional<SeriesId> read(String text) {
    return BookingId.read(text).map(id -> new SeriesId(id.value()));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
