package coop.maillon.problem;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All the SQL of who is on duty. */
final class DutyStore {

  private static final String COORDINATORS = """
      SELECT m.id, m.name
        FROM coordinates c
        JOIN member m ON m.id = c.member_id
       WHERE c.site_id = $1 AND m.state = 'active'
       ORDER BY m.name
      """;

  private static final String OF_SITE = """
      SELECT d.week, d.member_id, d.substitute_id FROM duty d WHERE d.site_id = $1 AND d.week >= $2
      """;

  private static final String SET = """
      INSERT INTO duty (site_id, week, member_id, substitute_id)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (site_id, week) DO UPDATE
         SET member_id = excluded.member_id, substitute_id = excluded.substitute_id
      """;

  private static final String NOBODY = "DELETE FROM duty WHERE site_id = $1 AND week = $2";

  Future<List<Duties.Person>> coordinators(Sql sql, long site) {
    return sql.run(COORDINATORS, site).map(rows -> {
      var people = new ArrayList<Duties.Person>();
      rows.forEach(row -> people.add(new Duties.Person(row.getLong("id"), row.getString("name"))));
      return people;
    });
  }

  Future<List<Duties.Week>> from(Sql sql, long site, LocalDate first) {
    return sql.run(OF_SITE, site, first).map(DutyStore::weeks);
  }

  Future<Void> set(Tx tx, long site, Duties.Week week) {
    return week.member().isEmpty()
        ? tx.run(NOBODY, site, week.monday()).mapEmpty()
        : tx.run(
                SET,
                site,
                week.monday(),
                week.member().get(),
                week.substitute()
                    .filter(other -> !week.member().equals(Optional.of(other)))
                    .orElse(null))
            .mapEmpty();
  }

  private static List<Duties.Week> weeks(RowSet<Row> rows) {
    var weeks = new ArrayList<Duties.Week>();
    rows.forEach(row -> weeks.add(new Duties.Week(
        row.getLocalDate("week"),
        Optional.of(row.getLong("member_id")),
        Optional.ofNullable(row.getLong("substitute_id")))));
    return weeks;
  }
}
