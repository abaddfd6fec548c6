package coop.maillon.booking.seat;

import java.util.Optional;

/** Decides which unit of a pool a wanted slot gets. A port: which choice a resource has, {@code App} says. */
@FunctionalInterface
public interface UnitChoice {

  /**
   * Finds a seat, moving free rows of the pool where that makes room.
   *
   * @param budget ends a search that does not come to an end by itself; what was best by then is the answer
   * @return empty where no seat exists, or none was found within the budget
   */
  Optional<Seating> seat(Pool pool, Wanted wanted, Budget budget);
}
