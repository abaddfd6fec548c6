package coop.maillon.booking;

import java.util.Optional;

/** Names a hold. In JSON, an opaque string. */
public record HoldId(long value) {

  /** Empty where the text is no hold's name. */
  public static Optional<HoldId> read(String text) {
    return BookingId.read(text).map(id -> new HoldId(id.value()));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
