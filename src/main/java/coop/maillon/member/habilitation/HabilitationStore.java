package coop.maillon.member.habilitation;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.Habilitation;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/** All the SQL of habilitations and of who holds them. */
final class HabilitationStore {

  private static final String INSERT = """
      INSERT INTO habilitation (slug, name, months) VALUES ($1, $2, $3) ON CONFLICT (slug) DO NOTHING RETURNING id
      """;

  private static final String MEMBER = """
      SELECT id FROM member WHERE lower(email) = lower($1) AND state IN ('active', 'invited')
      """;

  private static final String GIVE = """
      INSERT INTO member_habilitation (habilitation_id, member_id, given_by, given_at, valid_from, valid_until, training_id)
      SELECT $1, unnest($2::bigint[]), $3, $4, $5, $6, $7
      """;

  private static final String WITHDRAW = """
      UPDATE member_habilitation SET withdrawn_at = $3
       WHERE id = $1 AND habilitation_id = $2 AND withdrawn_at IS NULL
      RETURNING member_id
      """;

  private static final String HOLDINGS = """
      SELECT m.id, m.member_id, p.name AS member_name, h.name, m.valid_from, m.valid_until
        FROM member_habilitation m
        JOIN habilitation h ON h.id = m.habilitation_id
        JOIN member p ON p.id = m.member_id
       WHERE m.withdrawn_at IS NULL
      """;

  private static final String OF_ONE = HOLDINGS + """
         AND m.habilitation_id = $1
       ORDER BY p.name COLLATE "fr-x-icu", m.valid_until DESC NULLS FIRST, m.id
      """;

  private static final String OF_MEMBER =
      HOLDINGS + " AND m.member_id = $1 ORDER BY h.name, m.valid_until DESC NULLS FIRST, m.id";

  /** A month before its end and again a week before, unless it was given anew meanwhile. */
  private static final String DUE = """
      UPDATE member_habilitation m SET reminded_at = $2
        FROM habilitation h, member_habilitation before, member p
       WHERE h.id = m.habilitation_id
         AND before.id = m.id
         AND p.id = m.member_id
         AND m.withdrawn_at IS NULL
         AND m.valid_until BETWEEN $1::date AND $1::date + 30
         AND (m.reminded_at IS NULL OR m.valid_until <= $1::date + 7 AND m.reminded_at::date < m.valid_until - 7)
         AND NOT EXISTS (SELECT 1 FROM member_habilitation later
                          WHERE later.member_id = m.member_id AND later.habilitation_id = m.habilitation_id
                            AND later.withdrawn_at IS NULL
                            AND coalesce(later.valid_until, 'infinity') > m.valid_until)
      RETURNING m.id, m.member_id, '' AS member_name, h.name, m.valid_from, m.valid_until,
                before.reminded_at IS NULL AS first,
                CASE WHEN p.home_site_id IS NULL
                     THEN ARRAY(SELECT c.site_id FROM coordinates c WHERE c.member_id = m.given_by)
                     ELSE ARRAY[p.home_site_id] END AS sites
      """;

  /** Empty where the slug is taken. */
  Future<Optional<Habilitation.Id>> insert(Tx tx, String slug, String name, OptionalInt months) {
    Integer valid = months.isPresent() ? Integer.valueOf(months.getAsInt()) : null;
    return tx.run(INSERT, slug, name, valid)
        .map(rows -> first(rows).map(row -> new Habilitation.Id(row.getLong("id"))));
  }

  /** Who has that address and may come. */
  Future<Optional<MemberId>> member(Sql sql, String email) {
    return sql.run(MEMBER, email)
        .map(rows -> first(rows).map(row -> new MemberId(row.getLong("id"))));
  }

  Future<Void> give(Tx tx, Giving giving, Instant now) {
    return tx.run(
            GIVE,
            giving.habilitation().id().value(),
            giving.members().stream().map(MemberId::value).toArray(Long[]::new),
            giving.actor(),
            now.atOffset(ZoneOffset.UTC),
            giving.since(),
            giving.until().orElse(null),
            giving.training().orElse(null))
        .mapEmpty();
  }

  /** Whose it was; empty where it was withdrawn before. */
  Future<Optional<MemberId>> withdraw(Tx tx, Habilitation.Id id, long holding, Instant now) {
    return tx.run(WITHDRAW, holding, id.value(), now.atOffset(ZoneOffset.UTC))
        .map(rows -> first(rows).map(row -> new MemberId(row.getLong("member_id"))));
  }

  Future<List<Holding>> holders(Sql sql, Habilitation.Id id) {
    return sql.run(OF_ONE, id.value()).map(HabilitationStore::holdings);
  }

  Future<List<Holding>> of(Sql sql, MemberId member) {
    return sql.run(OF_MEMBER, member.value()).map(HabilitationStore::holdings);
  }

  /** Those whose holders are to be reminded now; noted as reminded. */
  Future<List<Ending>> due(Tx tx, LocalDate today, Instant now) {
    return tx.run(DUE, today, now.atOffset(ZoneOffset.UTC))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new Ending(
                holding(row), row.getBoolean("first"), List.of(row.getArrayOfLongs("sites"))))
            .toList());
  }

  private static List<Holding> holdings(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(HabilitationStore::holding)
        .toList();
  }

  private static Holding holding(Row row) {
    return new Holding(
        row.getLong("id"),
        new MemberId(row.getLong("member_id")),
        row.getString("member_name"),
        row.getString("name"),
        row.getLocalDate("valid_from"),
        Optional.ofNullable(row.getLocalDate("valid_until")));
  }

  static Optional<Row> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst();
  }
}
