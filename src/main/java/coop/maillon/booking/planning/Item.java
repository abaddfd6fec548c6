package coop.maillon.booking.planning;

import java.util.Optional;

/**
 * One line of a row's list, as the template `booking/_item` shows it.
 *
 * @param css its classes, its place among them
 * @param id for the live socket to find it again, may be empty
 * @param booking id of the booking that it shows, may be empty
 */
record Item(
    String css,
    String id,
    String booking,
    Optional<Gap> gap,
    Optional<Count> count,
    Optional<Block> block,
    Optional<String> note) {

  /** Free time and the way to take it. */
  record Gap(String href, String before, String range) {}

  /** Free time of a pool: how many are free, and the way to take one; no way where it is full. */
  record Count(Optional<String> href, String before, String range, String number, String rest) {}

  /** What occupies time: an icon or none, whose or what, when; a link where the reader may open it. */
  record Block(
      Optional<String> href, Optional<String> icon, String before, String what, String when) {}

  static Item bare(String css) {
    return new Item(
        css, "", "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Item of(String css, Gap gap) {
    return new Item(
        css, "", "", Optional.of(gap), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Item of(String css, Count count) {
    return new Item(
        css, "", "", Optional.empty(), Optional.of(count), Optional.empty(), Optional.empty());
  }

  static Item of(String css, Block block) {
    return new Item(
        css, "", "", Optional.empty(), Optional.empty(), Optional.of(block), Optional.empty());
  }

  static Item noted(String css, String note) {
    return new Item(
        css, "", "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(note));
  }

  Item named(String elementId, String bookingId) {
    return new Item(css, elementId, bookingId, gap, count, block, note);
  }

  /** Whether it is the reader's own and shown whole, to be moved. */
  public boolean own() {
    return (css.contains(" mine") || css.contains(" own")) && !css.contains(" cut");
  }

  public boolean isBare() {
    return gap.isEmpty() && count.isEmpty() && block.isEmpty() && note.isEmpty();
  }
}
