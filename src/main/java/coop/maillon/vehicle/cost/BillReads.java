package coop.maillon.vehicle.cost;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.bill.Bill;
import coop.maillon.db.Sql;
import io.vertx.core.Future;
import java.util.List;

/** What bookings came to, for whoever may know. */
public final class BillReads {

  private final StatementStore store = new StatementStore();
  private final Sql sql;

  public BillReads(Sql sql) {
    this.sql = sql;
  }

  /** One for each of its resources that was settled. */
  Future<List<Bill>> of(BookingId booking) {
    return store.bills(sql, booking);
  }
}
