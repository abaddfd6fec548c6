package coop.maillon.privacy.forget;

import static java.time.ZoneOffset.UTC;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import java.time.Instant;

/**
 * All the SQL of forgetting what is old: of each kind one lot at a time, oldest first where it matters, so that nobody waits for
 * it. The two ledgers are not touched, nor what was read off a vehicle.
 */
final class AgeStore {

  static final String BOOKINGS = """
      UPDATE booking SET title = '', reason = '', undo = NULL, undo_until = NULL
       WHERE id IN (SELECT b.id FROM booking b
                     WHERE b.ends_at < $1 AND (b.title <> '' OR b.reason <> '' OR b.undo IS NOT NULL)
                     ORDER BY b.id LIMIT $2)
      """;

  static final String PARTICIPANTS = """
      DELETE FROM participant
       WHERE (booking_id, member_id) IN (SELECT p.booking_id, p.member_id FROM participant p JOIN booking b ON b.id = p.booking_id
                                          WHERE b.ends_at < $1 LIMIT $2)
      """;

  static final String REMINDERS = """
      DELETE FROM reminder
       WHERE (booking_id, member_id, starts_at) IN (SELECT n.booking_id, n.member_id, n.starts_at FROM reminder n WHERE n.starts_at < $1 LIMIT $2)
      """;

  static final String WAITING = """
      DELETE FROM waiting
       WHERE id IN (SELECT w.id FROM waiting w
                     WHERE w.ends_at < $1 AND w.state NOT IN ('waiting', 'offered')
                       AND NOT EXISTS (SELECT FROM hold h WHERE h.waiting_id = w.id)
                     LIMIT $2)
      """;

  static final String CODES = """
      DELETE FROM access_shown
       WHERE (booking_id, member_id) IN (SELECT c.booking_id, c.member_id FROM access_shown c WHERE c.at < $1 LIMIT $2)
      """;

  static final String PROBLEMS = """
      UPDATE problem SET reporter_id = NULL, text = '', photo = NULL, photo_type = NULL
       WHERE id IN (SELECT p.id FROM problem p
                     WHERE p.closed_at < $1 AND (p.reporter_id IS NOT NULL OR p.text <> '' OR p.photo IS NOT NULL)
                     LIMIT $2)
      """;

  /** Pictures of what is mended for good. */
  static final String DAMAGE = """
      DELETE FROM vehicle_damage_photo
       WHERE id IN (SELECT p.id
                      FROM vehicle_damage_photo p
                      JOIN LATERAL (SELECT s.step, s.at FROM vehicle_damage_step s
                                     WHERE s.damage_id = p.damage_id AND s.step <> 'weighed'
                                     ORDER BY s.id DESC LIMIT 1) m ON true
                     WHERE m.step = 'mended' AND m.at < $1
                     LIMIT $2)
      """;

  /** With all that was said to it; not while something that was agreed on from it is open. */
  static final String POSTS = """
      WITH old AS (
        SELECT p.id FROM post p
         WHERE p.status NOT IN ('draft', 'published') AND coalesce(p.ended_at, p.expires_at) < $1 AND p.title <> '[…]'
           AND NOT EXISTS (SELECT FROM engagement e WHERE e.post_id = p.id AND e.status IN ('agreed', 'declared', 'disputed'))
         ORDER BY p.id LIMIT $2),
      said AS (UPDATE answer SET body = '[…]' WHERE post_id IN (SELECT id FROM old) RETURNING id),
      replied AS (UPDATE reply SET body = '[…]' WHERE answer_id IN (SELECT w.id FROM answer w JOIN old ON old.id = w.post_id)),
      agreed AS (UPDATE engagement SET dispute = '', reason = '' WHERE post_id IN (SELECT id FROM old)),
      thanked AS (
        UPDATE thanks SET body = '[…]' WHERE engagement_id IN (SELECT e.id FROM engagement e JOIN old ON old.id = e.post_id)),
      reported AS (
        UPDATE report SET reason = '[…]', wish = '', outcome = ''
         WHERE post_id IN (SELECT id FROM old)
            OR answer_id IN (SELECT w.id FROM answer w JOIN old ON old.id = w.post_id)),
      decided AS (UPDATE moderation SET reason = '' WHERE post_id IN (SELECT id FROM old))
      UPDATE post SET title = '[…]', body = '' WHERE id IN (SELECT id FROM old)
      """;

  static final String AUDIT = """
      UPDATE audit SET actor_id = NULL, member_id = NULL, before = NULL, after = NULL
       WHERE seq IN (SELECT a.seq FROM audit a
                      WHERE a.at < $1 AND num_nonnulls(a.actor_id, a.member_id, a.before, a.after) > 0
                      ORDER BY a.seq LIMIT $2)
      """;

  static final String INBOX = """
      DELETE FROM inbox WHERE id IN (SELECT i.id FROM inbox i WHERE i.at < $1 ORDER BY i.id LIMIT $2)
      """;

  /** Once they are told and in the trail; the last number stays known. */
  static final String EVENTS = """
      DELETE FROM event
       WHERE seq IN (SELECT e.seq FROM event e
                      WHERE e.at < $1 AND e.seq <= (SELECT s.seq FROM audit_seen s) AND e.seq <= (SELECT n.seq FROM notified_seen n)
                        AND e.seq < (SELECT max(seq) FROM event)
                      ORDER BY e.seq LIMIT $2)
      """;

  /** Whoever indexes a post waits: it could count on a word that goes. */
  private static final String ALONE = "LOCK TABLE post_word IN SHARE ROW EXCLUSIVE MODE";

  private static final String WORDS = """
      DELETE FROM board_word w WHERE NOT EXISTS (SELECT FROM post_word p WHERE p.word_id = w.id)
      """;

  /** One lot of what is older than that; how many there were. */
  Future<Integer> forget(Sql sql, String statement, Instant before, int atMost) {
    return sql.run(statement, before.atOffset(UTC), atMost).map(rows -> rows.rowCount());
  }

  /** Words of the search that no post says any more. */
  Future<Void> forgetWords(Tx tx) {
    return tx.run(ALONE).compose(alone -> tx.run(WORDS)).mapEmpty();
  }
}
