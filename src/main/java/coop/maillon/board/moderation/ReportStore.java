package coop.maillon.board.moderation;

import static java.time.ZoneOffset.UTC;

import coop.maillon.board.AnswerId;
import coop.maillon.board.PostId;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All the SQL of reports and of what was done about them. A report is about the post ($1) where there is no answer ($2). */
final class ReportStore {

  private static final String ABOUT =
      " (r.post_id = $1::bigint AND $2::bigint IS NULL OR r.answer_id = $2::bigint) ";

  private static final String FILE = """
      INSERT INTO report (post_id, answer_id, reporter_id, reason, wish, named, at)
      VALUES (CASE WHEN $2::bigint IS NULL THEN $1::bigint END, $2, $3, $4, $5, $6, $7)
      ON CONFLICT DO NOTHING
      """;

  /** Of how many members; whose report was decided on before has had their say. */
  private static final String VOICES =
      "SELECT count(*)::int AS voices FROM report r WHERE r.closed_at IS NULL AND" + ABOUT + """
         AND NOT EXISTS (SELECT FROM report b
                          WHERE b.closed_at IS NOT NULL AND b.reporter_id = r.reporter_id
                            AND (b.post_id = r.post_id OR b.answer_id = r.answer_id))
      """;

  private static final String HIDE_POST =
      "UPDATE post SET hidden_at = $2 WHERE id = $1 AND hidden_at IS NULL";
  private static final String HIDE_ANSWER =
      "UPDATE answer SET hidden_at = $2 WHERE id = $1 AND hidden_at IS NULL";
  private static final String SHOW_POST = "UPDATE post SET hidden_at = NULL WHERE id = $1";
  private static final String SHOW_ANSWER = "UPDATE answer SET hidden_at = NULL WHERE id = $1";

  private static final String LOG = """
      INSERT INTO moderation (post_id, answer_id, act, by_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6)
      """;

  private static final String CLOSE =
      "UPDATE report r SET closed_at = $3, closed_by = $4, outcome = $5 WHERE r.closed_at IS NULL AND"
          + ABOUT;

  private static final String STANDING =
      "SELECT ARRAY(SELECT r.reporter_id FROM report r WHERE r.closed_at IS NULL AND" + ABOUT + """
             ORDER BY r.id) AS reporters,
             CASE WHEN $2::bigint IS NULL THEN (SELECT p.hidden_at FROM post p WHERE p.id = $1)
                  ELSE (SELECT w.hidden_at FROM answer w WHERE w.id = $2) END IS NOT NULL AS hidden
      """;

  private static final String PENDING = """
      WITH thing AS (
        SELECT p.id AS post, NULL::bigint AS answer, p.author_id, p.body, p.hidden_at
          FROM post p
         WHERE p.hidden_at IS NOT NULL
            OR p.id IN (SELECT r.post_id FROM report r WHERE r.closed_at IS NULL)
        UNION ALL
        SELECT w.post_id, w.id, w.member_id, w.body, w.hidden_at
          FROM answer w
         WHERE w.hidden_at IS NOT NULL
            OR w.id IN (SELECT r.answer_id FROM report r WHERE r.closed_at IS NULL))
      SELECT t.post, t.answer, t.body, t.hidden_at, p.title, m.name AS author,
             (SELECT coalesce(jsonb_agg(jsonb_build_object(
                       'reason', r.reason, 'wish', r.wish, 'named', r.named, 'at', r.at, 'by', n.name) ORDER BY r.id), '[]')
                FROM report r JOIN member n ON n.id = r.reporter_id
               WHERE r.closed_at IS NULL
                 AND (t.answer IS NULL AND r.post_id = t.post OR r.answer_id = t.answer)) AS complaints
        FROM thing t
        JOIN post p ON p.id = t.post
        JOIN member m ON m.id = t.author_id
       WHERE ($3::boolean OR p.site_id = ANY ($2) OR p.site_id IS NULL AND cardinality($2::bigint[]) > 0)
         AND p.author_id <> $1
         AND NOT EXISTS (SELECT FROM answer w WHERE w.post_id = p.id AND w.member_id = $1)
         AND NOT EXISTS (SELECT FROM report r
                          WHERE r.closed_at IS NULL AND r.reporter_id = $1
                            AND (t.answer IS NULL AND r.post_id = t.post OR r.answer_id = t.answer))
       ORDER BY (SELECT min(r.at) FROM report r
                  WHERE r.closed_at IS NULL
                    AND (t.answer IS NULL AND r.post_id = t.post OR r.answer_id = t.answer)) NULLS LAST,
                t.hidden_at DESC, t.post, t.answer
       LIMIT 60
      """;

