package coop.maillon.board.skill;

import static java.time.ZoneOffset.UTC;

import coop.maillon.board.Post;
import coop.maillon.board.skill.Matching.Match;
import coop.maillon.board.skill.Matching.Nearness;
import coop.maillon.board.skill.Matching.Reason;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.resource.ResourceId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** All the SQL of asking those who know. */
final class MatchStore {

  /** More would be a circular letter. */
  private static final int MOST = 12;

  /** Whether a member has something booked at a site, from now until the day there ends. */
  private static String here(String member, String site) {
    return """
        EXISTS (SELECT FROM booking b
                  JOIN booked d ON d.booking_id = b.id
                  JOIN resource r ON r.id = d.resource_id
                 WHERE b.member_id = %s AND b.status IN ('confirmed', 'started') AND r.site_id = %s
                   AND b.ends_at > $4 AND b.starts_at < $5)""".formatted(member, site);
  }

  private static final String TELL = """
      WITH needed AS (
        SELECT r.id, r.site_id, s.name AS site,
               ARRAY(SELECT jsonb_array_elements_text(coalesce(r.policy -> 'habilitations', s.policy -> 'habilitations'))) AS slugs
          FROM resource r JOIN site s ON s.id = r.site_id
         WHERE r.id = $7::bigint),
      reasons AS (
        SELECT ms.member_id, 0 AS reason, count(*) AS many, (array_agg(k.name ORDER BY ps.position))[1] AS word
          FROM post_skill ps
          JOIN skill k ON k.id = ps.skill_id
          JOIN member_skill ms ON ms.skill_id = ps.skill_id AND ms.sort = 'offers'
         WHERE ps.post_id = $1
         GROUP BY ms.member_id
        UNION ALL
        SELECT mh.member_id, 1, 1, h.name
          FROM needed n
          JOIN habilitation h ON h.slug = ANY (n.slugs)
          JOIN member_habilitation mh ON mh.habilitation_id = h.id AND mh.withdrawn_at IS NULL
           AND mh.valid_from <= $8::date AND (mh.valid_until IS NULL OR mh.valid_until >= $8::date)
        UNION ALL
        SELECT m.id, 2, 1, n.site FROM needed n JOIN member m ON m.shows_presence AND m.asked AND HERE_OF_ANYBODY),
      able AS (
        SELECT DISTINCT ON (x.member_id) x.member_id, x.reason, x.many, x.word
          FROM reasons x
          JOIN member m ON m.id = x.member_id AND m.state = 'active' AND NOT m.guest AND m.asked
         WHERE x.member_id <> $2
           AND NOT EXISTS (SELECT FROM post_told t WHERE t.post_id = $1 AND t.member_id = x.member_id)
           AND NOT EXISTS (SELECT FROM answer w WHERE w.post_id = $1 AND w.member_id = x.member_id)
         ORDER BY x.member_id, x.reason, x.word),
      chosen AS (
        SELECT a.member_id, a.reason, a.word, a.many, coalesce(m.home_site_id = $3, false) AS home,
               HERE_OF_THE_ABLE AS here
          FROM able a JOIN member m ON m.id = a.member_id
         ORDER BY here DESC, a.reason, home DESC, a.many DESC, a.member_id
         LIMIT $6),
      told AS (
        INSERT INTO post_told (post_id, member_id, at) SELECT $1, member_id, $4::timestamptz FROM chosen
        ON CONFLICT DO NOTHING RETURNING member_id)
      SELECT c.member_id, c.reason, c.word, c.home, c.here FROM chosen c JOIN told t ON t.member_id = c.member_id ORDER BY c.member_id
      """.replace("HERE_OF_THE_ABLE", here("a.member_id", "$3"))
      .replace("HERE_OF_ANYBODY", here("m.id", "n.site_id"));

  /** From now until the end of the day where the post is. */
  record Today(Instant now, Instant tonight, LocalDate day) {}

  /** Notes whom it tells, so that nobody is told twice. */
  Future<List<Match>> tell(Tx tx, Post post, Today today) {
    return tx.run(
            TELL,
            post.id().value(),
            post.author().id().value(),
            post.draft().site().map(site -> site.value()).orElse(null),
            today.now().atOffset(UTC),
            today.tonight().atOffset(UTC),
            MOST,
            post.draft().ties().resource().map(ResourceId::value).orElse(null),
            today.day())
        .map(rows -> {
          var all = new ArrayList<Match>(rows.size());
          rows.forEach(row -> all.add(match(row)));
          return all;
        });
  }

  private static Match match(Row row) {
    var nearness = row.getBoolean("here")
        ? Nearness.HERE
        : row.getBoolean("home") ? Nearness.HOME : Nearness.ANYWHERE;
    return new Match(
        new MemberId(row.getLong("member_id")),
        Reason.values()[row.getInteger("reason")],
        row.getString("word"),
        nearness);
  }
}
