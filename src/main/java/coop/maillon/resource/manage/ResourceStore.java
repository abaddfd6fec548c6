package coop.maillon.resource.manage;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.Policy;
import coop.maillon.resource.PolicyJson;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All the SQL that writes resources, their units and their parts. */
final class ResourceStore {

  private static final String NEXT =
      "SELECT nextval(pg_get_serial_sequence('resource', 'id')) AS id";

  private static final String INSERT = """
      INSERT INTO resource (id, site_id, slug, kind, name, description, capacity, attributes, tags, access_info, policy,
                            space_group, position)
      OVERRIDING SYSTEM VALUE
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
              $1, (SELECT coalesce(max(r.position), 0) + 1 FROM resource r WHERE r.site_id = $2))
      """;

  private static final String UPDATE = """
      UPDATE resource
         SET site_id = $2, slug = $3, kind = $4, name = $5, description = $6, capacity = $7, attributes = $8, tags = $9,
             access_info = $10, policy = $11, version = version + 1
       WHERE id = $1
      """;

  private static final String RENAME_UNITS = """
      UPDATE unit u
         SET label = wanted.label, position = wanted.position
        FROM unnest($1::bigint[], $2::text[], $3::int[]) AS wanted (id, label, position)
       WHERE u.id = wanted.id
      """;

  private static final String ADD_UNITS = """
      INSERT INTO unit (resource_id, label, position)
      SELECT $1, fresh.label, fresh.position
        FROM unnest($2::text[], $3::int[]) AS fresh (label, position)
      """;

  private static final String RETIRE_UNITS = "UPDATE unit SET retired_at = $2 WHERE id = ANY ($1)";

  private static final String DROP_PARTS = "DELETE FROM resource_part WHERE whole_id = $1";

  private static final String ADD_PARTS = """
      INSERT INTO resource_part (whole_id, part_id, position)
      SELECT $1, part.id, part.position
        FROM unnest($2::bigint[]) WITH ORDINALITY AS part (id, position)
      """;

  private static final String REGROUP = """
      UPDATE resource r
         SET space_group = moved.space_group
        FROM unnest($1::bigint[], $2::bigint[]) AS moved (id, space_group)
       WHERE r.id = moved.id
      """;

  private static final String SET_RETIRED =
      "UPDATE resource SET retired_at = $2, version = version + 1 WHERE id = $1";

  private static final String SET_PHOTO =
      "UPDATE resource SET photo = $2, photo_type = $3, version = version + 1 WHERE id = $1";

  private static final String PHOTO =
      "SELECT photo, photo_type FROM resource WHERE id = $1 AND photo IS NOT NULL";

  private static final String SAID = "SELECT policy FROM resource WHERE id = $1";

  Future<ResourceId> next(Tx tx) {
    return tx.run(NEXT).map(rows -> new ResourceId(rows.iterator().next().getLong("id")));
  }

  Future<Void> insert(Tx tx, ResourceId id, ResourceDraft draft) {
    return tx.run(INSERT, values(id, draft)).mapEmpty();
  }

  Future<Void> update(Tx tx, ResourceId id, ResourceDraft draft) {
    return tx.run(UPDATE, values(id, draft)).mapEmpty();
  }

  private static Object[] values(ResourceId id, ResourceDraft draft) {
    var attributes = new JsonObject();
    draft.attributes().forEach(attributes::put);
    return new Object[] {
      id.value(),
      draft.site().id().value(),
      draft.slug(),
      draft.kind().word(),
      draft.name(),
      draft.texts().description(),
      draft.capacity(),
      attributes,
      draft.tags().toArray(String[]::new),
      draft.texts().access(),
      PolicyJson.write(draft.policy())
    };
  }

  /** Renames the units that stay and adds the new ones, each at its place in the list. */
  Future<Void> writeUnits(Tx tx, ResourceId resource, List<UnitDraft> units) {
    var kept = units.stream().filter(unit -> unit.id().isPresent()).toList();
    var fresh = units.stream().filter(unit -> unit.id().isEmpty()).toList();
    Long[] ids = kept.stream().map(unit -> unit.id().orElseThrow().value()).toArray(Long[]::new);
    return Future.all(
            tx.run(RENAME_UNITS, ids, labels(kept), positions(kept, units)),
            tx.run(ADD_UNITS, resource.value(), labels(fresh), positions(fresh, units)))
        .mapEmpty();
  }

  private static String[] labels(List<UnitDraft> units) {
    return units.stream().map(UnitDraft::label).toArray(String[]::new);
  }

  private static Integer[] positions(List<UnitDraft> some, List<UnitDraft> all) {
    return some.stream().map(all::indexOf).toArray(Integer[]::new);
  }

  Future<Void> retireUnits(Tx tx, Collection<UnitId> units, Instant now) {
    Long[] ids = units.stream().map(UnitId::value).toArray(Long[]::new);
    return tx.run(RETIRE_UNITS, ids, now.atOffset(ZoneOffset.UTC)).mapEmpty();
  }

  Future<Void> writeParts(Tx tx, ResourceId whole, List<ResourceId> parts) {
    Long[] ids = parts.stream().map(ResourceId::value).toArray(Long[]::new);
    return Future.all(tx.run(DROP_PARTS, whole.value()), tx.run(ADD_PARTS, whole.value(), ids))
        .mapEmpty();
  }

  Future<Void> regroup(Tx tx, Map<ResourceId, Long> groups) {
    var moved = List.copyOf(groups.entrySet());
    Long[] ids = moved.stream().map(one -> one.getKey().value()).toArray(Long[]::new);
    Long[] targets = moved.stream().map(Map.Entry::getValue).toArray(Long[]::new);
    return tx.run(REGROUP, ids, targets).mapEmpty();
  }

  Future<Void> retire(Tx tx, ResourceId id, Instant now) {
    return tx.run(SET_RETIRED, id.value(), now.atOffset(ZoneOffset.UTC)).mapEmpty();
  }

  Future<Void> bringBack(Tx tx, ResourceId id) {
    return tx.run(SET_RETIRED, id.value(), null).mapEmpty();
  }

  Future<Void> setPhoto(Tx tx, ResourceId id, Photo photo) {
    return tx.run(SET_PHOTO, id.value(), photo.bytes(), photo.type()).mapEmpty();
  }

  Future<Void> dropPhoto(Tx tx, ResourceId id) {
    return tx.run(SET_PHOTO, id.value(), null, null).mapEmpty();
  }

  Future<Optional<Photo>> photo(Sql sql, ResourceId id) {
    return sql.run(PHOTO, id.value()).map(ResourceStore::photo);
  }

  private static Optional<Photo> photo(RowSet<Row> rows) {
    for (Row row : rows) {
      Buffer bytes = row.getBuffer("photo");
      return Optional.of(new Photo(row.getString("photo_type"), bytes));
    }
    return Optional.empty();
  }

  /** What the resource says itself, its site apart. */
  Future<Policy> said(Sql sql, ResourceId id) {
    return sql.run(SAID, id.value())
        .map(rows -> PolicyJson.stored(rows.iterator().next().getJsonObject("policy")));
  }
}
