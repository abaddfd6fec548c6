package coop.maillon.notification;

import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** All the SQL of mail that waits, left or failed. */
final class MailStore {

  private static final String QUEUE = """
      INSERT INTO mail (member_id, recipient, subject, body_text, body_html, created_at, not_before)
      VALUES ($1, $2, $3, $4, $5, $6, $6)
      """;

  /** Only that there is something to write: it is written when it leaves, from the message of that number. */
  private static final String QUEUE_NOTICES = """
      INSERT INTO mail (member_id, seq, recipient, subject, body_text, body_html, created_at, not_before)
      SELECT n.member_id, n.seq, n.recipient, '', '', '', $4, $4
        FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS n (member_id, seq, recipient)
      ON CONFLICT (member_id, seq) DO NOTHING
      """;

  private static final String COLUMNS = """
      SELECT q.id AS mail_id, q.seq, q.recipient, q.subject, q.body_text, q.body_html, q.created_at, q.not_before, q.tries,
             q.sent_at IS NOT NULL AS sent, q.dead_at IS NOT NULL AS dead, q.problem,
             q.is_digest, i.kind, i.data, m.id, m.name, m.email, m.language
      """;

  private static final String MESSAGE = """
        LEFT JOIN inbox i ON i.member_id = q.member_id AND i.seq = q.seq
        LEFT JOIN member m ON m.id = q.member_id
      """;

  /** Leased: if this node dies while sending, another one tries again after the lease. Under way it has no problem. */
  private static final String CLAIM =
      """
      WITH claimed AS (
        UPDATE mail
           SET tries = tries + 1, not_before = $2, problem = ''
         WHERE id IN (SELECT id FROM mail
                       WHERE sent_at IS NULL AND dead_at IS NULL AND withheld_at IS NULL
                         AND NOT held AND not_before <= $1
                       ORDER BY not_before, id
                       LIMIT $3
                         FOR UPDATE SKIP LOCKED)
        RETURNING *)
      """ + COLUMNS + " FROM claimed q" + MESSAGE + " ORDER BY q.id";

  /** What was sent is not kept: a mail may hold a link that opens an account. */
  private static final String SENT = """
      UPDATE mail SET sent_at = $2, body_text = '', body_html = ''
       WHERE id = $1
      """;

  /** It was claimed and not tried. */
  private static final String PUT_OFF =
      "UPDATE mail SET not_before = $2, tries = greatest(tries - 1, 0) WHERE id = $1";

  private static final String HOLD =
      "UPDATE mail SET not_before = $2, tries = greatest(tries - 1, 0), held = true WHERE id = $1";

  private static final String WITHHOLD =
      "UPDATE mail SET withheld_at = $2, tries = greatest(tries - 1, 0) WHERE id = $1";

  private static final String DIGEST_DUE = """
      SELECT EXISTS (SELECT 1 FROM mail
                      WHERE sent_at IS NULL AND dead_at IS NULL AND withheld_at IS NULL AND held AND not_before <= $1) AS any
      """;

  /** One mail a person of all that is held for them: it counts as sent with it. */
  private static final String GATHER = """
      WITH due AS (
        SELECT DISTINCT m.id, m.email
          FROM mail q JOIN member m ON m.id = q.member_id
         WHERE q.sent_at IS NULL AND q.dead_at IS NULL AND q.withheld_at IS NULL AND q.held AND q.not_before <= $1),
      made AS (
        INSERT INTO mail (member_id, recipient, subject, body_text, body_html, created_at, not_before, is_digest)
        SELECT id, email, '', '', '', $1, $1, true FROM due
        RETURNING id, member_id)
      UPDATE mail q SET digest_id = made.id, sent_at = $1
        FROM made
       WHERE q.member_id = made.member_id
         AND q.sent_at IS NULL AND q.dead_at IS NULL AND q.withheld_at IS NULL AND q.held
      """;

  private static final String GATHERED =
      COLUMNS + " FROM mail q" + MESSAGE + " WHERE q.digest_id = $1 ORDER BY q.seq";

  private static final String RETRY = "UPDATE mail SET not_before = $2, problem = $3 WHERE id = $1";

  private static final String DEAD = "UPDATE mail SET dead_at = $2, problem = $3 WHERE id = $1";

  /** What has failed; what is under way stays so, or it would leave twice. */
  private static final String REVIVE = """
      UPDATE mail SET dead_at = NULL, tries = 0, not_before = $1
       WHERE sent_at IS NULL AND (dead_at IS NOT NULL OR tries > 0 AND problem <> '')
      """;

  private static final String COUNTS = """
      SELECT count(*) FILTER (WHERE sent_at IS NULL AND dead_at IS NULL AND NOT held) AS waiting,
             count(*) FILTER (WHERE sent_at IS NULL AND held) AS held,
             count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead,
             count(*) FILTER (WHERE sent_at > $1 AND digest_id IS NULL) AS sent
        FROM mail
       WHERE withheld_at IS NULL
      """;

  private static final String UNSENT = COLUMNS + " FROM mail q" + MESSAGE
      + " WHERE q.sent_at IS NULL AND q.withheld_at IS NULL AND NOT q.held"
      + " ORDER BY q.id DESC LIMIT $1";

  private static final String LATEST =
      COLUMNS + " FROM mail q" + MESSAGE + " ORDER BY q.id DESC LIMIT $1";

