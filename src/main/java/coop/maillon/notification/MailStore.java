package coop.maillon.notification;

import coop.maillon.db.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All the SQL of mail that waits, left or failed. */
final class MailStore {

  private static final String QUEUE = """
      INSERT INTO mail (member_id, seq, recipient, subject, body_text, body_html, calendar, calendar_method,
                        created_at, not_before)
      SELECT m.*, $9, $9
        FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
               AS m (member_id, seq, recipient, subject, body_text, body_html, calendar, calendar_method)
      ON CONFLICT (member_id, seq) DO NOTHING
      """;

  /** Leased: if this node dies while sending, another one tries again after the lease. */
  private static final String CLAIM = """
      UPDATE mail
         SET tries = tries + 1, not_before = $2
       WHERE id IN (SELECT id FROM mail
                     WHERE sent_at IS NULL AND dead_at IS NULL AND not_before <= $1
                     ORDER BY not_before, id
                     LIMIT $3
                       FOR UPDATE SKIP LOCKED)
      RETURNING id, recipient, subject, body_text, body_html, calendar, calendar_method, tries
      """;

  /** What was sent is not kept: a mail may hold a link that opens an account. */
  private static final String SENT = """
      UPDATE mail SET sent_at = $2, problem = '', body_text = '', body_html = '', calendar = NULL, calendar_method = NULL
       WHERE id = $1
      """;

  private static final String RETRY = "UPDATE mail SET not_before = $2, problem = $3 WHERE id = $1";

  private static final String DEAD = "UPDATE mail SET dead_at = $2, problem = $3 WHERE id = $1";

  private static final String REVIVE = """
      UPDATE mail SET dead_at = NULL, tries = 0, not_before = $1
       WHERE sent_at IS NULL AND (dead_at IS NOT NULL OR tries > 0)
      """;

  private static final String COUNTS = """
      SELECT count(*) FILTER (WHERE sent_at IS NULL AND dead_at IS NULL) AS waiting,
             count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead,
             count(*) FILTER (WHERE sent_at > $1) AS sent
        FROM mail
      """;

  private static final String UNSENT = """
      SELECT id, recipient, subject, created_at, not_before, tries, dead_at IS NOT NULL AS dead, problem
        FROM mail
       WHERE sent_at IS NULL
       ORDER BY id DESC
       LIMIT 100
      """;

  private static final String FORGET = "DELETE FROM mail WHERE created_at < $1";

  Future<Void> queue(Sql sql, List<Mail> mails, Instant now) {
    return sql.run(
            QUEUE,
            longs(mails, Mail::member),
            longs(mails, Mail::seq),
            texts(mails, Mail::recipient),
            texts(mails, mail -> mail.content().subject()),
            texts(mails, mail -> mail.content().text()),
            texts(mails, mail -> mail.content().html()),
            texts(mails, mail -> mail.appointed().map(Mail.Appointed::calendar).orElse(null)),
            texts(mails, mail -> mail.appointed().map(Mail.Appointed::method).orElse(null)),
            at(now))
        .mapEmpty();
  }

  Future<List<Due>> claim(Sql sql, Instant now, Instant leaseUntil, int atMost) {
    return sql.run(CLAIM, at(now), at(leaseUntil), atMost).map(rows -> list(rows, MailStore::due));
  }

  Future<Void> sent(Sql sql, long id, Instant now) {
    return sql.run(SENT, id, at(now)).mapEmpty();
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
      return new Counts(row.getInteger("waiting"), row.getInteger("dead"), row.getInteger("sent"));
    });
  }

  Future<List<Unsent>> unsent(Sql sql) {
    return sql.run(UNSENT).map(rows -> list(rows, MailStore::unsent));
  }

  Future<Void> forgetBefore(Sql sql, Instant then) {
    return sql.run(FORGET, at(then)).mapEmpty();
  }

  private static Due due(Row row) {
    var content = new Mail.Content(
        row.getString("subject"), row.getString("body_text"), row.getString("body_html"));
    var appointed = Optional.ofNullable(row.getString("calendar"))
        .map(text -> new Mail.Appointed(text, row.getString("calendar_method")));
    return new Due(
        row.getLong("id"), row.getString("recipient"), content, appointed, row.getInteger("tries"));
  }

  private static Unsent unsent(Row row) {
    return new Unsent(
        row.getString("recipient"),
        row.getString("subject"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("not_before").toInstant(),
        row.getInteger("tries"),
        row.getBoolean("dead"),
        row.getString("problem"));
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reading) {
    return StreamSupport.stream(rows.spliterator(), false).map(reading).toList();
  }

  private static Long[] longs(List<Mail> mails, Function<Mail, Optional<Long>> of) {
    return mails.stream().map(mail -> of.apply(mail).orElse(null)).toArray(Long[]::new);
  }

  private static @Nullable String[] texts(List<Mail> mails, Function<Mail, @Nullable String> of) {
    return mails.stream().map(of).toArray(String[]::new);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** A mail claimed for sending, and how often it was tried, this time included. */
  record Due(
      long id,
      String recipient,
      Mail.Content content,
      Optional<Mail.Appointed> appointed,
      int tries) {}

  /** How many wait, how many were given up, how many left lately. */
  record Counts(int waiting, int dead, int sent) {}

  /** A mail that has not left, and why. */
  record Unsent(
      String recipient,
      String subject,
      Instant createdAt,
      Instant nextTry,
      int tries,
      boolean dead,
      String problem) {}
}
