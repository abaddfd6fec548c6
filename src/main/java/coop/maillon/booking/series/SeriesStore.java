package coop.maillon.booking.series;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Course;
import coop.maillon.booking.Details;
import coop.maillon.booking.SeriesId;
import coop.maillon.booking.act.BookingRows;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All the SQL of series: their rules, and their bookings by the hundred. */
final class SeriesStore {

  private static final String NAMES =
      "SELECT nextval('booking_id_seq') AS id FROM generate_series(1, $1::int)";

  private static final String NEXT_ACT = "SELECT nextval('act_seq') AS id";

  private static final String INSERT = """
      INSERT INTO series (member_id, created_by, rrule, zone, starts_local, minutes, exdates, split_from, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      RETURNING id
      """;

  private static final String REWRITE = """
      UPDATE series SET rrule = $2, starts_local = $3, minutes = $4, exdates = $5, version = version + 1 WHERE id = $1
      """;

  private static final String FIND = """
      SELECT id, member_id, rrule, zone, starts_local, minutes, exdates FROM series WHERE id = $1
      """;

  private static final String OF_SERIES = """
      SELECT %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.series_id = $1
       ORDER BY b.series_date, b.id
      """.formatted(BookingRows.COLUMNS);

  private static final String OF_ACT = """
      SELECT %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.act = $1 AND b.undo_until > $2
       ORDER BY b.starts_at, b.id
      """.formatted(BookingRows.COLUMNS);

  private static final String PLACE = """
      WITH dated AS (
        SELECT d.id, d.status, d.starts_at, d.ends_at, d.series_date, d.check_in_by, d.detached
          FROM unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamp[], $6::timestamptz[], $22::boolean[])
               AS d (id, status, starts_at, ends_at, series_date, check_in_by, detached)),
      placed AS (
        INSERT INTO booking (id, member_id, created_by, status, title, private, activity, distance_km, starts_at, ends_at,
                             created_at, series_id, series_date, check_in_by, detached)
        SELECT d.id, $7, $8, d.status, $9, $10, $11, $12, d.starts_at, d.ends_at, $13, $14, d.series_date, d.check_in_by, d.detached
          FROM dated d),
      invited AS (
        INSERT INTO participant (booking_id, member_id)
        SELECT d.id, p.id FROM dated d CROSS JOIN unnest($15::bigint[]) AS p (id))
      INSERT INTO booked (booking_id, resource_id, position, unit_id, buffer_before, buffer_after)
      SELECT k.booking_id, k.resource_id, k.position, k.unit_id, k.before, k.after
        FROM unnest($16::bigint[], $17::bigint[], $18::int[], $19::bigint[], $20::int[], $21::int[])
             AS k (booking_id, resource_id, position, unit_id, before, after)
      """;

  /** A series as it is kept. */
  record Kept(SeriesId id, MemberId member, Recurrence recurrence, int minutes) {}

  /** Who makes a series, and when. */
  record Making(MemberId member, MemberId actor, Instant now) {}

  Future<List<BookingId>> names(Tx tx, int many) {
    return tx.run(NAMES, many).map(rows -> {
      var names = new ArrayList<BookingId>();
      rows.forEach(row -> names.add(new BookingId(row.getLong("id"))));
      return names;
    });
  }

  Future<Long> nextAct(Tx tx) {
    return tx.run(NEXT_ACT).map(rows -> rows.iterator().next().getLong("id"));
  }

  Future<SeriesId> insert(Tx tx, Recurrence rule, int minutes, Making making) {
    return insert(tx, rule, making, new Split(minutes, Optional.empty()));
  }

  /** How long each is, and the series it was part of before. */
  record Split(int minutes, Optional<SeriesId> from) {}

  Future<SeriesId> insert(Tx tx, Recurrence rule, Making making, Split split) {
    return tx.run(
            INSERT,
            making.member().value(),
            making.actor().value(),
            rule.rule(),
            rule.zone().getId(),
            rule.start(),
            split.minutes(),
            rule.excluded().toArray(LocalDateTime[]::new),
            split.from().map(SeriesId::value).orElse(null),
            LedgerStore.utc(making.now()))
        .map(rows -> new SeriesId(rows.iterator().next().getLong("id")));
  }

