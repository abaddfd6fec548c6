package coop.maillon.booking.arriving;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Violation;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import java.util.List;

/** What is said when something is taken or brought back: judged and written with it, under the same locks, or neither. */
@FunctionalInterface
public interface Alongside {

  Alongside NOTHING = (tx, booking) -> Future.succeededFuture(List.of());

  /**
   * Judges what is said, and writes it where nothing stands in the way.
   *
   * @param booking as it will be
   * @return what stands in the way; none where it is written
   */
  Future<List<Violation>> with(Tx tx, Booking booking);
}
