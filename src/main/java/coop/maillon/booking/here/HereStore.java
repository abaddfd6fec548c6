package coop.maillon.booking.here;

import coop.maillon.booking.act.BookingRows;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.booking.arriving.NeighbourRows;
import coop.maillon.db.Sql;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The SQL of what stands before somebody. */
final class HereStore {

  /** Those on the units within a time, and those that should be off them. */
  private static final String LYING =
      """
      SELECT %s,
             %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.id IN (SELECT o.booking_id FROM occupancy o
                       WHERE o.unit_id = ANY ($1) AND o.during && tstzrange($2, $3, '[)') AND o.booking_id IS NOT NULL
                      UNION
                      SELECT late.id FROM booking late
                        JOIN occupancy o ON o.booking_id = late.id
                       WHERE late.must_return AND late.arrived_at IS NOT NULL AND late.left_at IS NULL AND late.ends_at <= $2
                         AND o.unit_id = ANY ($1))
       ORDER BY b.starts_at, b.id
       LIMIT 200
      """.formatted(BookingRows.COLUMNS, NeighbourRows.columns("b.id", "$2"));

  Future<List<Here.Lying>> lying(Sql sql, Collection<UnitId> units, TimeSlot time) {
    return sql.run(
            LYING,
            units.stream().map(UnitId::value).toArray(Long[]::new),
            LedgerStore.utc(time.start()),
            LedgerStore.utc(time.end()))
        .map(rows -> {
          var lying = new ArrayList<Here.Lying>(rows.size());
          rows.forEach(
              row -> lying.add(new Here.Lying(BookingRows.booking(row), NeighbourRows.read(row))));
          return lying;
        });
  }
}
