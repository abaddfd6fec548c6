package coop.maillon.booking.series;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Course;
import coop.maillon.booking.Details;
import coop.maillon.booking.SeriesId;
import coop.maillon.booking.act.BookingRows;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The SQL that writes bookings by the hundred: one statement for all of them. */
final class SeriesDatesStore {

  private static final String NAMES =
      "SELECT nextval('booking_id_seq') AS id FROM generate_series(1, $1::int)";

  private static final String PLACE = """
      WITH dated AS (
        SELECT d.id, d.status, d.starts_at, d.ends_at, d.series_date, d.check_in_by, d.detached
          FROM unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamp[], $6::timestamptz[], $23::boolean[])
               AS d (id, status, starts_at, ends_at, series_date, check_in_by, detached)),
      placed AS (
        INSERT INTO booking (id, member_id, created_by, status, title, private, activity, distance_km, starts_at, ends_at,
                             created_at, series_id, series_date, check_in_by, detached)
        SELECT d.id, $7, NULLIF($8::bigint, $7::bigint), d.status, $9, $10, $11, $12, d.starts_at, d.ends_at, $13, $14, d.series_date, d.check_in_by, d.detached
          FROM dated d),
      invited AS (
        INSERT INTO participant (booking_id, member_id)
        SELECT d.id, p.id FROM dated d CROSS JOIN unnest($15::bigint[]) AS p (id))
      INSERT INTO booked (booking_id, resource_id, position, unit_id, buffer_before, buffer_after, quote)
      SELECT k.booking_id, k.resource_id, k.position, k.unit_id, k.before, k.after, k.quote::jsonb
        FROM unnest($16::bigint[], $17::bigint[], $18::int[], $19::bigint[], $20::int[], $21::int[], $22::text[])
             AS k (booking_id, resource_id, position, unit_id, before, after, quote)
      """;

  private static final String UPDATE = """
      UPDATE booking b
         SET status = d.status, title = d.title, private = d.private, activity = d.activity, distance_km = d.distance_km,
             starts_at = d.starts_at, ends_at = d.ends_at, reason = d.reason, undo = d.undo::jsonb, undo_until = d.undo_until,
             detached = d.detached, act = d.act, check_in_by = d.check_in_by, version = b.version + 1
        FROM unnest($1::bigint[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::int[], $7::timestamptz[],
                    $8::timestamptz[], $9::text[], $10::text[], $11::timestamptz[], $12::boolean[], $13::bigint[],
                    $14::timestamptz[])
             AS d (id, status, title, private, activity, distance_km, starts_at, ends_at, reason, undo, undo_until, detached,
                   act, check_in_by)
       WHERE b.id = d.id
      RETURNING b.id, b.version
      """;

  private static final String REPLACE_BOOKED = """
      WITH held AS (
        SELECT k.booking_id, k.resource_id, k.position, k.unit_id, k.before, k.after, k.quote
          FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::bigint[], $5::int[], $6::int[], $7::text[])
               AS k (booking_id, resource_id, position, unit_id, before, after, quote)),
      gone AS (
        DELETE FROM booked b
         WHERE b.booking_id = ANY ($1)
           AND NOT EXISTS (SELECT 1 FROM held h WHERE h.booking_id = b.booking_id AND h.resource_id = b.resource_id))
      INSERT INTO booked (booking_id, resource_id, position, unit_id, buffer_before, buffer_after, quote)
      SELECT h.booking_id, h.resource_id, h.position, h.unit_id, h.before, h.after, h.quote::jsonb FROM held h
      ON CONFLICT (booking_id, resource_id) DO UPDATE
         SET position = excluded.position, unit_id = excluded.unit_id,
             buffer_before = excluded.buffer_before, buffer_after = excluded.buffer_after, quote = excluded.quote
      """;

  private static final String REPLACE_PARTICIPANTS = """
      WITH invited AS (
        SELECT i.booking_id, i.member_id FROM unnest($2::bigint[], $3::bigint[]) AS i (booking_id, member_id)),
      gone AS (
        DELETE FROM participant p
         WHERE p.booking_id = ANY ($1)
           AND NOT EXISTS (SELECT 1 FROM invited i WHERE i.booking_id = p.booking_id AND i.member_id = p.member_id))
      INSERT INTO participant (booking_id, member_id) SELECT i.booking_id, i.member_id FROM invited i
      ON CONFLICT DO NOTHING
      """;

  /** Whoever would give back what that date was before learns that somebody has decided otherwise. */
  private static final String SUPERSEDE = """
      UPDATE booking SET undo = NULL, undo_until = NULL, version = version + 1
       WHERE series_id = $1 AND series_date = $2 AND status IN ('cancelled', 'rejected', 'released')
      """;

  Future<List<BookingId>> names(Tx tx, int many) {
    return tx.run(NAMES, many).map(rows -> {
      var names = new ArrayList<BookingId>();
      rows.forEach(row -> names.add(new BookingId(row.getLong("id"))));
      return names;
    });
  }

