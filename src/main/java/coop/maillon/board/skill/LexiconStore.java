package coop.maillon.board.skill;

import coop.maillon.board.search.Plain;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All the SQL of the words that skills go by. */
final class LexiconStore {

  static final int MOST = 500;

  private static final String ALL = """
      SELECT k.name, k.rome,
             ARRAY(SELECT x.name FROM skill_alias x WHERE x.skill_id = k.id ORDER BY x.plain) AS others,
             (SELECT count(*)::int FROM member_skill s WHERE s.skill_id = k.id AND s.sort = 'offers') AS people,
             (SELECT count(*)::int FROM post_skill p WHERE p.skill_id = k.id) AS posts
        FROM skill k
       WHERE k.merged_into IS NULL AND ($1 = '' OR k.plain LIKE '%' || $1 || '%')
       ORDER BY k.plain
       LIMIT $2
      """;

  /** Both rows, in one order for whoever merges at the same time; what is merged already has another name. */
  private static final String FOR_MERGING = """
      SELECT k.id, k.plain FROM skill k WHERE k.plain = ANY ($1) AND k.merged_into IS NULL ORDER BY k.id FOR UPDATE
      """;

  private static final String MOVE_PEOPLE = """
      WITH gone AS (DELETE FROM member_skill WHERE skill_id = $1 RETURNING member_id, sort)
      INSERT INTO member_skill (member_id, skill_id, sort) SELECT member_id, $2, sort FROM gone ON CONFLICT DO NOTHING
      """;

  private static final String MOVE_POSTS = """
      INSERT INTO post_skill (post_id, skill_id, position) SELECT post_id, $2, position FROM post_skill WHERE skill_id = $1
      ON CONFLICT DO NOTHING
      """;

  private static final String DROP_POSTS = "DELETE FROM post_skill WHERE skill_id = $1";

  private static final String MOVE_CONFIRMED = """
      WITH gone AS (DELETE FROM skill_confirmed WHERE skill_id = $1 RETURNING member_id, by_id, engagement_id)
      INSERT INTO skill_confirmed (skill_id, member_id, by_id, engagement_id)
      SELECT $2, member_id, by_id, engagement_id FROM gone ON CONFLICT DO NOTHING
      """;

  private static final String MOVE_WORDS =
      "UPDATE skill_alias SET skill_id = $2 WHERE skill_id = $1";

  private static final String ADD_WORD = """
      INSERT INTO skill_alias (plain, name, skill_id) SELECT k.plain, k.name, $2 FROM skill k WHERE k.id = $1
      ON CONFLICT (plain) DO UPDATE SET skill_id = excluded.skill_id
      """;

  private static final String MERGE =
      "UPDATE skill SET merged_into = $2 WHERE id = $1 OR merged_into = $1";

  private static final String INHERIT = """
      UPDATE skill SET rome = coalesce(rome, (SELECT o.rome FROM skill o WHERE o.id = $1)) WHERE id = $2
      """;

  private static final String TIE =
      "UPDATE skill SET rome = NULLIF($2, '') WHERE plain = $1 AND merged_into IS NULL";

  /** Those whose name has that in it. */
  Future<List<Entry>> all(Sql sql, String part) {
    String known = Plain.of(part).replaceAll("[%_\\\\]", "");
    return sql.run(ALL, known, MOST).map(rows -> {
      var all = new ArrayList<Entry>(rows.size());
      rows.forEach(row -> all.add(entry(row)));
      return all;
    });
  }

  /** The live skills of those names, under a lock: plain name → id. */
  Future<Map<String, Long>> locked(Tx tx, String... names) {
    var plain = List.of(names).stream().map(Plain::of).toArray(String[]::new);
    return tx.run(FOR_MERGING, (Object) plain).map(rows -> {
      var found = new HashMap<String, Long>();
      rows.forEach(row -> found.put(row.getString("plain"), row.getLong("id")));
      return found;
    });
  }

  /** Everything that the one had is the other's. */
  Future<Void> merge(Tx tx, long one, long into) {
    Future<?> last = Future.succeededFuture();
    for (String statement :
        List.of(MOVE_PEOPLE, MOVE_POSTS, MOVE_CONFIRMED, MOVE_WORDS, ADD_WORD, INHERIT, MERGE)) {
      last = last.compose(done -> tx.run(statement, one, into));
    }
    return last.compose(done -> tx.run(DROP_POSTS, one)).mapEmpty();
  }

  /** False where there is no such skill. */
  Future<Boolean> tie(Tx tx, String name, String code) {
    return tx.run(TIE, Plain.of(name), code).map(rows -> rows.rowCount() == 1);
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getString("name"),
        List.of(row.getArrayOfStrings("others")),
        Optional.ofNullable(row.getString("rome")),
        row.getInteger("people"),
        row.getInteger("posts"));
  }
}
