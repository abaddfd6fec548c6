package coop.maillon.board.skill;

import static java.time.ZoneOffset.UTC;

import coop.maillon.board.Post;
import coop.maillon.board.skill.Matching.Match;
import coop.maillon.board.skill.Matching.Nearness;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All the SQL of asking those who know. */
final class MatchStore {

  /** More would be a circular letter. */
  private static final int MOST = 12;

  private static final String TELL = """
      WITH able AS (
        SELECT ms.member_id, count(*) AS many, (array_agg(k.name ORDER BY ps.position))[1] AS skill
          FROM post_skill ps
          JOIN skill k ON k.id = ps.skill_id
          JOIN member_skill ms ON ms.skill_id = ps.skill_id AND ms.sort = 'offers'
          JOIN member m ON m.id = ms.member_id AND m.state = 'active' AND NOT m.guest AND m.asked
         WHERE ps.post_id = $1 AND ms.member_id <> $2
           AND NOT EXISTS (SELECT FROM post_told t WHERE t.post_id = $1 AND t.member_id = ms.member_id)
           AND NOT EXISTS (SELECT FROM answer w WHERE w.post_id = $1 AND w.member_id = ms.member_id)
         GROUP BY ms.member_id),
      chosen AS (
        SELECT a.member_id, a.skill, a.many, coalesce(m.home_site_id = $3, false) AS home,
               EXISTS (SELECT FROM booking b
                         JOIN booked d ON d.booking_id = b.id
                         JOIN resource r ON r.id = d.resource_id
                        WHERE b.member_id = a.member_id AND b.status IN ('confirmed', 'started') AND r.site_id = $3
                          AND b.ends_at > $4 AND b.starts_at < $5) AS here
          FROM able a JOIN member m ON m.id = a.member_id
         ORDER BY here DESC, home DESC, a.many DESC, a.member_id
         LIMIT $6),
      told AS (
        INSERT INTO post_told (post_id, member_id, at) SELECT $1, member_id, $4::timestamptz FROM chosen
        ON CONFLICT DO NOTHING RETURNING member_id)
      SELECT c.member_id, c.skill, c.home, c.here FROM chosen c JOIN told t ON t.member_id = c.member_id ORDER BY c.member_id
      """;

  /** From now until the end of the day where the post is. */
  record Today(Instant now, Instant tonight) {}

  /** Notes whom it tells, so that nobody is told twice. */
  Future<List<Match>> tell(Tx tx, Post post, Today today) {
    return tx.run(
            TELL,
            post.id().value(),
            post.author().id().value(),
            post.draft().site().map(site -> site.value()).orElse(null),
            today.now().atOffset(UTC),
            today.tonight().atOffset(UTC),
            MOST)
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
    return new Match(new MemberId(row.getLong("member_id")), row.getString("skill"), nearness);
  }
}
