package coop.maillon.booking;

import java.util.Optional;

/** Names a booking. In JSON and addresses, an opaque string. */
public record BookingId(long value) implements Comparable<BookingId> {

  /** Empty where the text is no booking's name. */
  public static Optional<BookingId> read(String text) {
    return text.matches("[0-9]{1,18}")
        ? Optional.of(new BookingId(Long.parseLong(text)))
        : Optional.empty();
  }

  @Override
  public int compareTo(BookingId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
