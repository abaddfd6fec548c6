package coop.maillon.booking.series;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.SeriesId;
import coop.maillon.member.MemberId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** How a row of the database reads as a series. */
final class SeriesRows {

  static final String COLUMNS = """
      s.id, s.member_id, s.rrule, s.zone, s.starts_local, s.minutes, s.exdates, s.shift_seconds, s.split_from, s.act, s.before""";

  private SeriesRows() {}

  static Timetable timetable(Row row) {
    var rule = new Recurrence(
        row.getString("rrule"),
        row.getLocalDateTime("starts_local"),
        ZoneId.of(row.getString("zone")),
        Set.of(row.getArrayOfLocalDateTimes("exdates")));
    return new Timetable(
        rule,
        Duration.ofSeconds(row.getInteger("shift_seconds")),
        Duration.ofMinutes(row.getInteger("minutes")));
  }

  static Kept kept(Row row) {
    var timetable = timetable(row);
    return new Kept(
        new SeriesId(row.getLong("id")),
        new MemberId(row.getLong("member_id")),
        timetable,
        Optional.ofNullable(row.getLong("split_from")).map(SeriesId::new),
        Optional.ofNullable(row.getLong("act")).map(OptionalLong::of).orElse(OptionalLong.empty()),
        Optional.ofNullable(row.getJsonObject("before"))
            .map(json -> former(json, timetable.zone())));
  }

  static JsonObject json(Kept.Former former) {
    var rule = former.timetable().recurrence();
    return new JsonObject()
        .put("rule", rule.rule())
        .put("start", rule.start().toString())
        .put(
            "excluded",
            new JsonArray(rule.excluded().stream().map(LocalDateTime::toString).toList()))
        .put("shift", former.timetable().shift().toSeconds())
        .put("minutes", former.timetable().length().toMinutes())
        .put(
            "reached",
            new JsonArray(former.reached().stream().map(BookingId::value).toList()));
  }

  private static Kept.Former former(JsonObject json, ZoneId zone) {
    var rule = new Recurrence(
        json.getString("rule"),
        LocalDateTime.parse(json.getString("start")),
        zone,
        json.getJsonArray("excluded").stream()
            .map(date -> LocalDateTime.parse(date.toString()))
            .collect(Collectors.toSet()));
    var timetable = new Timetable(
        rule,
        Duration.ofSeconds(json.getLong("shift")),
        Duration.ofMinutes(json.getLong("minutes")));
    return new Kept.Former(
        timetable,
        json.getJsonArray("reached").stream()
            .map(id -> new BookingId(((Number) id).longValue()))
            .toList());
  }
}