  Future<Void> rewrite(Tx tx, SeriesId id, Recurrence rule, int minutes) {
    return tx.run(
            REWRITE,
            id.value(),
            rule.rule(),
            rule.start(),
            minutes,
            rule.excluded().toArray(LocalDateTime[]::new))
        .mapEmpty();
  }

  Future<Optional<Kept>> find(Sql sql, SeriesId id) {
    return sql.run(FIND, id.value()).map(SeriesStore::kept);
  }

  Future<List<Booking>> bookings(Sql sql, SeriesId id) {
    return sql.run(OF_SERIES, id.value()).map(BookingRows::bookings);
  }

  Future<List<Booking>> ofAct(Sql sql, long act, Instant now) {
    return sql.run(OF_ACT, act, LedgerStore.utc(now)).map(BookingRows::bookings);
  }

  /** Many bookings of one series and one act, with all that is alike of the first. */
  Future<Void> place(Tx tx, List<Booking> bookings, SeriesId series, Making making) {
    Details details = bookings.get(0).details();
    Stream<@Nullable Object> alike = Stream.of(
        making.member().value(),
        making.actor().value(),
        details.title(),
        details.isPrivate(),
        details.activity(),
        details.distanceKm().isPresent() ? details.distanceKm().getAsInt() : null,
        LedgerStore.utc(making.now()),
        series.value(),
        details.participants().stream().map(MemberId::value).toArray(Long[]::new));
    return tx.run(
            PLACE,
            Stream.of(dated(bookings), alike, held(bookings), Stream.of(detached(bookings)))
                .flatMap(part -> part)
                .toArray())
        .mapEmpty();
  }

  private static Stream<@Nullable Object> dated(List<Booking> bookings) {
    return Stream.of(
        each(bookings, booking -> booking.id().value(), Long[]::new),
        each(bookings, booking -> booking.status().word(), String[]::new),
        each(bookings, booking -> LedgerStore.utc(booking.slot().start()), OffsetDateTime[]::new),
        each(bookings, booking -> LedgerStore.utc(booking.slot().end()), OffsetDateTime[]::new),
        each(
            bookings,
            booking -> booking.course().part().map(Course.Part::date).orElseThrow(),
            LocalDateTime[]::new),
        each(
            bookings,
            booking -> booking.course().checkInBy().map(LedgerStore::utc).orElse(null),
            OffsetDateTime[]::new));
  }

  private static Object detached(List<Booking> bookings) {
    return each(
        bookings,
        booking -> booking
            .course()
            .part()
            .filter(part -> part.tie() == Course.Tie.DETACHED)
            .isPresent(),
        Boolean[]::new);
  }

  /** One thing that one booking holds. */
  private record Holding(long booking, int position, Booked booked) {}

  private static Stream<@Nullable Object> held(List<Booking> bookings) {
    var held = new ArrayList<Holding>();
    for (Booking booking : bookings) {
      for (int i = 0; i < booking.booked().size(); i++) {
        held.add(new Holding(booking.id().value(), i + 1, booking.booked().get(i)));
      }
    }
    return Stream.of(
        each(held, Holding::booking, Long[]::new),
        each(held, one -> one.booked().resource().value(), Long[]::new),
        each(held, Holding::position, Integer[]::new),
        each(
            held, one -> one.booked().chosen().map(unit -> unit.value()).orElse(null), Long[]::new),
        each(held, one -> one.booked().bufferBefore(), Integer[]::new),
        each(held, one -> one.booked().bufferAfter(), Integer[]::new));
  }

  private static <T, R> Object each(
      Collection<T> all,
      Function<T, @Nullable R> column,
      java.util.function.IntFunction<R[]> array) {
    return all.stream().map(column).toArray(array);
  }

  private static Optional<Kept> kept(RowSet<Row> rows) {
    for (Row row : rows) {
      var rule = new Recurrence(
          row.getString("rrule"),
          row.getLocalDateTime("starts_local"),
          ZoneId.of(row.getString("zone")),
          Set.of(row.getArrayOfLocalDateTimes("exdates")));
      return Optional.of(new Kept(
          new SeriesId(row.getLong("id")),
          new MemberId(row.getLong("member_id")),
          rule,
          row.getInteger("minutes")));
    }
    return Optional.empty();
  }
}
