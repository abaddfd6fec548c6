package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Claim;
import coop.maillon.booking.SeriesId;
import coop.maillon.booking.act.BookingRows;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All the SQL of series: their rules, and which bookings are theirs. */
final class SeriesStore {

  private static final String NEXT_ACT = "SELECT nextval('act_seq') AS id";

  private static final String INSERT = """
      INSERT INTO series (member_id, created_by, rrule, zone, starts_local, minutes, exdates, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      RETURNING id
      """;

  /** The dates from there on, whatever became of them; those that the act changed have a new version already. */
  private static final String SPLIT = """
      WITH rest AS (
        INSERT INTO series (member_id, created_by, rrule, zone, starts_local, minutes, exdates, shift_seconds,
                            created_at, split_from, act)
        SELECT s.member_id, $3, $4, s.zone, $5, $6, $7, $8, $9, s.id, $10 FROM series s WHERE s.id = $1
        RETURNING id),
      moved AS (
        UPDATE booking
           SET series_id = (SELECT id FROM rest), version = CASE WHEN id = ANY ($11) THEN version ELSE version + 1 END
         WHERE series_id = $1 AND series_date >= $2)
      SELECT id FROM rest
      """;

  /** Nothing but its rule is left of a part that goes back to what it was split from. */
  private static final String JOIN = """
      WITH back AS (
        UPDATE booking
           SET series_id = $2, version = CASE WHEN id = ANY ($3) THEN version ELSE version + 1 END
         WHERE series_id = $1),
      parts AS (UPDATE series SET split_from = $2 WHERE split_from = $1)
      SELECT count(*) FROM series WHERE id = $1
      """;

  private static final String FORGET = "DELETE FROM series WHERE id = $1";

  private static final String REWRITE = """
      UPDATE series
         SET rrule = $2, starts_local = $3, minutes = $4, exdates = $5, shift_seconds = $6, act = $7, before = $8,
             version = version + 1
       WHERE id = $1
      """;

  private static final String FIND =
      "SELECT " + SeriesRows.COLUMNS + " FROM series s WHERE s.id = $1";

  private static final String FIND_OF = "SELECT " + SeriesRows.COLUMNS
      + " FROM series s WHERE s.id = (SELECT b.series_id FROM booking b WHERE b.id = $1)";

  private static final String TOGETHER = """
      SELECT %s, s.rrule, s.zone, s.starts_local, s.minutes, s.exdates, s.shift_seconds
        FROM booking b
        JOIN member m ON m.id = b.member_id
        LEFT JOIN series s ON s.id = b.series_id
      """.formatted(BookingRows.COLUMNS);

  private static final String OF_SERIES =
      TOGETHER + " WHERE b.series_id = $1 ORDER BY b.series_date, b.id";

  /** The booking alone where it has no series. */
  private static final String WITH_SERIES = TOGETHER + """
       WHERE b.id = $1
          OR b.series_id = (SELECT one.series_id FROM booking one WHERE one.id = $1)
       ORDER BY b.series_date, b.id
      """;

  private static final String BESIDE = """
      SELECT %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.series_id = (SELECT one.series_id FROM booking one WHERE one.id = $1)
       ORDER BY b.series_date, b.id
      """.formatted(BookingRows.COLUMNS);

  private static final String WAITED = """
      SELECT DISTINCT c.number
        FROM unnest($1::int[], $2::bigint[], $3::timestamptz[], $4::timestamptz[]) AS c (number, resource_id, starts_at, ends_at)
        JOIN waiting w ON w.resource_id = c.resource_id AND w.starts_at < c.ends_at AND w.ends_at > c.starts_at
       WHERE w.state = ANY ($5) AND w.member_id <> $6
      """;

  /** Where somebody stands who waits, and who was offered what they wait for. */
  static final List<String> WAITING = List.of("waiting");

  static final List<String> WAITING_OR_OFFERED = List.of("waiting", "offered");

  /** Who makes a series, and when. */
  record Making(MemberId member, MemberId actor, Instant now) {}

  Future<Long> nextAct(Tx tx) {
    return tx.run(NEXT_ACT).map(rows -> rows.iterator().next().getLong("id"));
  }

  Future<SeriesId> insert(Tx tx, Timetable timetable, Making making) {
    var rule = timetable.recurrence();
    return tx.run(
            INSERT,
            making.member().value(),
            making.actor().value(),
            rule.rule(),
            rule.zone().getId(),
            rule.start(),
            (int) timetable.length().toMinutes(),
            excluded(rule),
            LedgerStore.utc(making.now()))
        .map(SeriesStore::id);
  }

  /**
   * How a series is split.
   *
   * @param from the first date of the rest
   * @param rest its timetable
   * @param reached the bookings that the act changes
   */
  record Split(LocalDateTime from, Timetable rest, long act, Collection<BookingId> reached) {}

