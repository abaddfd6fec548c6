package coop.maillon.resource;

/**
 * The time kept free around a booking: to air the room, to clean, to charge.
 *
 * @param before elapsed minutes before the start, 0 or more
 * @param after elapsed minutes after the end, 0 or more
 */
public record Buffers(int before, int after) {

  public static final Buffers NONE = new Buffers(0, 0);

  /** Refuses negative minutes with an IllegalArgumentException. */
  public Buffers {
    if (before < 0 || after < 0) {
      throw new IllegalArgumentException("a buffer is not negative: " + before + ", " + after);
    }
  }

  /** The slot with its buffers: what it occupies. */
  public TimeSlot around(TimeSlot slot) {
    return slot.spread(before, after);
  }
}