  /** Many bookings of one series and one act, with all that is alike of the first. */
  Future<Void> place(Tx tx, List<Booking> bookings, SeriesId series, SeriesStore.Making making) {
    Details details = bookings.get(0).details();
    Stream<@Nullable Object> alike = Stream.of(
        making.member().value(),
        making.actor().value(),
        details.title(),
        details.isPrivate(),
        details.activity(),
        kilometres(bookings.get(0)),
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

  /** Writes bookings that are there as they are given, but for the series they are of and their versions, which it answers. */
  Future<Map<BookingId, Integer>> update(Tx tx, List<Booking> bookings) {
    return tx.run(
            UPDATE,
            Stream.of(said(bookings), whenAndWhy(bookings), course(bookings))
                .flatMap(part -> part)
                .toArray())
        .map(rows -> {
          var versions = new HashMap<BookingId, Integer>();
          rows.forEach(
              row -> versions.put(new BookingId(row.getLong("id")), row.getInteger("version")));
          return versions;
        });
  }

  Future<Void> replaceBooked(Tx tx, List<Booking> bookings) {
    return tx.run(REPLACE_BOOKED, held(bookings).toArray()).mapEmpty();
  }

  Future<Void> replaceParticipants(Tx tx, List<Booking> bookings) {
    var booking = new ArrayList<Long>();
    var member = new ArrayList<Long>();
    for (Booking one : bookings) {
      one.details().participants().forEach(id -> {
        booking.add(one.id().value());
        member.add(id.value());
      });
    }
    return tx.run(
            REPLACE_PARTICIPANTS,
            ids(bookings),
            booking.toArray(Long[]::new),
            member.toArray(Long[]::new))
        .mapEmpty();
  }

  Future<Void> supersede(Tx tx, SeriesId series, LocalDateTime date) {
    return tx.run(SUPERSEDE, series.value(), date).mapEmpty();
  }

  private static Stream<@Nullable Object> dated(List<Booking> bookings) {
    return Stream.of(
        ids(bookings),
        each(bookings, booking -> booking.status().word(), String[]::new),
        each(bookings, booking -> LedgerStore.utc(booking.slot().start()), OffsetDateTime[]::new),
        each(bookings, booking -> LedgerStore.utc(booking.slot().end()), OffsetDateTime[]::new),
        each(bookings, booking -> booking.course().date().orElseThrow(), LocalDateTime[]::new),
        each(bookings, booking -> time(booking.course().checkInBy()), OffsetDateTime[]::new));
  }

  private static Stream<@Nullable Object> said(List<Booking> bookings) {
    return Stream.of(
        ids(bookings),
        each(bookings, booking -> booking.status().word(), String[]::new),
        each(bookings, booking -> booking.details().title(), String[]::new),
        each(bookings, booking -> booking.details().isPrivate(), Boolean[]::new),
        each(bookings, booking -> booking.details().activity(), String[]::new),
        each(bookings, SeriesDatesStore::kilometres, Integer[]::new));
  }

  private static Stream<@Nullable Object> whenAndWhy(List<Booking> bookings) {
    return Stream.of(
        each(bookings, booking -> LedgerStore.utc(booking.slot().start()), OffsetDateTime[]::new),
        each(bookings, booking -> LedgerStore.utc(booking.slot().end()), OffsetDateTime[]::new),
        each(bookings, Booking::reason, String[]::new),
        each(
            bookings,
            booking ->
                booking.undo().map(undo -> BookingRows.undoJson(undo).encode()).orElse(null),
            String[]::new),
        each(
            bookings,
            booking -> time(booking.undo().map(undo -> undo.until())),
            OffsetDateTime[]::new));
  }

  private static Stream<@Nullable Object> course(List<Booking> bookings) {
    return Stream.of(
        detached(bookings),
        each(
            bookings,
            booking -> booking.course().act().isPresent()
                ? Long.valueOf(booking.course().act().getAsLong())
                : null,
            Long[]::new),
        each(bookings, booking -> time(booking.course().checkInBy()), OffsetDateTime[]::new));
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
        each(held, one -> one.booked().bufferAfter(), Integer[]::new),
        each(held, one -> BookingRows.quote(one.booked()), String[]::new));
  }

  private static @Nullable Integer kilometres(Booking booking) {
    var km = booking.details().distanceKm();
    return km.isPresent() ? Integer.valueOf(km.getAsInt()) : null;
  }

  private static @Nullable OffsetDateTime time(Optional<Instant> moment) {
    return moment.map(LedgerStore::utc).orElse(null);
  }

  private static Object ids(Collection<Booking> bookings) {
    return each(bookings, booking -> booking.id().value(), Long[]::new);
  }

  private static <T, R> Object each(
      Collection<T> all, Function<T, @Nullable R> column, IntFunction<R[]> array) {
    return all.stream().map(column).toArray(array);
  }
}
