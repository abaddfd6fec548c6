package coop.maillon.board.skill;

import static java.time.ZoneOffset.UTC;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All the SQL of what members say of themselves. */
final class KnownStore {

  private static final String OF = """
      SELECT k.name, s.sort, m.asked AS askable, m.shows_presence AS shown,
             (SELECT count(*)::int FROM skill_confirmed c WHERE c.skill_id = k.id AND c.member_id = m.id) AS confirmed
        FROM member m
        LEFT JOIN member_skill s ON s.member_id = m.id
        LEFT JOIN skill k ON k.id = s.skill_id
       WHERE m.id = $1
       ORDER BY lower(unaccent(k.name))
      """;

  private static final String PERSON =
      "UPDATE member SET asked = $2, shows_presence = $3 WHERE id = $1";

  private static final String DROP = "DELETE FROM member_skill WHERE member_id = $1";

  private static final String KEEP = SkillNames.NAMED + """
      INSERT INTO member_skill (member_id, skill_id, sort) SELECT $1, n.id, $4 FROM named n
      """;

  Future<Known> of(Sql sql, long member) {
    return sql.run(OF, member).map(KnownStore::known);
  }

  private static Known known(RowSet<Row> rows) {
    var offers = new ArrayList<Known.Offered>();
    var seeks = new ArrayList<String>();
    boolean askable = false;
    boolean shown = false;
    for (Row row : rows) {
      askable = row.getBoolean("askable");
      shown = row.getBoolean("shown");
      if ("offers".equals(row.getString("sort"))) {
        offers.add(new Known.Offered(row.getString("name"), row.getInteger("confirmed")));
      } else if ("seeks".equals(row.getString("sort"))) {
        seeks.add(row.getString("name"));
      }
    }
    return new Known(offers, seeks, askable, shown);
  }

  /** The row of the member comes first: who saves twice at once waits there. */
  Future<Void> keep(Tx tx, long member, Known.Said said, Instant now) {
    return tx.run(PERSON, member, said.askable(), said.shown())
        .compose(done -> tx.run(DROP, member))
        .compose(done -> keep(tx, member, new Lot("offers", said.offers(), now)))
        .compose(done -> keep(tx, member, new Lot("seeks", said.seeks(), now)));
  }

  private record Lot(String sort, List<String> names, Instant now) {}

  private static Future<Void> keep(Tx tx, long member, Lot lot) {
    return tx.run(
            KEEP, member, lot.names().toArray(String[]::new), lot.now().atOffset(UTC), lot.sort())
        .mapEmpty();
  }
}
