package coop.maillon.booking.arriving;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** How a query finds out what lies around a booking on its units. */
public final class NeighbourRows {

  /** Rows behind it that cannot go elsewhere: a booking of a pool that is not bound yet can. */
  private static final String COLUMNS = """
      (SELECT min(lower(n.during))
         FROM occupancy o
         JOIN occupancy n ON n.unit_id = o.unit_id AND lower(n.during) >= upper(o.during)
                         AND lower(n.during) < upper(o.during) + interval '12 hours'
         LEFT JOIN booking nb ON nb.id = n.booking_id
         LEFT JOIN booked nk ON nk.booking_id = n.booking_id AND nk.resource_id = n.resource_id
         LEFT JOIN hold h ON h.id = n.hold_id
        WHERE o.booking_id = BOOKING AND (h.id IS NULL OR h.expires_at > NOW)
          AND NOT (n.cause = 'booking' AND nk.unit_id IS NULL AND nb.starts_at > NOW::timestamptz + interval '60 minutes'
                   AND (SELECT count(*) FROM unit u WHERE u.resource_id = n.resource_id) > 1)) AS next_row,
      EXISTS (SELECT 1
                FROM occupancy o
                JOIN occupancy n ON n.unit_id = o.unit_id
                JOIN booking late ON late.id = n.booking_id
               WHERE o.booking_id = BOOKING AND late.id <> BOOKING AND late.must_return
                 AND late.arrived_at IS NOT NULL AND late.left_at IS NULL AND late.ends_at <= NOW) AS late_before""";

  private NeighbourRows() {}

  /**
   * What a query selects for it.
   *
   * @param booking the id of the booking as the query has it, such as {@code b.id}
   * @param now the present moment likewise
   */
  public static String columns(String booking, String now) {
    return COLUMNS.replace("BOOKING", booking).replace("NOW", now);
  }

  public static Neighbours read(Row row) {
    Optional<Instant> next =
        Optional.ofNullable(row.getOffsetDateTime("next_row")).map(OffsetDateTime::toInstant);
    return new Neighbours(
        next, row.getBoolean("late_before") ? Neighbours.Before.LATE : Neighbours.Before.GONE);
  }
}
