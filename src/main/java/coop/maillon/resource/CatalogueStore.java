package coop.maillon.resource;

import coop.maillon.db.Sql;
import coop.maillon.db.Stamp;
import coop.maillon.resource.holiday.Region;
import coop.maillon.resource.tariff.TariffJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the whole catalogue at one version. */
final class CatalogueStore {

  private static final String NEWEST =
      "SELECT version, pg_current_snapshot()::text AS snapshot FROM catalogue_version";

  /** One statement, so that all of it is of one moment. */
  private static final String ALL = """
      SELECT (SELECT version FROM catalogue_version) AS version,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'zone', s.zone,
                       'address', s.address, 'showsNames', s.shows_names, 'region', s.region, 'policy', s.policy) ORDER BY s.id), '[]')
                FROM site s) AS sites,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'site', r.site_id, 'slug', r.slug, 'kind', r.kind,
                       'name', r.name, 'description', r.description, 'capacity', r.capacity, 'attributes', r.attributes,
                       'tags', r.tags, 'accessInfo', r.access_info, 'photoType', coalesce(r.photo_type, ''),
                       'policy', r.policy, 'spaceGroup', r.space_group, 'retired', r.retired_at IS NOT NULL,
                       'version', r.version,
                       'units', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'label', u.label)
                                        ORDER BY u.position, u.id), '[]')
                                   FROM unit u WHERE u.resource_id = r.id AND u.retired_at IS NULL),
                       'parts', (SELECT coalesce(jsonb_agg(p.part_id ORDER BY p.position, p.part_id), '[]')
                                   FROM resource_part p WHERE p.whole_id = r.id),
                       'tariffs', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'from', t.valid_from,
                                          'base', t.base_cents, 'hour', t.hour_cents, 'cap', t.cap_cents,
                                          'unused', t.unused_share, 'tiers', t.tiers, 'extras', t.extras)), '[]')
                                     FROM tariff t WHERE t.resource_id = r.id))
                     ORDER BY CASE r.kind WHEN 'space' THEN 1 WHEN 'equipment' THEN 2 ELSE 3 END, r.site_id, r.position, r.id), '[]')
                FROM resource r) AS resources,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'sort', g.sort)
                       ORDER BY g.name COLLATE "fr-x-icu", g.id), '[]')
                FROM member_group g) AS groups,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'slug', h.slug, 'name', h.name, 'months', h.months)
                       ORDER BY h.name COLLATE "fr-x-icu", h.id), '[]')
                FROM habilitation h) AS habilitations,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name, 'zone', s.zone, 'measure', q.measure,
                       'amount', q.amount, 'period', q.period, 'holder', q.holder, 'group', q.group_id,
                       'set', (SELECT coalesce(jsonb_agg(k.resource_id), '[]') FROM quota_resource k WHERE k.quota_id = q.id))
                       ORDER BY q.id), '[]')
                FROM quota q JOIN site s ON s.id = q.site_id
               WHERE q.ended_at IS NULL) AS quotas
      """;

  /** The number of the newest, and when that was. */
  record Newest(long version, Stamp stamp) {}

  Future<Newest> newest(Sql sql) {
    return sql.run(NEWEST)
        .map(rows -> rows.iterator().next())
        .map(row -> new Newest(row.getLong("version"), new Stamp(row.getString("snapshot"))));
  }

  Future<Catalogue> all(Sql sql) {
    return sql.run(ALL).map(CatalogueStore::catalogue);
  }

  private static Catalogue catalogue(RowSet<Row> rows) {
    Row row = rows.iterator().next();
    var sites = new LinkedHashMap<Long, Site>();
    for (JsonObject json : objects(row.getJsonArray("sites"))) {
      Site site = site(json);
      sites.put(site.id().value(), site);
    }
    var groups = QuotaRows.groups(row.getJsonArray("groups"));
    var permits =
        new Catalogue.Permits(groups, QuotaRows.habilitations(row.getJsonArray("habilitations")));
    var quotas = QuotaRows.quotas(row.getJsonArray("quotas"), groups);
    var resources = new ArrayList<Resource>();
    for (JsonObject json : objects(row.getJsonArray("resources"))) {
      resources.add(resource(json, sites, quotas));
    }
    return new Catalogue(row.getLong("version"), sites.values(), resources, permits);
  }

  private static Site site(JsonObject json) {
    return new Site(
        new SiteId(json.getLong("id")),
        json.getString("slug"),
        json.getString("name"),
        ZoneId.of(json.getString("zone")),
        json.getString("address"),
        json.getBoolean("showsNames") ? Site.Naming.NAMES : Site.Naming.TIMES_ONLY,
        policy(json));
  }

  private static Policy policy(JsonObject site) {
    var said = PolicyJson.stored(site.getJsonObject("policy"));
    return said.with(said.calendar().in(Region.of(site.getString("region")).orElseThrow()));
  }

  private static Resource resource(JsonObject json, Map<Long, Site> sites, List<Quota> quotas) {
    var id = new ResourceId(json.getLong("id"));
    Site site = java.util.Objects.requireNonNull(sites.get(json.getLong("site")));
    return new Resource(
        id,
        site,
        json.getString("slug"),
        Kind.ofWord(json.getString("kind")).orElseThrow(),
        json.getString("name"),
        json.getString("description"),
        json.getInteger("capacity"),
        attributes(json.getJsonObject("attributes")),
        strings(json.getJsonArray("tags")),
        json.getString("accessInfo"),
        json.getString("photoType"),
        PolicyJson.stored(json.getJsonObject("policy")).over(site.policy()),
        json.getLong("spaceGroup"),
        units(id, json.getJsonArray("units")),
        parts(json.getJsonArray("parts")),
        json.getBoolean("retired") ? Resource.Life.RETIRED : Resource.Life.OPEN,
        json.getInteger("version"),
        quotas.stream().filter(quota -> quota.set().contains(id)).toList(),
        TariffJson.versions(json.getJsonArray("tariffs")));
  }

  private static List<Unit> units(ResourceId resource, JsonArray units) {
    return objects(units).stream()
        .map(unit -> new Unit(new UnitId(unit.getLong("id")), resource, unit.getString("label")))
        .toList();
  }

  private static List<ResourceId> parts(JsonArray parts) {
    return parts.stream()
        .map(part -> new ResourceId(((Number) part).longValue()))
        .toList();
  }

  private static Map<String, String> attributes(JsonObject json) {
    var attributes = new LinkedHashMap<String, String>();
    json.forEach(entry -> attributes.put(entry.getKey(), String.valueOf(entry.getValue())));
    return attributes;
  }

  private static List<String> strings(JsonArray array) {
    return array.stream().map(String::valueOf).toList();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
