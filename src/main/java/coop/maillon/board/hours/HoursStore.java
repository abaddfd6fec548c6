package coop.maillon.board.hours;

import static java.time.ZoneOffset.UTC;

import coop.maillon.board.EngagementId;
import coop.maillon.board.PostId;
import coop.maillon.db.Sql;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

  /** Those that a coordinator who is no party decides on, or may take back: disputes first, then what was given last. */
  private static final String TO_OVERSEE = """
      SELECT e.id, e.status, p.id AS post, p.title, e.since, e.final_minutes AS minutes, h.name AS helper,
             ARRAY(SELECT m.name FROM engagement_receiver g JOIN member m ON m.id = g.member_id
                    WHERE g.engagement_id = e.id ORDER BY g.position) AS receivers
        FROM engagement e
        JOIN post p ON p.id = e.post_id
        JOIN member h ON h.id = e.helper_id
       WHERE (e.status = 'disputed'
              OR e.status = 'confirmed' AND e.transfer_id IS NOT NULL AND e.since > $4
                 AND NOT EXISTS (SELECT FROM transfer t WHERE t.reverses = e.transfer_id))
         AND e.helper_id <> $1
         AND NOT EXISTS (SELECT FROM engagement_receiver g WHERE g.engagement_id = e.id AND g.member_id = $1)
         AND ($3::boolean OR p.site_id = ANY ($2) OR p.site_id IS NULL AND cardinality($2::bigint[]) > 0)
       ORDER BY e.status DESC, e.since DESC
       LIMIT 60
      """;

  /** @param since from when on what was given is looked at */
  Future<List<Overseen>> overseen(Sql sql, Who who, Instant since) {
    return sql.run(
            TO_OVERSEE,
            who.id(),
            who.coordinates().toArray(Long[]::new),
            who.administrator(),
            since.atOffset(UTC))
        .map(rows -> {
          var all = new ArrayList<Overseen>();
          rows.forEach(row -> all.add(overseen(row)));
          return all;
        });
  }

  private static Overseen overseen(Row row) {
    return new Overseen(
        new EngagementId(row.getLong("id")),
        new Hours.Subject(row.getLong("post"), row.getString("title")),
        row.getString("status").equals("disputed"),
        row.getString("helper"),
        List.of(row.getArrayOfStrings("receivers")),
        row.getInteger("minutes") == null ? 0 : row.getInteger("minutes"),
        row.getOffsetDateTime("since").toInstant());
  }

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
    return subjects(sql, List.of(engagement))
        .map(found ->
            Optional.ofNullable(found.get(engagement)).map(subject -> new PostId(subject.post())));
  }
}
