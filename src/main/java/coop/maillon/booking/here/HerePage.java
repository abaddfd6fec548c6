package coop.maillon.booking.here;

import coop.maillon.booking.arriving.Stay;
import coop.maillon.booking.page.Refusal;
import java.util.Optional;

/**
 * What here/show shows: how a resource is at this moment, and what its reader can do about it by one click.
 *
 * @param place where and for how many
 * @param car whether there is a page of its damage
 * @param line who has it and when it is free again; empty where there is nothing to say
 * @param own the reader's own booking, at hand
 * @param take the way to have it at once
 * @param later what they have of it later
 * @param key what makes two clicks one taking
 */
record HerePage(
    String title,
    String slug,
    String place,
    boolean car,
    State state,
    String line,
    Optional<Own> own,
    Optional<Take> take,
    Optional<Later> later,
    Optional<Refusal> refusal,
    String key) {

  /** How it is; an icon and a word. */
  record State(String kind, String icon, String label) {}

  /** The reader's own booking and what can be done about it. */
  record Own(String href, String times, String heading, Optional<String> access, Stay stay) {}

  /** @param minutes what the button sends */
  record Take(int minutes, String label, String until) {}

  /** A way to a booking. */
  record Later(String href, String label) {}
}
