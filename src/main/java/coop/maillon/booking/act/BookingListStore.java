package coop.maillon.booking.act;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingFilter;
import coop.maillon.booking.CalendarScope;
import coop.maillon.db.Sql;
import coop.maillon.resource.ResourceId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** All the SQL that reads bookings, within what the reader may see. */
final class BookingListStore {

  /** What everybody may see is what occupies or occupied time; one's own is there whatever became of it. */
  private static final String ALL = """
      SELECT %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.starts_at < $2 AND b.ends_at > $1
         AND ($3::bigint IS NULL OR EXISTS (SELECT 1 FROM booked k WHERE k.booking_id = b.id AND k.resource_id = $3))
         AND (b.member_id = $4
              OR EXISTS (SELECT 1 FROM participant p WHERE p.booking_id = b.id AND p.member_id = $4)
              OR (b.status NOT IN ('cancelled', 'rejected', 'released')
                  AND ($5::bigint[] IS NULL
                       OR EXISTS (SELECT 1 FROM booked k JOIN resource r ON r.id = k.resource_id
                                   WHERE k.booking_id = b.id AND r.site_id = ANY ($5)))))
         AND (b.starts_at, b.id) > ($6, $7)
       ORDER BY b.starts_at, b.id
       LIMIT $8
      """.formatted(BookingRows.COLUMNS);

  private static final String MINE = """
      SELECT %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.id IN (SELECT own.id FROM booking own WHERE own.member_id = $4
                      UNION SELECT p.booking_id FROM participant p WHERE p.member_id = $4)
         AND b.starts_at < $2 AND b.ends_at > $1
         AND ($3::bigint IS NULL OR EXISTS (SELECT 1 FROM booked k WHERE k.booking_id = b.id AND k.resource_id = $3))
         AND (b.starts_at, b.id) > ($5, $6)
       ORDER BY b.starts_at, b.id
       LIMIT $7
      """.formatted(BookingRows.COLUMNS);

  private static final String PENDING = """
      SELECT %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.status = 'pending' AND (b.starts_at <= $1 OR b.created_at <= $2)
       ORDER BY b.starts_at, b.id
       LIMIT 100
      """.formatted(BookingRows.COLUMNS);

  private static final String TO_DECIDE = """
      SELECT %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.status = 'pending'
         AND NOT EXISTS (SELECT 1 FROM booked k JOIN resource r ON r.id = k.resource_id
                          WHERE k.booking_id = b.id AND r.site_id <> ALL ($1))
       ORDER BY b.starts_at, b.id
       LIMIT 200
      """.formatted(BookingRows.COLUMNS);

  /** The newest first, should there be more than fit. */
  private static final String CALENDAR = """
      SELECT %s
        FROM booking b
        JOIN member m ON m.id = b.member_id
       WHERE b.ends_at > $2 AND b.id IN (%s)
       ORDER BY b.starts_at DESC, b.id DESC
       LIMIT 5000
      """;

  /** What another gave up or never got is nobody else’s to see; one's own is there whatever became of it. */
  private static final String STANDS_OR_OWN = """
      SELECT s.id FROM booking s
       WHERE s.id IN (%s)
         AND (s.status NOT IN ('cancelled', 'rejected', 'released')
              OR s.member_id = $3
              OR EXISTS (SELECT 1 FROM participant p WHERE p.booking_id = s.id AND p.member_id = $3))""";

  private static final String OF_MEMBER = CALENDAR.formatted(BookingRows.COLUMNS, """
      SELECT own.id FROM booking own WHERE own.member_id = $1
      UNION SELECT p.booking_id FROM participant p WHERE p.member_id = $1""");

  private static final String OF_RESOURCE = CALENDAR.formatted(
      BookingRows.COLUMNS,
      STANDS_OR_OWN.formatted("SELECT k.booking_id FROM booked k WHERE k.resource_id = $1"));

  private static final String OF_SITE =
      CALENDAR.formatted(BookingRows.COLUMNS, STANDS_OR_OWN.formatted("""
      SELECT k.booking_id FROM booked k JOIN resource r ON r.id = k.resource_id
       WHERE r.site_id = $1"""));

  Future<List<Booking>> ofCalendar(Sql sql, CalendarScope scope, Who reader, Instant since) {
    var from = LedgerStore.utc(since);
    return switch (scope.of()) {
      case MEMBER -> sql.run(OF_MEMBER, scope.id(), from).map(BookingRows::bookings);
      case RESOURCE ->
        sql.run(OF_RESOURCE, scope.id(), from, reader.id()).map(BookingRows::bookings);
      case SITE -> sql.run(OF_SITE, scope.id(), from, reader.id()).map(BookingRows::bookings);
    };
  }

  Future<List<Booking>> list(Sql sql, BookingFilter filter, Who who) {
    var start = LedgerStore.utc(filter.window().start());
    var end = LedgerStore.utc(filter.window().end());
    Long resource = filter.resource().map(ResourceId::value).orElse(null);
    var after =
        LedgerStore.utc(filter.after().map(BookingFilter.Cursor::start).orElse(Instant.EPOCH));
    long afterId = filter.after().map(cursor -> cursor.id().value()).orElse(0L);
    return filter.whose() == BookingFilter.Whose.MINE
        ? sql.run(MINE, start, end, resource, who.id(), after, afterId, filter.limit())
            .map(BookingRows::bookings)
        : sql.run(ALL, start, end, resource, who.id(), sites(who), after, afterId, filter.limit())
            .map(BookingRows::bookings);
  }

  /** Those that nobody answered: begun, or asked for before that moment. */
  Future<List<Booking>> unanswered(Sql sql, Instant now, Instant askedBefore) {
    return sql.run(PENDING, LedgerStore.utc(now), LedgerStore.utc(askedBefore))
        .map(BookingRows::bookings);
  }

  /** Those that wait for a yes at these sites. */
  Future<List<Booking>> toDecide(Sql sql, List<Long> sites) {
    return sql.run(TO_DECIDE, (Object) sites.toArray(Long[]::new)).map(BookingRows::bookings);
  }

  private static Long @org.jspecify.annotations.Nullable [] sites(Who who) {
    return who.guest() ? who.guestSites().toArray(Long[]::new) : null;
  }
}
