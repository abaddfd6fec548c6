package coop.maillon.member.account;

import static java.time.ZoneOffset.UTC;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** All the SQL of leaving. */
final class GoodbyeStore {

  private static final String LEAVE = """
      UPDATE member SET state = 'left', left_at = $2, administrator = false, password_hash = NULL WHERE id = $1
      """;

  private static final List<String> DROPPED = List.of(
      "DELETE FROM coordinates WHERE member_id = $1",
      "DELETE FROM group_member WHERE member_id = $1",
      "DELETE FROM api_token WHERE member_id = $1",
      "DELETE FROM mailed_link WHERE member_id = $1");

  private static final String SINCE =
      "SELECT id FROM member WHERE state = 'left' AND left_at > $1 ORDER BY id";

  private static final String IS_LAST = """
      SELECT bool_and(id = $1) AS last FROM member WHERE administrator AND state = 'active'
      """;

  Future<Void> leave(Tx tx, MemberId id, Instant now) {
    var left = tx.run(LEAVE, id.value(), now.atOffset(UTC));
    var dropped =
        DROPPED.stream().map(statement -> tx.run(statement, id.value())).toList();
    return left.compose(done -> Future.all(dropped)).mapEmpty();
  }

  Future<List<MemberId>> since(Sql sql, Instant then) {
    return sql.run(SINCE, then.atOffset(UTC))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new MemberId(row.getLong("id")))
            .toList());
  }

  Future<Boolean> isLastAdministrator(Sql sql, MemberId id) {
    return sql.run(IS_LAST, id.value())
        .map(rows -> Boolean.TRUE.equals(rows.iterator().next().getBoolean("last")));
  }
}