  /** The name of the rest, which has all bookings from there on; the rule of what is left is for the caller to cut. */
  Future<SeriesId> split(Tx tx, SeriesId series, Split split, Making making) {
    var rule = split.rest().recurrence();
    return tx.run(
            SPLIT,
            series.value(),
            split.from(),
            making.actor().value(),
            rule.rule(),
            rule.start(),
            (int) split.rest().length().toMinutes(),
            excluded(rule),
            (int) split.rest().shift().toSeconds(),
            LedgerStore.utc(making.now()),
            split.act(),
            ids(split.reached()))
        .map(SeriesStore::id);
  }

  /** All that became of a rest goes back to what it was split from. */
  Future<Void> join(Tx tx, SeriesId rest, SeriesId whole, Collection<BookingId> reached) {
    tx.run(JOIN, rest.value(), whole.value(), ids(reached));
    return tx.run(FORGET, rest.value()).mapEmpty();
  }

  /** As it is given, its bookings apart. */
  Future<Void> rewrite(Tx tx, Kept series) {
    var rule = series.timetable().recurrence();
    return tx.run(
            REWRITE,
            series.id().value(),
            rule.rule(),
            rule.start(),
            (int) series.timetable().length().toMinutes(),
            excluded(rule),
            (int) series.timetable().shift().toSeconds(),
            series.act().isPresent() ? series.act().getAsLong() : null,
            series.former().map(SeriesRows::json).orElse(null))
        .mapEmpty();
  }

  Future<Optional<Kept>> find(Sql sql, SeriesId id) {
    return sql.run(FIND, id.value()).map(SeriesStore::first);
  }

  /** The series that a booking is of. */
  Future<Optional<Kept>> findOf(Sql sql, BookingId booking) {
    return sql.run(FIND_OF, booking.value()).map(SeriesStore::first);
  }

  /**
   * Bookings that belong together.
   *
   * @param timetable of their series, where they have one
   */
  record Together(Optional<Timetable> timetable, List<Booking> bookings) {}

  Future<Together> ofSeries(Sql sql, SeriesId id) {
    return sql.run(OF_SERIES, id.value()).map(SeriesStore::together);
  }

  /** That booking with all of its series. */
  Future<Together> withSeries(Sql sql, BookingId booking) {
    return sql.run(WITH_SERIES, booking.value()).map(SeriesStore::together);
  }

  private static Together together(RowSet<Row> rows) {
    Optional<Timetable> timetable = Optional.empty();
    for (Row row : rows) {
      timetable =
          Optional.ofNullable(row.getString("rrule")).map(rule -> SeriesRows.timetable(row));
      break;
    }
    return new Together(timetable, BookingRows.bookings(rows));
  }

  /** All of the series that a booking is of, itself among them. */
  Future<List<Booking>> beside(Sql sql, BookingId booking) {
    return sql.run(BESIDE, booking.value()).map(BookingRows::bookings);
  }

  /** One resource that a claim, by its number, would take some time of. */
  private record Part(int number, Resource resource, Claim claim) {}

  /** Which of the claims somebody else waits for, in one of these states, by their numbers. */
  Future<Set<Integer>> waited(
      Tx tx, List<Claim> claims, Collection<String> states, Catalogue catalogue) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < claims.size(); i++) {
      int number = i;
      Claim claim = claims.get(i);
      claim
          .resources()
          .flatMap(catalogue::sharing)
          .distinct()
          .forEach(resource -> parts.add(new Part(number, resource, claim)));
    }
    return tx.run(
            WAITED,
            each(parts, Part::number, Integer[]::new),
            each(parts, part -> part.resource().id().value(), Long[]::new),
            each(
                parts, part -> LedgerStore.utc(part.claim().slot().start()), OffsetDateTime[]::new),
            each(parts, part -> LedgerStore.utc(part.claim().slot().end()), OffsetDateTime[]::new),
            states.toArray(String[]::new),
            claims.get(0).member().value())
        .map(SeriesStore::numbers);
  }

  private static Set<Integer> numbers(RowSet<Row> rows) {
    var numbers = new HashSet<Integer>();
    rows.forEach(row -> numbers.add(row.getInteger("number")));
    return numbers;
  }

  private static <T, R> Object each(
      Collection<T> all, Function<T, R> column, java.util.function.IntFunction<R[]> array) {
    return all.stream().map(column).toArray(array);
  }

  private static Long[] ids(Collection<BookingId> bookings) {
    return bookings.stream().map(BookingId::value).toArray(Long[]::new);
  }

  private static LocalDateTime[] excluded(Recurrence rule) {
    return rule.excluded().toArray(LocalDateTime[]::new);
  }

  private static SeriesId id(RowSet<Row> rows) {
    return new SeriesId(rows.iterator().next().getLong("id"));
  }

  private static Optional<Kept> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(SeriesRows.kept(row));
    }
    return Optional.empty();
  }
}
