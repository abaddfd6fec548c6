package coop.maillon.vehicle.damage;

import java.time.Instant;
import java.util.Optional;

/**
 * Damage as coordinators see it: with who said it, and who said before that there was nothing new. Members never see names.
 *
 * @param way {@code take} or {@code return}; empty where it was seen in passing
 * @param sound the last handover before it at which there was nothing new
 */
record Seen(
    Damage damage,
    String reporter,
    Optional<String> way,
    Optional<Long> booking,
    Optional<Sound> sound,
    Optional<String> mender) {

  /** Who said when, taking it or bringing it back, that there was nothing new. */
  record Sound(String name, String way, Instant at) {}
}