  private static final String ONE = COLUMNS + " FROM mail q" + MESSAGE + " WHERE q.id = $1";

  private static final String FORGET =
      "DELETE FROM mail WHERE greatest(created_at, not_before) < $1";

  Future<Void> queue(Sql sql, MemberId member, Mail letter, Instant now) {
    var content = letter.content();
    return sql.run(
            QUEUE,
            member.value(),
            letter.recipient(),
            content.subject(),
            content.text(),
            content.html(),
            at(now))
        .mapEmpty();
  }

  Future<Void> queue(Sql sql, List<Notice> notices, Instant now) {
    return sql.run(
            QUEUE_NOTICES,
            notices.stream().map(notice -> notice.to().id().value()).toArray(Long[]::new),
            notices.stream().map(Notice::seq).toArray(Long[]::new),
            notices.stream().map(notice -> notice.to().email()).toArray(String[]::new),
            at(now))
        .mapEmpty();
  }

  Future<List<Queued>> claim(Sql sql, Instant now, Instant leaseUntil, int atMost) {
    return sql.run(CLAIM, at(now), at(leaseUntil), atMost).map(MailStore::queued);
  }

  Future<Void> sent(Sql sql, long id, Instant now) {
    return sql.run(SENT, id, at(now)).mapEmpty();
  }

  /** Looked at again then; this was no try. */
  Future<Void> putOff(Sql sql, long id, Instant until) {
    return sql.run(PUT_OFF, id, at(until)).mapEmpty();
  }

  /** Kept for the digest of that moment. */
  Future<Void> hold(Sql sql, long id, Instant digest) {
    return sql.run(HOLD, id, at(digest)).mapEmpty();
  }

  Future<Void> withhold(Sql sql, long id, Instant now) {
    return sql.run(WITHHOLD, id, at(now)).mapEmpty();
  }

  Future<Boolean> isAnyDigestDue(Sql sql, Instant now) {
    return sql.run(DIGEST_DUE, at(now)).map(rows -> rows.iterator().next().getBoolean("any"));
  }

  Future<Void> gather(Sql sql, Instant now) {
    return sql.run(GATHER, at(now)).mapEmpty();
  }

  /** What a digest tells of, in its order. */
  Future<List<Notice>> gathered(Sql sql, long digest) {
    return sql.run(GATHERED, digest)
        .map(rows ->
            queued(rows).stream().flatMap(mail -> mail.notice().stream()).toList());
  }

  Future<Void> retry(Sql sql, long id, Instant notBefore, String problem) {
    return sql.run(RETRY, id, at(notBefore), problem).mapEmpty();
  }

  Future<Void> dead(Sql sql, long id, Instant now, String problem) {
    return sql.run(DEAD, id, at(now), problem).mapEmpty();
  }

  Future<Void> revive(Sql sql, Instant now) {
    return sql.run(REVIVE, at(now)).mapEmpty();
  }

  Future<Counts> counts(Sql sql, Instant sentSince) {
    return sql.run(COUNTS, at(sentSince)).map(rows -> {
      var row = rows.iterator().next();
      return new Counts(
          row.getInteger("waiting"),
          row.getInteger("held"),
          row.getInteger("dead"),
          row.getInteger("sent"));
    });
  }

  /** The newest that have not left. */
  Future<List<Queued>> unsent(Sql sql, int atMost) {
    return sql.run(UNSENT, atMost).map(MailStore::queued);
  }

  /** The newest, sent or not. */
  Future<List<Queued>> latest(Sql sql, int atMost) {
    return sql.run(LATEST, atMost).map(MailStore::queued);
  }

  Future<Optional<Queued>> find(Sql sql, long id) {
    return sql.run(ONE, id).map(rows -> queued(rows).stream().findFirst());
  }

  Future<Void> forgetBefore(Sql sql, Instant then) {
    return sql.run(FORGET, at(then)).mapEmpty();
  }

  private static List<Queued> queued(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(MailStore::queued)
        .toList();
  }

  private static Queued queued(Row row) {
    return new Queued(
        row.getLong("mail_id"),
        row.getString("recipient"),
        Optional.ofNullable(row.getString("kind")).map(kind -> notice(row, kind)),
        row.getBoolean("is_digest") ? Optional.of(NotifierStore.reader(row)) : Optional.empty(),
        new Mail.Content(
            row.getString("subject"), row.getString("body_text"), row.getString("body_html")),
        new Queued.Course(
            row.getOffsetDateTime("created_at").toInstant(),
            row.getOffsetDateTime("not_before").toInstant(),
            row.getInteger("tries"),
            state(row),
            row.getString("problem")));
  }

  private static Queued.State state(Row row) {
    if (row.getBoolean("sent")) {
      return Queued.State.SENT;
    }
    return row.getBoolean("dead") ? Queued.State.GIVEN_UP : Queued.State.WAITING;
  }

  private static Notice notice(Row row, String kind) {
    return new Notice(
        NotifierStore.reader(row),
        row.getLong("seq"),
        kind,
        row.getJsonObject("data"),
        Notice.Urgency.NEWS);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** How many wait, how many of others wait for a digest, how many were given up, how many left lately. */
  record Counts(int waiting, int held, int dead, int sent) {}
}
