package coop.maillon.board.page;

import static java.time.ZoneOffset.UTC;

import coop.maillon.db.Sql;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;

/** All the SQL of what stands beside the list: how many there are of what, and what waits for the reader. */
final class AsideStore {

  /** A declaration of the other side, a dispute, one to decide, answers to one's own posts, one's own posts that end soon. */
  private static final String ASIDE = """
      WITH shown AS (
        SELECT p.id, p.kind, p.author_id, p.needed_by,
               EXISTS (SELECT FROM answer w WHERE w.post_id = p.id AND w.status IN ('proposed', 'accepted', 'waiting')) AS answered,
               EXISTS (SELECT FROM post_skill ps JOIN member_skill m ON m.skill_id = ps.skill_id AND m.sort = 'offers'
                        WHERE ps.post_id = p.id AND m.member_id = $1 AND p.author_id <> $1) AS known
          FROM post p
         WHERE p.status = 'published' AND p.expires_at > $2 AND p.hidden_at IS NULL),
      deals AS (
        SELECT e.id, e.post_id, e.status, p.title, e.since, e.helper_id = $1 AS helps,
               CASE WHEN e.helper_id = $1 THEN e.receiver_minutes ELSE e.helper_minutes END AS theirs,
               CASE WHEN e.helper_id = $1
                    THEN (SELECT m.name FROM engagement_receiver g JOIN member m ON m.id = g.member_id
                           WHERE g.engagement_id = e.id ORDER BY g.position LIMIT 1)
                    ELSE h.name END AS other
          FROM engagement e
          JOIN post p ON p.id = e.post_id
          JOIN member h ON h.id = e.helper_id
         WHERE e.status IN ('declared', 'disputed')
           AND (e.helper_id = $1
                OR EXISTS (SELECT FROM engagement_receiver g WHERE g.engagement_id = e.id AND g.member_id = $1))),
      due AS (
        SELECT d.since AS at, jsonb_build_object('sort', d.status, 'post', d.post_id, 'title', d.title,
                                                 'who', d.other, 'minutes', d.theirs, 'since', d.since) AS what
          FROM deals d WHERE d.theirs IS NOT NULL
        UNION ALL
        SELECT e.since, jsonb_build_object('sort', 'decide', 'post', p.id, 'title', p.title)
          FROM engagement e JOIN post p ON p.id = e.post_id
         WHERE e.status = 'disputed' AND e.helper_id <> $1
           AND NOT EXISTS (SELECT FROM engagement_receiver g WHERE g.engagement_id = e.id AND g.member_id = $1)
           AND ($5::boolean OR p.site_id = ANY ($4) OR p.site_id IS NULL AND cardinality($4::bigint[]) > 0)
        UNION ALL
        SELECT min(w.created_at), jsonb_build_object('sort', 'answers', 'post', p.id, 'title', p.title, 'count', count(*))
          FROM post p JOIN answer w ON w.post_id = p.id AND w.status = 'proposed'
         WHERE p.author_id = $1 AND p.status = 'published' AND p.expires_at > $2
         GROUP BY p.id, p.title
        UNION ALL
        SELECT p.expires_at, jsonb_build_object('sort', 'expiring', 'post', p.id, 'title', p.title, 'until', p.expires_at)
          FROM post p
         WHERE p.author_id = $1 AND p.status = 'published' AND p.expires_at > $2
           AND p.expires_at <= $2::timestamptz + interval '3 days')
      SELECT (SELECT jsonb_build_object(
                'all', count(*), 'request', count(*) FILTER (WHERE kind = 'request'),
                'offer', count(*) FILTER (WHERE kind = 'offer'), 'question', count(*) FILTER (WHERE kind = 'question'),
                'unanswered', count(*) FILTER (WHERE NOT answered),
                'urgent', count(*) FILTER (WHERE needed_by < $2::timestamptz + interval '3 days'),
                'known', count(*) FILTER (WHERE known), 'mine', count(*) FILTER (WHERE author_id = $1)) FROM shown) AS counts,
             (SELECT coalesce(jsonb_agg(d.what ORDER BY d.at), '[]') FROM (SELECT what, at FROM due ORDER BY at LIMIT 5) d) AS due,
             ARRAY(SELECT k.name FROM member_skill m JOIN skill k ON k.id = m.skill_id
                    WHERE m.member_id = $1 AND m.sort = 'offers' ORDER BY k.name) AS skills,
             (SELECT count(*)::int FROM post p WHERE p.author_id = $1 AND p.status = 'draft' AND p.expires_at > $2) AS drafts,
             (SELECT s.name FROM site s WHERE s.id = $3) AS home,
             (SELECT count(DISTINCT w.post_id)::int FROM answer w JOIN post p ON p.id = w.post_id
               WHERE w.status = 'accepted' AND p.published_at > $2::timestamptz - interval '90 days') AS solved
      """;

  /**
   * What stands beside the list.
   *
   * @param counts how many there are, by the word of the filter
   * @param due what waits for the reader, the oldest first
   * @param home the name of their site; may be empty
   * @param drafts how many of their own nobody else sees yet
   * @param solved how many found what they needed within three months
   */
  record Aside(
      JsonObject counts,
      List<JsonObject> due,
      List<String> skills,
      String home,
      int drafts,
      int solved) {}

  Future<Aside> of(Sql sql, Who who, Instant now) {
    return sql.run(
            ASIDE,
            who.id(),
            now.atOffset(UTC),
            who.homeSite().orElse(null),
            who.coordinates().toArray(Long[]::new),
            who.administrator())
        .map(rows -> aside(rows.iterator().next()));
  }

  private static Aside aside(Row row) {
    JsonArray due = row.getJsonArray("due");
    String home = row.getString("home");
    return new Aside(
        row.getJsonObject("counts"),
        due.stream().map(JsonObject.class::cast).toList(),
        List.of(row.getArrayOfStrings("skills")),
        home == null ? "" : home,
        row.getInteger("drafts"),
        row.getInteger("solved"));
  }
}