  /** With what those said whose reports stood at that moment: until the first decision after it. */
  private static final String RULINGS = """
      SELECT d.answer_id, d.act, d.reason, d.at, b.name AS by,
             (SELECT coalesce(jsonb_agg(jsonb_build_object(
                       'by', CASE WHEN r.named THEN n.name ELSE '' END, 'reason', r.reason) ORDER BY r.id), '[]')
                     FROM report r JOIN member n ON n.id = r.reporter_id
                    WHERE d.act = 'hide' AND r.at <= d.at AND (r.closed_at IS NULL OR r.closed_at >= d.at)
                      AND (d.answer_id IS NULL AND r.post_id = d.post_id OR r.answer_id = d.answer_id)) AS complaints
        FROM moderation d
        LEFT JOIN member b ON b.id = d.by_id
       WHERE d.post_id = $1
       ORDER BY d.id
      """;

  /** Who says what about what. */
  record Filing(long reporter, Subject subject, Complaint complaint) {}

  /** What is done, by whom and why. */
  record Entry(Subject subject, Ruling ruling, Optional<Long> by, String reason) {}

  /** What a decision starts from. */
  record Facts(Ruling.Standing standing, List<Long> reporters) {}

  /** Whether they had not said so before. */
  Future<Boolean> file(Tx tx, Filing filing, Instant now) {
    var complaint = filing.complaint();
    return tx.run(
            FILE,
            filing.subject().post().value(),
            answer(filing.subject()),
            filing.reporter(),
            complaint.reason(),
            complaint.wish(),
            complaint.naming() == Complaint.Naming.NAMED,
            now.atOffset(UTC))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Integer> voices(Tx tx, Subject subject) {
    return tx.run(VOICES, subject.post().value(), answer(subject))
        .map(rows -> rows.iterator().next().getInteger("voices"));
  }

  /** Whether it was seen until now. */
  Future<Boolean> hide(Tx tx, Subject subject, Instant now) {
    return tx.run(
            subject.answer().isPresent() ? HIDE_ANSWER : HIDE_POST, row(subject), now.atOffset(UTC))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Void> show(Tx tx, Subject subject) {
    return tx.run(subject.answer().isPresent() ? SHOW_ANSWER : SHOW_POST, row(subject))
        .mapEmpty();
  }

  Future<Void> log(Tx tx, Entry entry, Instant now) {
    return tx.run(
            LOG,
            entry.subject().post().value(),
            answer(entry.subject()),
            entry.ruling().word(),
            entry.by().orElse(null),
            entry.reason(),
            now.atOffset(UTC))
        .mapEmpty();
  }

  Future<Void> close(Tx tx, Entry entry, Instant now) {
    return tx.run(
            CLOSE,
            entry.subject().post().value(),
            answer(entry.subject()),
            now.atOffset(UTC),
            entry.by().orElse(null),
            entry.ruling().word())
        .mapEmpty();
  }

  Future<Facts> standing(Tx tx, Subject subject) {
    return tx.run(STANDING, subject.post().value(), answer(subject)).map(rows -> {
      Row row = rows.iterator().next();
      var reporters = List.of(row.getArrayOfLongs("reporters"));
      return new Facts(
          new Ruling.Standing(row.getBoolean("hidden"), !reporters.isEmpty()), reporters);
    });
  }

  Future<List<Pending>> pending(Sql sql, Who who) {
    return sql.run(PENDING, who.id(), who.coordinates().toArray(Long[]::new), who.administrator())
        .map(rows -> {
          List<Pending> all = new ArrayList<>();
          rows.forEach(row -> all.add(pending(row)));
          return all;
        });
  }

  private static Pending pending(Row row) {
    return new Pending(
        new Subject(new PostId(row.getLong("post")), answer(row, "answer")),
        row.getString("author"),
        row.getString("title"),
        row.getString("body"),
        Optional.ofNullable(row.getOffsetDateTime("hidden_at")).map(OffsetDateTime::toInstant),
        complaints(row.getJsonArray("complaints")));
  }

  private static List<Complaint.Filed> complaints(JsonArray all) {
    return all.stream()
        .map(JsonObject.class::cast)
        .map(one -> new Complaint.Filed(
            new Complaint(
                one.getString("reason"),
                one.getString("wish"),
                Complaint.Naming.of(one.getBoolean("named"))),
            one.getString("by"),
            OffsetDateTime.parse(one.getString("at")).toInstant()))
        .toList();
  }

  Future<List<Ruled>> rulings(Sql sql, PostId post) {
    return sql.run(RULINGS, post.value()).map(rows -> {
      List<Ruled> all = new ArrayList<>();
      rows.forEach(row -> all.add(new Ruled(
          answer(row, "answer_id"),
          Ruling.of(row.getString("act")).orElseThrow(),
          Optional.ofNullable(row.getString("by")),
          row.getString("reason"),
          row.getOffsetDateTime("at").toInstant(),
          row.getJsonArray("complaints").stream()
              .map(JsonObject.class::cast)
              .map(one -> new Ruled.Said(one.getString("by"), one.getString("reason")))
              .toList())));
      return all;
    });
  }

  private static Optional<AnswerId> answer(Row row, String column) {
    return Optional.ofNullable(row.getLong(column)).map(AnswerId::new);
  }

  private static @Nullable Long answer(Subject subject) {
    return subject.answer().map(AnswerId::value).orElse(null);
  }

  private static long row(Subject subject) {
    return subject.answer().map(AnswerId::value).orElse(subject.post().value());
  }
}
