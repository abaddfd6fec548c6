package coop.maillon.report;

import static java.time.ZoneOffset.UTC;

import coop.maillon.booking.BookingId;
import coop.maillon.db.Sql;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All the SQL of reports. */
final class ReportStore {

  /** One row a unit and cause: a row a booking would be thirty thousand in three months. Seconds count from the window's start. */
  private static final String USES = """
      SELECT o.unit_id, o.cause,
             array_agg(extract(epoch FROM greatest(lower(o.during), b.starts_at, $2) - $2)::int
                       ORDER BY lower(o.during)) AS starts,
             array_agg(extract(epoch FROM least(upper(o.during), b.ends_at, b.left_at, $3) - $2)::int
                       ORDER BY lower(o.during)) AS ends
        FROM occupancy o
        LEFT JOIN booking b ON b.id = o.booking_id
       WHERE o.unit_id = ANY ($1)
         AND o.during && tstzrange($2, $3, '[)')
         AND o.cause <> 'hold'
       GROUP BY o.unit_id, o.cause
      """;

  /**
   * What was refused in the days $5 to $6 of the zone ($2) of each resource ($1), and what was due in them by $7; $3 and $4 are
   * the same days wherever a site may be. Whoever came, or left early, came.
   */
  private static final String COUNTS = """
      WITH about AS (
        SELECT a.resource_id, a.zone FROM unnest($1::bigint[], $2::text[]) AS a (resource_id, zone))
      SELECT f.resource_id, f.rule,
             extract(isodow FROM f.starts_at AT TIME ZONE a.zone)::int AS day,
             extract(hour FROM f.starts_at AT TIME ZONE a.zone)::int AS hour,
             count(*)::int AS many, 0 AS missed
        FROM refusal f
        JOIN about a ON a.resource_id = f.resource_id
       WHERE f.at >= $3 AND f.at < $4
         AND (f.at AT TIME ZONE a.zone)::date BETWEEN $5 AND $6
       GROUP BY 1, 2, 3, 4
       UNION ALL
      SELECT d.resource_id, '', 0, 0, count(*)::int,
             (count(*) FILTER (WHERE b.arrived_at IS NULL))::int
        FROM booking b
        JOIN booked d ON d.booking_id = b.id
        JOIN about a ON a.resource_id = d.resource_id
       WHERE b.starts_at >= $3 AND b.starts_at < $4
         AND b.check_in_by IS NOT NULL
         AND b.check_in_by <= $7
         AND b.status IN ('confirmed', 'started', 'completed', 'released')
         AND (b.starts_at AT TIME ZONE a.zone)::date BETWEEN $5 AND $6
       GROUP BY d.resource_id
      """;

  private static final String NOTE = """
      INSERT INTO refusal (at, resource_id, rule, starts_at, ends_at)
      SELECT n.at, coalesce(nullif(n.resource_id, 0), d.resource_id), n.rule, n.starts_at, n.ends_at
        FROM unnest($1::timestamptz[], $2::bigint[], $3::bigint[], $4::text[], $5::timestamptz[], $6::timestamptz[])
             AS n (at, resource_id, booking_id, rule, starts_at, ends_at)
        LEFT JOIN LATERAL (
          SELECT b.resource_id FROM booked b WHERE b.booking_id = n.booking_id ORDER BY b.position LIMIT 1) d ON true
       WHERE n.resource_id > 0 OR d.resource_id IS NOT NULL
      """;

  private static final String FORGET = "DELETE FROM refusal WHERE at < $1";

  /** What is known of these units in that window; nothing of those that were free and open all along. */
  Future<Map<UnitId, UnitUse>> uses(Sql sql, Collection<UnitId> units, TimeSlot window) {
    var ids = units.stream().map(UnitId::value).toArray(Long[]::new);
    return sql.run(USES, ids, window.start().atOffset(UTC), window.end().atOffset(UTC))
        .map(rows -> uses(rows, window.start()));
  }

  Future<Counted> counts(Sql sql, Scope scope, TimeSlot window, Instant now) {
    var about = scope.resources();
    return sql.run(
            COUNTS,
            about.stream().map(one -> one.id().value()).toArray(Long[]::new),
            about.stream().map(one -> one.site().zone().getId()).toArray(String[]::new),
            window.start().atOffset(UTC),
            window.end().atOffset(UTC),
            scope.period().first(),
            scope.period().last(),
            now.atOffset(UTC))
        .map(ReportStore::counted);
  }

  /** Writes what was refused; where only a booking is known, its first resource was. */
  Future<Void> note(Sql sql, List<Tally.Refusal> refusals) {
    return sql.run(
            NOTE,
            each(refusals, one -> one.at().atOffset(UTC)).toArray(OffsetDateTime[]::new),
            each(refusals, one -> one.resource().map(ResourceId::value).orElse(0L))
                .toArray(Long[]::new),
            each(refusals, one -> one.booking().map(BookingId::value).orElse(0L))
                .toArray(Long[]::new),
            each(refusals, Tally.Refusal::rule).toArray(String[]::new),
            each(refusals, one -> one.slot().start().atOffset(UTC)).toArray(OffsetDateTime[]::new),
            each(refusals, one -> one.slot().end().atOffset(UTC)).toArray(OffsetDateTime[]::new))
        .mapEmpty();
  }

  Future<Void> forget(Sql sql, Instant before) {
    return sql.run(FORGET, before.atOffset(UTC)).mapEmpty();
  }

  private static <T> Stream<T> each(List<Tally.Refusal> refusals, Function<Tally.Refusal, T> part) {
    return refusals.stream().map(part);
  }

  private static Map<UnitId, UnitUse> uses(RowSet<Row> rows, Instant origin) {
    var uses = new HashMap<UnitId, UnitUse>();
    for (Row row : rows) {
      var unit = new UnitId(row.getLong("unit_id"));
      var times = times(row, origin);
      var use = row.getString("cause").equals("closure")
          ? new UnitUse(unit, List.of(), times)
          : new UnitUse(unit, times, List.of());
      uses.merge(unit, use, UnitUse::and);
    }
    return uses;
  }

  /** What is left of a row without its buffers; nothing of those that lie in the window with a buffer only. */
  private static List<TimeSlot> times(Row row, Instant origin) {
    var starts = row.getArrayOfIntegers("starts");
    var ends = row.getArrayOfIntegers("ends");
    return IntStream.range(0, starts.length)
        .mapToObj(i -> TimeSlot.between(origin.plusSeconds(starts[i]), origin.plusSeconds(ends[i])))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Counted counted(RowSet<Row> rows) {
    var refusals = new ArrayList<Counted.Refusals>();
    var arrivals = new ArrayList<Counted.Arrivals>();
    for (Row row : rows) {
      var resource = new ResourceId(row.getLong("resource_id"));
      int many = row.getInteger("many");
      if (row.getString("rule").isEmpty()) {
        arrivals.add(new Counted.Arrivals(resource, many, row.getInteger("missed")));
      } else {
        refusals.add(new Counted.Refusals(resource, row.getString("rule"), wanted(row), many));
      }
    }
    return new Counted(refusals, arrivals);
  }

  private static HourOfWeek wanted(Row row) {
    return new HourOfWeek(DayOfWeek.of(row.getInteger("day")), row.getInteger("hour"));
  }
}
