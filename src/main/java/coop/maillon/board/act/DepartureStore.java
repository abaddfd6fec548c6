package coop.maillon.board.act;

import coop.maillon.board.AnswerId;
import coop.maillon.board.EngagementId;
import coop.maillon.board.PostId;
import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** All the SQL of finding what somebody who leaves would leave behind. */
final class DepartureStore {

  private static final String LEAVING = """
      SELECT m.id FROM member m
       WHERE m.state = 'left'
         AND (EXISTS (SELECT FROM post p WHERE p.author_id = m.id AND p.status IN ('draft', 'published'))
           OR EXISTS (SELECT FROM answer w WHERE w.member_id = m.id AND w.status IN ('proposed', 'waiting'))
           OR EXISTS (SELECT FROM engagement e WHERE e.helper_id = m.id AND e.status IN ('agreed', 'declared', 'disputed'))
           OR EXISTS (SELECT FROM engagement_receiver g JOIN engagement e ON e.id = g.engagement_id
                       WHERE g.member_id = m.id AND e.status IN ('agreed', 'declared', 'disputed'))
           OR EXISTS (SELECT FROM member_skill k WHERE k.member_id = m.id)
           OR EXISTS (SELECT FROM account a JOIN entry n ON n.account_id = a.id
                       WHERE a.member_id = m.id AND a.currency = 'minutes'
                       GROUP BY a.id HAVING sum(n.amount) <> 0))
       ORDER BY m.id
      """;

  private static final String FORGET_SKILLS = """
      WITH gone AS (DELETE FROM member_skill WHERE member_id = $1)
      UPDATE member SET asked = false, shows_presence = false WHERE id = $1
      """;

  private static final String POSTS = """
      SELECT id FROM post WHERE author_id = $1 AND status IN ('draft', 'published') ORDER BY id
      """;

  private static final String ANSWERS = """
      SELECT id FROM answer WHERE member_id = $1 AND status IN ('proposed', 'waiting') ORDER BY id
      """;

  private static final String ENGAGEMENTS = """
      SELECT e.id FROM engagement e
       WHERE e.status IN ('agreed', 'declared', 'disputed')
         AND (e.helper_id = $1
              OR EXISTS (SELECT FROM engagement_receiver g WHERE g.engagement_id = e.id AND g.member_id = $1))
       ORDER BY e.id
      """;

  /** Those who have left and still have something. */
  Future<List<MemberId>> leaving(Sql sql) {
    return sql.run(LEAVING).map(rows -> {
      List<MemberId> all = new ArrayList<>();
      rows.forEach(row -> all.add(new MemberId(row.getLong("id"))));
      return all;
    });
  }

  /** What they said that they know and look for. */
  Future<Void> forgetSkills(Sql sql, MemberId member) {
    return sql.run(FORGET_SKILLS, member.value()).mapEmpty();
  }

  Future<List<PostId>> posts(Sql sql, MemberId member) {
    return ids(sql, POSTS, member, PostId::new);
  }

  Future<List<AnswerId>> answers(Sql sql, MemberId member) {
    return ids(sql, ANSWERS, member, AnswerId::new);
  }

  Future<List<EngagementId>> engagements(Sql sql, MemberId member) {
    return ids(sql, ENGAGEMENTS, member, EngagementId::new);
  }

  private static <T> Future<List<T>> ids(
      Sql sql, String statement, MemberId member, LongFunction<T> id) {
    return sql.run(statement, member.value()).map(rows -> {
      List<T> ids = new ArrayList<>();
      rows.forEach(row -> ids.add(id.apply(row.getLong("id"))));
      return ids;
    });
  }
}
