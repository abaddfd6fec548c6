package coop.maillon.booking.act;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Course;
import coop.maillon.booking.Details;
import coop.maillon.booking.SeriesId;
import coop.maillon.booking.Undo;
import coop.maillon.member.MemberId;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Return;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.resource.tariff.Quote;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a row of the database reads as a booking. */
public final class BookingRows {

  /** What every query for bookings selects, with `booking b` and `member m`. */
  public static final String COLUMNS = """
      b.id, b.member_id, m.name AS member_name, b.status, b.title, b.private, b.activity, b.distance_km,
      b.starts_at, b.ends_at, b.reason, b.undo, b.undo_until, b.version, b.series_id, b.series_date, b.detached,
      b.act, b.check_in_by, b.arrived_at, b.left_at, b.rehoused_by, b.must_return,
      (SELECT jsonb_agg(jsonb_build_object('resource', k.resource_id, 'chosen', k.unit_id,
                'present', (SELECT min(o.unit_id) FROM occupancy o
                             WHERE o.booking_id = b.id AND o.resource_id = k.resource_id HAVING count(*) = 1),
                'before', k.buffer_before, 'after', k.buffer_after, 'quote', k.quote,
                'anyOf', to_jsonb(k.any_of)) ORDER BY k.position)
         FROM booked k WHERE k.booking_id = b.id) AS booked,
      (SELECT coalesce(jsonb_agg(p.member_id), '[]') FROM participant p WHERE p.booking_id = b.id) AS participants""";

  private BookingRows() {}

  public static Booking booking(Row row) {
    var slot = new TimeSlot(instant(row, "starts_at"), instant(row, "ends_at"));
    return new Booking(
        new BookingId(row.getLong("id")),
        new MemberId(row.getLong("member_id")),
        row.getString("member_name"),
        BookingStatus.ofWord(row.getString("status")),
        slot,
        details(row),
        booked(row.getJsonArray("booked")),
        row.getString("reason"),
        undo(row),
        course(row),
        row.getInteger("version"));
  }

  public static List<Booking> bookings(RowSet<Row> rows) {
    var list = new ArrayList<Booking>(rows.size());
    for (Row row : rows) {
      list.add(booking(row));
    }
    return list;
  }

  static List<JsonObject> objects(RowSet<Row> rows) {
    var list = new ArrayList<JsonObject>(rows.size());
    for (Row row : rows) {
      list.add(row.toJson());
    }
    return list;
  }

  public static JsonObject undoJson(Undo undo) {
    var booked = new JsonArray();
    undo.booked().forEach(one -> booked.add(bookedJson(one)));
    return new JsonObject()
        .put("status", undo.status().word())
        .put("start", undo.slot().start().toString())
        .put("end", undo.slot().end().toString())
        .put("tie", undo.tie().map(Course.Tie::name).orElse(null))
        .put("booked", booked);
  }

  private static JsonObject bookedJson(Booked one) {
    return new JsonObject()
        .put("resource", one.resource().value())
        .put("chosen", one.chosen().map(UnitId::value).orElse(null))
        .put("before", one.bufferBefore())
        .put("after", one.bufferAfter());
  }

  /** What it was said to cost, as it is written; nothing where that is not reckoned. */
  public static @Nullable String quote(Booked one) {
    return one.quote().map(quote -> quote.json().encode()).orElse(null);
  }

  private static Optional<Undo> undo(Row row) {
    return Optional.ofNullable(row.getJsonObject("undo"))
        .map(json -> undo(json, instant(row, "undo_until")));
  }

  /** Reads what {@link #undoJson} wrote. */
  public static Undo undo(JsonObject json, Instant until) {
    var slot =
        new TimeSlot(Instant.parse(json.getString("start")), Instant.parse(json.getString("end")));
    return new Undo(
        BookingStatus.ofWord(json.getString("status")),
        slot,
        booked(json.getJsonArray("booked")),
        Optional.ofNullable(json.getString("tie")).map(Course.Tie::valueOf),
        until);
  }

  private static Course course(Row row) {
    return new Course(
        part(row),
        number(row, "act"),
        moment(row, "check_in_by"),
        moment(row, "arrived_at"),
        moment(row, "left_at"),
        number(row, "rehoused_by"),
        row.getBoolean("must_return") ? Return.NEEDED : Return.BY_TIME);
  }

  private static Optional<Course.Part> part(Row row) {
    return Optional.ofNullable(row.getLong("series_id"))
        .map(series -> new Course.Part(
            new SeriesId(series),
            row.getLocalDateTime("series_date"),
            row.getBoolean("detached") ? Course.Tie.DETACHED : Course.Tie.ATTACHED));
  }

  private static OptionalLong number(Row row, String column) {
    Long found = row.getLong(column);
    return found == null ? OptionalLong.empty() : OptionalLong.of(found);
  }

  private static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static Details details(Row row) {
    Integer km = row.getInteger("distance_km");
    return new Details(
        row.getString("title"),
        row.getBoolean("private") ? Details.Privacy.PRIVATE : Details.Privacy.SHARED,
        row.getString("activity"),
        km == null ? OptionalInt.empty() : OptionalInt.of(km),
        row.getJsonArray("participants").stream()
            .map(id -> new MemberId(((Number) id).longValue()))
            .collect(Collectors.toSet()));
  }

  private static List<Booked> booked(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).map(BookingRows::one).toList();
  }

  private static Booked one(JsonObject json) {
    return new Booked(
        new ResourceId(json.getLong("resource")),
        Optional.ofNullable(json.getLong("chosen")).map(UnitId::new),
        Optional.ofNullable(json.getLong("present")).map(UnitId::new),
        json.getInteger("before"),
        json.getInteger("after"),
        Optional.ofNullable(json.getJsonObject("quote")).map(Quote::of),
        json.getJsonArray("anyOf", new JsonArray()).stream()
            .map(id -> new ResourceId(((Number) id).longValue()))
            .collect(Collectors.toSet()));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
