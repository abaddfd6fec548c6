package coop.maillon.booking.page;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.arriving.NeighbourRows;
import coop.maillon.booking.arriving.Neighbours;
import coop.maillon.booking.bill.Bill;
import coop.maillon.booking.bill.BillRows;
import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The SQL that names those whom a booking concerns, and looks at what lies around it. */
final class PersonStore {

  private static final String WITH_ADDRESSES = """
      SELECT id, name, email FROM member
       WHERE lower(email) = ANY ($1) AND state IN ('invited', 'active')
      """;

  private static final String AROUND =
      """
      SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'email', m.email, 'seat',
                                        EXISTS (SELECT 1 FROM participant p WHERE p.booking_id = $2 AND p.member_id = m.id AND p.seat))
                                        ORDER BY m.name COLLATE "fr-x-icu", m.id), '[]')
                FROM member m WHERE m.id = ANY ($1)) AS people,
             (SELECT o.told FROM vehicle_outlook o WHERE o.booking_id = $2 AND o.told <> 'ok') AS charge,
             %s,
             %s
      """.formatted(NeighbourRows.columns("$2", "$3"), BillRows.column("$2"));

  private static final String SEATED =
      "SELECT member_id FROM participant WHERE booking_id = $1 AND seat";

  /**
   * Those whom a booking concerns, and what lies around it, and what it came to.
   *
   * @param invited those of the people whom its booker invited by their addresses, and not by the board
   * @param charge {@code tight} or {@code broken}, where its member was told so last
   */
  record Around(
      List<Person> people,
      List<Person> invited,
      Neighbours neighbours,
      List<Bill> bills,
      Optional<String> charge) {

    Optional<String> warning(Words words) {
      return charge.map(told -> words.say("booking.show.charge." + told));
    }
  }

  Future<Around> around(Sql sql, Booking booking, Instant now) {
    Long[] ids =
        booking.details().participants().stream().map(MemberId::value).toArray(Long[]::new);
    return sql.run(AROUND, ids, booking.id().value(), now.atOffset(ZoneOffset.UTC))
        .map(rows -> around(rows.iterator().next()));
  }

  private static Around around(Row row) {
    var people = row.getJsonArray("people").stream().map(JsonObject.class::cast).toList();
    return new Around(
        people.stream().map(PersonStore::person).toList(),
        people.stream()
            .filter(one -> !one.getBoolean("seat"))
            .map(PersonStore::person)
            .toList(),
        NeighbourRows.read(row),
        BillRows.read(row),
        Optional.ofNullable(row.getString("charge")));
  }

  private static Person person(JsonObject one) {
    return new Person(
        new MemberId(one.getLong("id")), one.getString("name"), one.getString("email"));
  }

  /** Those who take part because they were given a seat on the board: no form takes it from them. */
  Future<Set<MemberId>> seated(Sql sql, BookingId booking) {
    return sql.run(SEATED, booking.value()).map(rows -> {
      var seated = new HashSet<MemberId>();
      rows.forEach(row -> seated.add(new MemberId(row.getLong("member_id"))));
      return seated;
    });
  }

  Future<List<Person>> withAddresses(Sql sql, Collection<String> addresses) {
    String[] folded = addresses.stream()
        .map(address -> address.toLowerCase(Locale.ROOT))
        .distinct()
        .toArray(String[]::new);
    return folded.length == 0
        ? Future.succeededFuture(List.of())
        : sql.run(WITH_ADDRESSES, (Object) folded).map(PersonStore::people);
  }

  private static List<Person> people(RowSet<Row> rows) {
    var people = new ArrayList<Person>(rows.size());
    for (Row row : rows) {
      people.add(new Person(
          new MemberId(row.getLong("id")), row.getString("name"), row.getString("email")));
    }
    return people;
  }
}
