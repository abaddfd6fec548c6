package coop.maillon.vehicle.cost;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.bill.Bill;
import coop.maillon.booking.bill.BillRows;
import coop.maillon.db.Sql;
import io.vertx.core.Future;
import java.util.List;

/** The SQL that reads what bookings came to. */
final class StatementStore {

  private static final String BILLS = "SELECT " + BillRows.column("$1");

  Future<List<Bill>> bills(Sql sql, BookingId booking) {
    return sql.run(BILLS, booking.value())
        .map(rows -> BillRows.read(rows.iterator().next()));
  }
}
