package coop.maillon.booking.arriving;

import java.util.List;
import java.util.Optional;

/**
 * What booking/_stay shows: what its reader can do at this moment about being there.
 *
 * @param next where the buttons lead back to; empty: to the booking
 * @param come the way to say that one is there
 * @param go the way to leave
 * @param longer the ways to stay
 * @param late what it says where it should be back by now
 * @param awaited the way to something else, where what one is to have is not back
 */
public record Stay(
    String id,
    String next,
    Optional<Come> come,
    Optional<Go> go,
    Optional<Longer> longer,
    Optional<String> late,
    Optional<String> awaited) {

  /**
   * @param text until when, where somebody must have come by then
   * @param page where more is asked of who takes it
   */
  public record Come(String label, Optional<String> text, Optional<String> page) {}

  /**
   * Leaving, and what comes of it.
   *
   * @param page where more is asked of who brings it back
   */
  public record Go(String heading, String text, String label, Optional<String> page) {}

  /** Staying until one of these. */
  public record Longer(String text, List<End> ends) {}

  /** @param value an instant */
  public record End(String value, String label) {}

  public boolean any() {
    return come.isPresent()
        || go.isPresent()
        || longer.isPresent()
        || late.isPresent()
        || awaited.isPresent();
  }
}
