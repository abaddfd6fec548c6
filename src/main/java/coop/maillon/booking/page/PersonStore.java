package coop.maillon.booking.page;

import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The SQL that names those whom a booking concerns. */
final class PersonStore {

  private static final String WITH_ADDRESSES = """
      SELECT id, name, email FROM member
       WHERE lower(email) = ANY ($1) AND state IN ('invited', 'active')
      """;

  private static final String KNOWN = """
      SELECT id, name, email FROM member WHERE id = ANY ($1) ORDER BY name COLLATE "fr-x-icu", id
      """;

  Future<List<Person>> withAddresses(Sql sql, Collection<String> addresses) {
    String[] folded = addresses.stream()
        .map(address -> address.toLowerCase(Locale.ROOT))
        .distinct()
        .toArray(String[]::new);
    return folded.length == 0
        ? Future.succeededFuture(List.of())
        : sql.run(WITH_ADDRESSES, (Object) folded).map(PersonStore::people);
  }

  Future<List<Person>> known(Sql sql, Collection<MemberId> members) {
    Long[] ids = members.stream().map(MemberId::value).toArray(Long[]::new);
    return ids.length == 0
        ? Future.succeededFuture(List.of())
        : sql.run(KNOWN, (Object) ids).map(PersonStore::people);
  }

  private static List<Person> people(RowSet<Row> rows) {
    var people = new ArrayList<Person>(rows.size());
    for (Row row : rows) {
      people.add(new Person(
          new MemberId(row.getLong("id")), row.getString("name"), row.getString("email")));
    }
    return people;
  }
}
