package coop.maillon.vehicle.damage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A car as whoever stands before it may know it.
 *
 * @param weight what the reader's word does
 * @param closedUntil where it is closed for safety
 */
record Scene(List<Damage> open, Sighting.Word weight, Optional<Instant> closedUntil) {

  Scene {
    open = List.copyOf(open);
  }
}
