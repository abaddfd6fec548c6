package coop.maillon.booking.arriving;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All the SQL of coming and going. */
final class ArrivingStore {

  private static final String NOT_COME = """
      SELECT id FROM booking
       WHERE check_in_by <= $1 AND check_in_by IS NOT NULL AND arrived_at IS NULL AND status = 'confirmed'
       ORDER BY check_in_by, id
       LIMIT 500
      """;

  private static final String LATE = """
      SELECT id FROM booking
       WHERE must_return AND arrived_at IS NOT NULL AND left_at IS NULL AND ends_at <= $1
         AND status IN ('confirmed', 'started')
       ORDER BY ends_at, id
       LIMIT 500
      """;

  private static final String TO_REMIND = """
      UPDATE booking SET overdue_told_at = $2 WHERE id = $1 AND overdue_told_at IS NULL RETURNING id
      """;

  private static final String TO_WARN = """
      UPDATE booking SET late_told_at = $2 WHERE id = ANY ($1) AND late_told_at IS NULL RETURNING id
      """;

  private static final String REMIND_AGAIN =
      "UPDATE booking SET overdue_told_at = NULL WHERE id = $1 AND overdue_told_at IS NOT NULL";

  /** Those that should be back by now, on the units of that booking. */
  private static final String LATE_BEFORE = """
      SELECT DISTINCT late.id
        FROM occupancy own
        JOIN occupancy other ON other.unit_id = own.unit_id
        JOIN booking late ON late.id = other.booking_id
       WHERE own.booking_id = $1 AND late.id <> $1
         AND late.must_return AND late.arrived_at IS NOT NULL AND late.left_at IS NULL AND late.ends_at <= $2
       ORDER BY late.id
      """;

  /** Rows only get shorter, to that moment and what is kept free behind it: no other can be in their way. */
  private static final String GIVE_BACK = """
      UPDATE occupancy o
         SET during = tstzrange(lower(o.during), $2::timestamptz + k.buffer_after * interval '1 minute', '[)')
        FROM booked k
       WHERE o.booking_id = $1 AND k.booking_id = $1 AND k.resource_id = o.resource_id
         AND upper(o.during) > $2::timestamptz + k.buffer_after * interval '1 minute'
         AND lower(o.during) < $2::timestamptz + k.buffer_after * interval '1 minute'
      """;

  /** Bookings for which nobody came in time. */
  Future<List<BookingId>> notCome(Sql sql, Instant now) {
    return sql.run(NOT_COME, LedgerStore.utc(now)).map(ArrivingStore::ids);
  }

  /** Bookings whose things should be back by now. */
  Future<List<BookingId>> late(Sql sql, Instant now) {
    return sql.run(LATE, LedgerStore.utc(now)).map(ArrivingStore::ids);
  }

  /** Whether its member is to be told now, which is true once. */
  Future<Boolean> toRemind(Tx tx, BookingId booking, Instant now) {
    return tx.run(TO_REMIND, booking.value(), LedgerStore.utc(now)).map(rows -> rows.size() > 0);
  }

  /** Those of them whose members are to be warned now, each once. */
  Future<List<BookingId>> toWarn(Tx tx, Collection<BookingId> bookings, Instant now) {
    Long[] ids = bookings.stream().map(BookingId::value).toArray(Long[]::new);
    return tx.run(TO_WARN, ids, LedgerStore.utc(now)).map(ArrivingStore::ids);
  }

  /** It may be late again, and is told of then. */
  Future<Void> remindAgain(Tx tx, BookingId booking) {
    return tx.run(REMIND_AGAIN, booking.value()).mapEmpty();
  }

  Future<List<BookingId>> lateBefore(Sql sql, BookingId booking, Instant now) {
    return sql.run(LATE_BEFORE, booking.value(), LedgerStore.utc(now)).map(ArrivingStore::ids);
  }

  Future<Void> giveBack(Tx tx, BookingId booking, Instant end) {
    return tx.run(GIVE_BACK, booking.value(), LedgerStore.utc(end)).mapEmpty();
  }

  private static List<BookingId> ids(RowSet<Row> rows) {
    var ids = new ArrayList<BookingId>();
    rows.forEach(row -> ids.add(new BookingId(row.getLong("id"))));
    return ids;
  }
}
