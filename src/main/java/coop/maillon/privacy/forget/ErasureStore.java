package coop.maillon.privacy.forget;

import static java.time.ZoneOffset.UTC;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** All the SQL of forgetting whoever left. What they did stays, of nobody by name; the ledgers stay as they are. */
final class ErasureStore {

  private static final String LEFT = """
      SELECT m.name, m.forgotten_at FROM member m WHERE m.id = $1 AND m.state = 'left' FOR UPDATE
      """;

  private static final String TO_FORGET =
      "SELECT m.id FROM member m WHERE m.state = 'left' AND m.forgotten_at IS NULL ORDER BY m.id";

  private static final List<String> TEXTS = List.of(
      """
      UPDATE booking SET title = '', activity = '', reason = '', undo = NULL, undo_until = NULL
       WHERE member_id = $1 AND (title <> '' OR activity <> '' OR reason <> '' OR undo IS NOT NULL)
      """,
      // What is broken is still to be mended.
      """
      UPDATE problem SET reporter_id = NULL, text = CASE WHEN closed_at IS NULL THEN text ELSE '' END, photo = NULL, photo_type = NULL
       WHERE reporter_id = $1
      """,
      // What they found stays, without what they photographed.
      """
      DELETE FROM vehicle_damage_photo WHERE damage_id IN (SELECT d.id FROM vehicle_damage d WHERE d.member_id = $1)
      """,
      "UPDATE post SET title = '[…]', body = '' WHERE author_id = $1",
      "UPDATE answer SET body = '[…]' WHERE member_id = $1",
      "UPDATE reply SET body = '[…]' WHERE member_id = $1",
      "UPDATE thanks SET body = '[…]' WHERE member_id = $1",
      "UPDATE report SET reason = '[…]', wish = '' WHERE reporter_id = $1",
      """
      UPDATE moderation SET reason = ''
       WHERE answer_id IN (SELECT w.id FROM answer w WHERE w.member_id = $1)
          OR answer_id IS NULL AND post_id IN (SELECT p.id FROM post p WHERE p.author_id = $1)
      """,
      """
      UPDATE engagement SET dispute = ''
       WHERE dispute <> ''
         AND (helper_id = $1 OR id IN (SELECT g.engagement_id FROM engagement_receiver g WHERE g.member_id = $1))
      """);

  private static final List<String> ROWS = List.of(
      "DELETE FROM participant WHERE member_id = $1",
      "DELETE FROM reminder WHERE member_id = $1",
      "DELETE FROM approval_link WHERE member_id = $1",
      "DELETE FROM calendar_feed WHERE member_id = $1",
      "DELETE FROM skill_confirmed WHERE member_id = $1",
      "DELETE FROM post_told WHERE member_id = $1",
      "DELETE FROM inbox WHERE member_id = $1",
      "DELETE FROM mail WHERE member_id = $1",
      "DELETE FROM preference WHERE member_id = $1",
      "DELETE FROM import WHERE member_id = $1",
      "DELETE FROM session WHERE member_id = $1",
      "DELETE FROM api_token WHERE member_id = $1",
      "DELETE FROM mailed_link WHERE member_id = $1",
      "DELETE FROM guest_site WHERE member_id = $1");

  /** What was told to others of them: who it was, and in their words what about. */
  private static final String TOLD = """
      UPDATE inbox
         SET data = data - 'title' - 'reason'
                    || coalesce((SELECT jsonb_object_agg(k, $2::text) FROM unnest(ARRAY['who', 'by', 'name']) AS k WHERE data ->> k = ANY ($3)), '{}')
                    || CASE WHEN data ? 'about' THEN '{"about": "[…]"}' ELSE '{}' END::jsonb
       WHERE data ->> 'who' = ANY ($3) OR data ->> 'by' = ANY ($3) OR data ->> 'name' = ANY ($3)
          OR data ->> 'booking' IN (SELECT b.id::text FROM booking b WHERE b.member_id = $1)
          OR data ->> 'link' IN (SELECT '/board/' || p.id FROM post p WHERE p.author_id = $1)
      """;

  /** In their own words or about them: what they did, and when, stays. */
  private static final String TRAIL = """
      UPDATE audit SET before = before - $2::text[], after = after - $2::text[]
       WHERE (member_id = $1 OR actor_id = $1) AND (before ?| $2 OR after ?| $2)
      """;

  private static final String EVENTS = """
      UPDATE event SET data = data - $2::text[] WHERE to_jsonb($1::bigint) IN (data -> 'member', data -> 'actor') AND data ?| $2
      """;

  private static final String UNNUMBERED = """
      UPDATE outbox SET data = data - $2::text[] WHERE to_jsonb($1::bigint) IN (data -> 'member', data -> 'actor') AND data ?| $2
      """;

  /** Answers given are kept for those who ask again; one that names them is not. */
  private static final String ANSWERS = """
      DELETE FROM idempotency
       WHERE member_id = $1 OR EXISTS (SELECT FROM unnest($2::text[]) AS n WHERE position(n IN answer) > 0)
      """;

  private static final String MEMBER = """
      UPDATE member
         SET name = $2, email = 'ex-' || id || '@left.invalid', password_hash = NULL, home_site_id = NULL, theme = 'auto',
             guest_until = NULL, asked = false, shows_presence = false, forgotten_at = coalesce(forgotten_at, $3)
       WHERE id = $1
      """;

  private static final String[] WORDS = {
    "reason", "outcome", "title", "text", "wish", "about", "name"
  };

  /** Somebody who left: as they are called, and since when they are forgotten, if they are. */
  record Left(String name, Optional<Instant> forgotten) {}

  /** Locks them; empty where they did not leave, or came back. */
  Future<Optional<Left>> left(Tx tx, MemberId member) {
    return tx.run(LEFT, member.value())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(ErasureStore::left)
            .findFirst());
  }

  private static Left left(Row row) {
    var at = Optional.ofNullable(row.getOffsetDateTime("forgotten_at"));
    return new Left(row.getString("name"), at.map(when -> when.toInstant()));
  }

  /** Those who left and are not forgotten yet. */
  Future<List<MemberId>> toForget(Sql sql) {
    return sql.run(TO_FORGET)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new MemberId(row.getLong("id")))
            .toList());
  }

  /** @param names as others may have read theirs */
  Future<Void> forget(Tx tx, MemberId member, String pseudonym, String[] names) {
    long id = member.value();
    TEXTS.forEach(statement -> tx.run(statement, id));
    ROWS.forEach(statement -> tx.run(statement, id));
    tx.run(TOLD, id, pseudonym, names);
    tx.run(ANSWERS, id, names);
    tx.run(UNNUMBERED, id, WORDS);
    tx.run(EVENTS, id, WORDS);
    return tx.run(TRAIL, id, WORDS).mapEmpty();
  }

  Future<Void> rename(Tx tx, MemberId member, String pseudonym, Instant now) {
    return tx.run(MEMBER, member.value(), pseudonym, now.atOffset(UTC)).mapEmpty();
  }
}
