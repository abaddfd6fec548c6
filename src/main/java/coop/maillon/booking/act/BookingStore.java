package coop.maillon.booking.act;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Course;
import coop.maillon.booking.Details;
import coop.maillon.booking.SeriesId;
import coop.maillon.db.Query;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Return;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All the SQL that writes bookings, and reads one of them. */
public final class BookingStore {

  private static final String REPLACE_BOOKED = """
      WITH gone AS (DELETE FROM booked WHERE booking_id = $1 AND NOT resource_id = ANY ($2))
      INSERT INTO booked (booking_id, resource_id, position, unit_id, buffer_before, buffer_after, quote)
      SELECT $1, k.resource_id, k.position, k.unit_id, k.before, k.after, k.quote::jsonb
        FROM unnest($2::bigint[], $3::bigint[], $4::int[], $5::int[], $6::text[])
             WITH ORDINALITY AS k (resource_id, unit_id, before, after, quote, position)
      ON CONFLICT (booking_id, resource_id) DO UPDATE
         SET position = excluded.position, unit_id = excluded.unit_id,
             buffer_before = excluded.buffer_before, buffer_after = excluded.buffer_after, quote = excluded.quote
      """;

  private static final String UPDATE = """
      UPDATE booking
         SET status = $2, title = $3, private = $4, activity = $5, distance_km = $6, starts_at = $7, ends_at = $8,
             reason = $9, undo = $10, undo_until = $11, series_id = $12, series_date = $13, detached = $14, act = $15,
             check_in_by = $16, arrived_at = $17, left_at = $18, rehoused_by = $19, must_return = $20,
             version = version + 1
       WHERE id = $1
      RETURNING version
      """;

  private static final String OPEN =
      "UPDATE booked SET any_of = $3 WHERE booking_id = $1 AND resource_id = $2";

  /** Each lies on another resource since, with the buffers of that one. */
  private static final String REASSIGN = """
      UPDATE booked k
         SET resource_id = r.to_id, buffer_before = r.before, buffer_after = r.after
        FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[]) AS r (booking_id, to_id, before, after)
       WHERE k.booking_id = r.booking_id
      """;

  private static final String GUESTS = "SELECT id FROM member WHERE guest AND id = ANY ($1)";

  private static final String REPLACE_PARTICIPANTS = """
      WITH gone AS (DELETE FROM participant WHERE booking_id = $1 AND NOT member_id = ANY ($2))
      INSERT INTO participant (booking_id, member_id) SELECT $1, p.id FROM unnest($2::bigint[]) AS p (id)
      ON CONFLICT DO NOTHING
      """;

  private static final String FIND = """
      SELECT %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.id = $1
      """.formatted(BookingRows.COLUMNS);

  private static final String FIND_ALL = """
      SELECT %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.id = ANY ($1)
       ORDER BY b.starts_at, b.id
      """.formatted(BookingRows.COLUMNS);

  public Future<List<JsonObject>> ask(Sql sql, Query query) {
    return sql.run(query.statement(), query.arguments().toArray()).map(BookingRows::objects);
  }

  /** All of it by one statement; what it takes the place of must be moved by then. */
  Future<Void> insert(Tx tx, Insertion placed, Instant now) {
    return tx.run(placed.statement(), placed.values(now)).mapEmpty();
  }

  /** Writes the booking as it is given, but for its version, which the answer has. */
  public Future<Integer> update(Tx tx, Booking booking) {
    return tx.run(UPDATE, Stream.concat(said(booking), course(booking.course())).toArray())
        .map(rows -> rows.iterator().next().getInteger("version"));
  }

  public Future<Void> replaceBooked(Tx tx, Booking booking) {
    return tx.run(
            REPLACE_BOOKED,
            booking.id().value(),
            resources(booking),
            chosen(booking),
            buffers(booking, Side.BEFORE),
            buffers(booking, Side.AFTER),
            quotes(booking))
        .mapEmpty();
  }

