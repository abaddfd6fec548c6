package coop.maillon.member.group;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.Group;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** All the SQL of groups. */
final class GroupStore {

  private static final String INSERT = """
      INSERT INTO member_group (slug, name, sort) VALUES ($1, $2, $3) ON CONFLICT (slug) DO NOTHING RETURNING id
      """;

  private static final String RENAME = "UPDATE member_group SET name = $2 WHERE id = $1";

  private static final String ADD = """
      INSERT INTO group_member (group_id, member_id)
      SELECT g.id, m.id
        FROM member_group g, member m
       WHERE g.id = $1 AND lower(m.email) = lower($2) AND m.state IN ('active', 'invited')
          ON CONFLICT (group_id, member_id) DO UPDATE SET member_id = excluded.member_id
      RETURNING member_id
      """;

  private static final String REMOVE =
      "DELETE FROM group_member WHERE group_id = $1 AND member_id = $2";

  private static final String FIND = "SELECT id, slug, name, sort FROM member_group WHERE id = $1";

  private static final String PEOPLE = """
      SELECT m.id, m.name, m.email
        FROM group_member g
        JOIN member m ON m.id = g.member_id
       WHERE g.group_id = $1 AND m.state <> 'left'
       ORDER BY m.name COLLATE "fr-x-icu", m.id
      """;

  /** Empty where the slug is taken. */
  Future<Optional<Group.Id>> insert(Tx tx, String slug, String name, Group.Sort sort) {
    return tx.run(INSERT, slug, name, sort.word())
        .map(rows -> first(rows).map(row -> new Group.Id(row.getLong("id"))));
  }

  Future<Void> rename(Tx tx, Group.Id id, String name) {
    return tx.run(RENAME, id.value(), name).mapEmpty();
  }

  /** Who was added; empty where nobody who may come has that address. */
  Future<Optional<MemberId>> add(Tx tx, Group.Id id, String email) {
    return tx.run(ADD, id.value(), email)
        .map(rows -> first(rows).map(row -> new MemberId(row.getLong("member_id"))));
  }

  Future<Void> remove(Tx tx, Group.Id id, MemberId member) {
    return tx.run(REMOVE, id.value(), member.value()).mapEmpty();
  }

  Future<Optional<Group>> find(Sql sql, Group.Id id) {
    return sql.run(FIND, id.value()).map(rows -> first(rows).map(GroupStore::group));
  }

  Future<List<Belonging.Person>> people(Sql sql, Group.Id id) {
    return sql.run(PEOPLE, id.value())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new Belonging.Person(
                new MemberId(row.getLong("id")), row.getString("name"), row.getString("email")))
            .toList());
  }

  private static Group group(Row row) {
    return new Group(
        new Group.Id(row.getLong("id")),
        row.getString("slug"),
        row.getString("name"),
        Group.Sort.of(row.getString("sort")).orElseThrow());
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst();
  }
}
