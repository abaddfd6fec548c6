package coop.maillon.notification.preference;

import coop.maillon.db.Tx;
import coop.maillon.notification.preference.Reminders.Due;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** All the SQL of reminders. */
final class ReminderStore {

  /** Not of what was booked later than that before: whoever did so knows. */
  private static final String REMIND = """
      WITH own AS (
        SELECT p.member_id, p.remind_minutes * interval '1 minute' AS before, b.id
          FROM preference p JOIN booking b ON b.member_id = p.member_id
         WHERE p.remind_minutes IS NOT NULL
           AND b.starts_at > $1 AND b.starts_at <= $1 + p.remind_minutes * interval '1 minute'),
      shared AS (
        SELECT p.member_id, p.remind_minutes * interval '1 minute' AS before, t.booking_id AS id
          FROM preference p JOIN participant t ON t.member_id = p.member_id
         WHERE p.remind_minutes IS NOT NULL),
      near AS (
        SELECT b.id, e.member_id, b.starts_at, b.ends_at
          FROM (SELECT member_id, before, id FROM own UNION SELECT member_id, before, id FROM shared) e JOIN booking b ON b.id = e.id
         WHERE b.status = 'confirmed'
           AND b.starts_at > $1 AND b.starts_at <= $1 + e.before AND b.created_at <= b.starts_at - e.before),
      told AS (
        INSERT INTO reminder (booking_id, member_id, starts_at)
        SELECT id, member_id, starts_at FROM near
        ON CONFLICT DO NOTHING
        RETURNING booking_id, member_id)
      SELECT told.booking_id, told.member_id, near.starts_at, near.ends_at
        FROM told JOIN near ON near.id = told.booking_id AND near.member_id = told.member_id
       ORDER BY near.starts_at, told.booking_id, told.member_id
      """;

  /** Those whom nobody reminded yet; noted as reminded. */
  Future<List<Due>> remind(Tx tx, Instant now) {
    return tx.run(REMIND, now.atOffset(ZoneOffset.UTC))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new Due(
                row.getLong("booking_id"),
                row.getLong("member_id"),
                row.getOffsetDateTime("starts_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant()))
            .toList());
  }
}
