package coop.maillon.resource;

import coop.maillon.member.Group;
import coop.maillon.member.Habilitation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Quotas, groups and habilitations as the catalogue's statement gives them. */
final class QuotaRows {

  private QuotaRows() {}

  static List<Group> groups(JsonArray rows) {
    return rows.stream()
        .map(JsonObject.class::cast)
        .map(row -> new Group(
            new Group.Id(row.getLong("id")),
            row.getString("slug"),
            row.getString("name"),
            Group.Sort.of(row.getString("sort")).orElseThrow()))
        .toList();
  }

  static List<Habilitation> habilitations(JsonArray rows) {
    return rows.stream()
        .map(JsonObject.class::cast)
        .map(row -> new Habilitation(
            new Habilitation.Id(row.getLong("id")),
            row.getString("slug"),
            row.getString("name"),
            row.getInteger("months") == null
                ? OptionalInt.empty()
                : OptionalInt.of(row.getInteger("months"))))
        .toList();
  }

  static List<Quota> quotas(JsonArray rows, List<Group> groups) {
    return rows.stream()
        .map(JsonObject.class::cast)
        .map(row -> quota(row, groups))
        .toList();
  }

  private static Quota quota(JsonObject row, List<Group> groups) {
    var group = row.getLong("group");
    return new Quota(
        new Quota.Id(row.getLong("id")),
        row.getString("name"),
        ZoneId.of(row.getString("zone")),
        Quota.Measure.of(row.getString("measure")).orElseThrow(),
        row.getInteger("amount"),
        Quota.Period.of(row.getString("period")).orElseThrow(),
        Quota.Holder.of(row.getString("holder")).orElseThrow(),
        groups.stream()
            .filter(one -> group != null && one.id().value() == group)
            .findFirst(),
        row.getJsonArray("set").stream()
            .map(id -> new ResourceId(((Number) id).longValue()))
            .collect(Collectors.toSet()));
  }
}
