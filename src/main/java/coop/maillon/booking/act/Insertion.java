package coop.maillon.booking.act;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.Details;
import coop.maillon.booking.Seat;
import coop.maillon.db.ValueRows;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Return;
import coop.maillon.resource.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A new booking with all its rows, as one statement. The statement has the rows one by one, for they cost PostgreSQL less than
 * arrays that it takes apart; there are as many statements as numbers of rows, and few of these.
 *
 * @param seats its rows of the ledger
 */
record Insertion(Booking booking, MemberId actor, List<Seat> seats) {

  private static final String INSERT = """
      WITH placed AS (
        INSERT INTO booking (id, member_id, created_by, status, title, private, activity, distance_km, starts_at, ends_at, created_at, check_in_by,
                             arrived_at, must_return)
        VALUES ($1, $2, NULLIF($3::bigint, $2), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)),
      %s
      seated AS (
        INSERT INTO occupancy (unit_id, resource_id, during, cause, booking_id)
        VALUES %s)
      INSERT INTO booked (booking_id, position, resource_id, unit_id, buffer_before, buffer_after, quote)
      VALUES %s
      """;

  private static final String INVITED =
      "invited AS (INSERT INTO participant (booking_id, member_id) VALUES %s),";

  private static final Map<Shape, String> STATEMENTS = new ConcurrentHashMap<>();

  String statement() {
    return STATEMENTS.computeIfAbsent(
        new Shape(
            booking.details().participants().size(),
            seats.size(),
            booking.booked().size()),
        Shape::statement);
  }

  @Nullable
  Object[] values(Instant now) {
    var values = new ArrayList<@Nullable Object>(own(now).toList());
    booking.details().participants().forEach(member -> values.add(member.value()));
    for (Seat seat : seats) {
      values.add(seat.unit().value());
      values.add(seat.resource().value());
      values.add(LedgerStore.utc(seat.during().start()));
      values.add(LedgerStore.utc(seat.during().end()));
    }
    int position = 1;
    for (Booked one : booking.booked()) {
      values.add(position++);
      values.add(one.resource().value());
      values.add(one.chosen().map(UnitId::value).orElse(null));
      values.add(one.bufferBefore());
      values.add(one.bufferAfter());
      values.add(BookingRows.quote(one));
    }
    return values.toArray();
  }

  private Stream<@Nullable Object> own(Instant now) {
    Details details = booking.details();
    return Stream.of(
        booking.id().value(),
        booking.member().value(),
        actor.value(),
        booking.status().word(),
        details.title(),
        details.isPrivate(),
        details.activity(),
        BookingStore.kilometres(details),
        LedgerStore.utc(booking.slot().start()),
        LedgerStore.utc(booking.slot().end()),
        LedgerStore.utc(now),
        BookingStore.time(booking.course().checkInBy()),
        BookingStore.time(booking.course().arrived()),
        booking.course().back() == Return.NEEDED);
  }

  /** How many rows a booking writes of each kind. */
  private record Shape(int participants, int seats, int booked) {

    private static final int OWN = 14;

    String statement() {
      String invited = ValueRows.of(participants, OWN + 1, "($1, ?::bigint)");
      int from = OWN + 1 + participants;
      String seated =
          "(?::bigint, ?::bigint, tstzrange(?::timestamptz, ?::timestamptz, '[)'), 'booking', $1)";
      return INSERT.formatted(
          participants == 0 ? "" : INVITED.formatted(invited),
          ValueRows.of(seats, from, seated),
          ValueRows.of(
              booked,
              from + 4 * seats,
              "($1, ?::int, ?::bigint, ?::bigint, ?::int, ?::int, ?::text::jsonb)"));
    }
  }
}
