package coop.maillon.member.habilitation;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.Habilitation;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** All the SQL of trainings. */
final class TrainingStore {

  private static final String INSERT = """
      INSERT INTO training (habilitation_id, title, held_on, site_id, created_by) VALUES ($1, $2, $3, $4, $5) RETURNING id
      """;

  private static final String ENROL = """
      INSERT INTO training_member (training_id, member_id) VALUES ($1, $2) ON CONFLICT DO NOTHING
      """;

  private static final String COMPLETE = """
      UPDATE training SET completed_at = $2 WHERE id = $1 AND completed_at IS NULL RETURNING id
      """;

  private static final String PRESENT = """
      UPDATE training_member SET present = true WHERE training_id = $1 AND member_id = ANY ($2) RETURNING member_id
      """;

  private static final String COLUMNS = """
      SELECT t.id, t.habilitation_id, t.title, t.held_on, t.site_id, t.completed_at IS NOT NULL AS completed,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'present', p.present)
                       ORDER BY m.name COLLATE "fr-x-icu", m.id), '[]')
                FROM training_member p JOIN member m ON m.id = p.member_id
               WHERE p.training_id = t.id) AS people
        FROM training t
      """;

  private static final String FIND = COLUMNS + " WHERE t.id = $1";

  private static final String OF_ONE =
      COLUMNS + " WHERE t.habilitation_id = $1 ORDER BY t.held_on DESC, t.id DESC LIMIT 50";

  /** A training as it is announced. */
  record Plan(Habilitation.Id habilitation, String title, LocalDate heldOn, long site) {}

  Future<Long> insert(Tx tx, Plan plan, long actor) {
    return tx.run(
            INSERT, plan.habilitation().value(), plan.title(), plan.heldOn(), plan.site(), actor)
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  Future<Void> enrol(Tx tx, long training, MemberId member) {
    return tx.run(ENROL, training, member.value()).mapEmpty();
  }

  /** True for the one who completes it; nobody does so twice. */
  Future<Boolean> complete(Tx tx, long training, Instant now) {
    return tx.run(COMPLETE, training, now.atOffset(ZoneOffset.UTC)).map(rows -> rows.size() == 1);
  }

  /** Notes who was there; those among them who had enrolled. */
  Future<List<MemberId>> present(Tx tx, long training, List<MemberId> members) {
    return tx.run(PRESENT, training, members.stream().map(MemberId::value).toArray(Long[]::new))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new MemberId(row.getLong("member_id")))
            .toList());
  }

  Future<Optional<Training>> find(Sql sql, long id) {
    return sql.run(FIND, id).map(rows -> trainings(rows).stream().findFirst());
  }

  Future<List<Training>> of(Sql sql, Habilitation.Id id) {
    return sql.run(OF_ONE, id.value()).map(TrainingStore::trainings);
  }

  private static List<Training> trainings(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new Training(
            row.getLong("id"),
            row.getLong("habilitation_id"),
            row.getString("title"),
            row.getLocalDate("held_on"),
            row.getLong("site_id"),
            row.getBoolean("completed") ? Training.State.COMPLETED : Training.State.PLANNED,
            row.getJsonArray("people").stream()
                .map(JsonObject.class::cast)
                .map(one -> new Training.Participant(
                    new MemberId(one.getLong("id")),
                    one.getString("name"),
                    one.getBoolean("present")))
                .toList()))
        .toList();
  }
}
