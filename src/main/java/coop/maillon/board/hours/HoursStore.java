package coop.maillon.board.hours;

import coop.maillon.board.EngagementId;
import coop.maillon.board.PostId;
import coop.maillon.db.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All the SQL of what hours were given for. */
final class HoursStore {

  private static final String SUBJECTS = """
      SELECT e.id, p.id AS post, p.title
        FROM engagement e
        JOIN post p ON p.id = e.post_id
       WHERE e.id = ANY ($1)
      """;

  Future<Map<EngagementId, Hours.Subject>> subjects(Sql sql, Collection<EngagementId> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(Map.of())
        : sql.run(SUBJECTS, (Object) ids.stream().map(EngagementId::value).toArray(Long[]::new))
            .map(rows -> {
              var subjects = new HashMap<EngagementId, Hours.Subject>();
              for (Row row : rows) {
                subjects.put(
                    new EngagementId(row.getLong("id")),
                    new Hours.Subject(row.getLong("post"), row.getString("title")));
              }
              return subjects;
            });
  }

  Future<Optional<PostId>> postOf(Sql sql, EngagementId engagement) {
    return subjects(sql, java.util.List.of(engagement))
        .map(found ->
            Optional.ofNullable(found.get(engagement)).map(subject -> new PostId(subject.post())));
  }
}