  /** Says of which resources any would do; of none, once it keeps the one that it has. */
  public Future<Void> open(Tx tx, Booking booking) {
    Long[] ids = booking.first().anyOf().stream().map(ResourceId::value).toArray(Long[]::new);
    return tx.run(OPEN, booking.id().value(), booking.first().resource().value(), ids)
        .mapEmpty();
  }

  /** A booking that lies on another resource since. */
  record Reassigned(BookingId booking, Resource to) {}

  Future<Void> reassign(Tx tx, List<Reassigned> all) {
    return tx.run(
            REASSIGN,
            all.stream().map(one -> one.booking().value()).toArray(Long[]::new),
            all.stream().map(one -> one.to().id().value()).toArray(Long[]::new),
            all.stream().map(one -> one.to().policy().buffers().before()).toArray(Integer[]::new),
            all.stream().map(one -> one.to().policy().buffers().after()).toArray(Integer[]::new))
        .mapEmpty();
  }

  Future<Void> replaceParticipants(Tx tx, Booking booking) {
    Long[] members =
        booking.details().participants().stream().map(MemberId::value).toArray(Long[]::new);
    return tx.run(REPLACE_PARTICIPANTS, booking.id().value(), members).mapEmpty();
  }

  public Future<Optional<Booking>> find(Sql sql, BookingId id) {
    return sql.run(FIND, id.value()).map(BookingStore::first);
  }

  public Future<List<Booking>> findAll(Sql sql, Collection<BookingId> ids) {
    return sql.run(FIND_ALL, (Object) ids.stream().map(BookingId::value).toArray(Long[]::new))
        .map(BookingRows::bookings);
  }

  /** Those of them who are guests. */
  public Future<Set<MemberId>> guests(Sql sql, Collection<MemberId> members) {
    return sql.run(GUESTS, (Object) members.stream().map(MemberId::value).toArray(Long[]::new))
        .map(rows -> {
          var guests = new HashSet<MemberId>();
          rows.forEach(row -> guests.add(new MemberId(row.getLong("id"))));
          return guests;
        });
  }

  private static Optional<Booking> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(BookingRows.booking(row));
    }
    return Optional.empty();
  }

  private static Stream<@Nullable Object> said(Booking booking) {
    Details details = booking.details();
    return Stream.of(
        booking.id().value(),
        booking.status().word(),
        details.title(),
        details.isPrivate(),
        details.activity(),
        kilometres(details),
        LedgerStore.utc(booking.slot().start()),
        LedgerStore.utc(booking.slot().end()),
        booking.reason(),
        booking.undo().map(BookingRows::undoJson).orElse(null),
        booking.undo().map(undo -> LedgerStore.utc(undo.until())).orElse(null));
  }

  private static Stream<@Nullable Object> course(Course course) {
    return Stream.of(
        course.series().map(SeriesId::value).orElse(null),
        course.part().map(Course.Part::date).orElse(null),
        course.part().filter(part -> part.tie() == Course.Tie.DETACHED).isPresent(),
        number(course.act()),
        time(course.checkInBy()),
        time(course.arrived()),
        time(course.left()),
        number(course.rehousedBy()),
        course.back() == Return.NEEDED);
  }

  private static @Nullable Long number(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  static @Nullable OffsetDateTime time(Optional<Instant> moment) {
    return moment.map(LedgerStore::utc).orElse(null);
  }

  private enum Side {
    BEFORE,
    AFTER
  }

  static @Nullable Integer kilometres(Details details) {
    return details.distanceKm().isPresent() ? details.distanceKm().getAsInt() : null;
  }

  private static Long[] resources(Booking booking) {
    return booking.resources().stream().map(id -> id.value()).toArray(Long[]::new);
  }

  private static Long[] chosen(Booking booking) {
    return booking.booked().stream()
        .map(one -> one.chosen().map(unit -> unit.value()).orElse(null))
        .toArray(Long[]::new);
  }

  private static String[] quotes(Booking booking) {
    return booking.booked().stream().map(BookingRows::quote).toArray(String[]::new);
  }

  private static Integer[] buffers(Booking booking, Side side) {
    return booking.booked().stream()
        .map(one -> side == Side.BEFORE ? one.bufferBefore() : one.bufferAfter())
        .toArray(Integer[]::new);
  }
}
