package coop.maillon.booking.closure;

/** Which closure. */
public record ClosureId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
