package coop.maillon.report;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The heat map against the slowest way to count it: minute by minute, unit by unit, over two weeks in which the clocks change,
 * with bookings and closures thrown at random (seeded), at two sites with a zone of their own.
 */
class EveryMinuteTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 19);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 1);
  private static final int TRIES = 1200;

  private final Random random = new Random(29_11_2026);
  private final List<Row> rows = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();
  private final List<String> written = new ArrayList<>();

  /** Something of the cast that has units, and whether it never closes. */
  private record Thing(String slug, ZoneId zone, boolean always, List<Long> units) {}

  /** A row of the ledger. */
  private record Row(long unit, Instant start, Instant end) {

    boolean meets(Row other) {
      return unit == other.unit && start.isBefore(other.end) && other.start.isBefore(end);
    }
  }

  /** What a row is for, its buffers left out. */
  private record Taken(Row row, boolean closed) {}

  @Test
  void everyMinuteCountsOnce() {
    try (var coop = Coop.start()) {
      var things = things(coop);
      for (int i = 0; i < TRIES; i++) {
        throwOne(things.get(random.nextInt(things.size())));
      }
      coop.sql(written.toArray(String[]::new));
      var expected = new TreeMap<String, String>();
      things.forEach(thing -> count(thing).forEach(expected::put));
      var found = Hours.taken(coop.as("ada"), "from=" + FIRST + "&to=" + LAST);
      var minutes = new TreeMap<>(found.minutes());
      minutes.keySet().removeIf(key -> key.startsWith("salle-fourviere "));
      assertThat(minutes).isEqualTo(expected);
      System.out.println("compared " + expected.size() + " hours of the week, " + taken.size()
          + " bookings and closures, minute by minute");
    }
  }

  private static List<Thing> things(Coop coop) {
    return TestDatabase.ask(coop.database(), """
            SELECT r.slug || ' ' || s.zone || ' ' || (r.policy ? 'hours') || ' ' || string_agg(u.id::text, ',')
              FROM resource r JOIN site s ON s.id = r.site_id JOIN unit u ON u.resource_id = r.id
             GROUP BY r.id, s.id ORDER BY r.id
            """).stream()
        .map(line -> thing(line.split(" ")))
        .toList();
  }

  private static Thing thing(String... parts) {
    var units = Stream.of(parts[3].split(",")).map(Long::valueOf).toList();
    return new Thing(parts[0], ZoneId.of(parts[1]), parts[2].equals("true"), units);
  }

  /** A booking, of which every third has buffers, or in one of six cases a closure; left out where something is in the way. */
  private void throwOne(Thing thing) {
    long unit = thing.units().get(random.nextInt(thing.units().size()));
    Instant start = FIRST
        .minusDays(1)
        .atStartOfDay(thing.zone())
        .toInstant()
        .plusSeconds(60L * random.nextInt(16 * 24 * 60));
    Instant end = start.plusSeconds(60L * (1 + random.nextInt(400)));
    long buffer = random.nextInt(3) == 0 ? 15 * 60 : 0;
    boolean isClosure = random.nextInt(6) == 0;
    var row = new Row(unit, start.minusSeconds(buffer), end.plusSeconds(buffer));
    if (rows.stream().noneMatch(row::meets)) {
      rows.add(row);
      taken.add(isClosure ? new Taken(row, true) : new Taken(new Row(unit, start, end), false));
      written.add(sql(isClosure ? "closure" : "booking", row, new Row(unit, start, end)));
    }
  }

  private static String sql(String cause, Row row, Row booked) {
    return """
        WITH made AS (
          INSERT INTO booking (member_id, created_by, status, starts_at, ends_at, created_at)
          SELECT 1, 1, 'completed', '%s', '%s', '2026-01-01Z' WHERE '%s' = 'booking' RETURNING id)
        INSERT INTO occupancy (unit_id, resource_id, during, cause, booking_id)
        SELECT u.id, u.resource_id, tstzrange('%s', '%s', '[)'), '%s', (SELECT id FROM made)
          FROM unit u WHERE u.id = %d
        """.formatted(
            booked.start(), booked.end(), cause, row.start(), row.end(), cause, row.unit());
  }

  private Map<String, String> count(Thing thing) {
    var open = new int[7 * 24];
    var booked = new int[7 * 24];
    Instant end = LAST.plusDays(1).atStartOfDay(thing.zone()).toInstant();
    for (long unit : thing.units()) {
      var here = taken.stream().filter(one -> one.row().unit() == unit).toList();
      Instant minute = FIRST.atStartOfDay(thing.zone()).toInstant();
      for (; minute.isBefore(end); minute = minute.plusSeconds(60)) {
        var local = minute.atZone(thing.zone());
        var row = new Row(unit, minute, minute.plusSeconds(60));
        var cause = here.stream().filter(one -> one.row().meets(row)).findFirst();
        if (isOpen(thing, local) && cause.filter(Taken::closed).isEmpty()) {
          open[hour(local)]++;
          booked[hour(local)] += cause.isPresent() ? 1 : 0;
        }
      }
    }
    return said(thing, open, booked);
  }

  private static boolean isOpen(Thing thing, ZonedDateTime local) {
    return thing.always()
        || local.getDayOfWeek() != DayOfWeek.SUNDAY && local.getHour() >= 8 && local.getHour() < 20;
  }

  private static int hour(ZonedDateTime local) {
    return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
  }

  private static Map<String, String> said(Thing thing, int[] open, int[] booked) {
    var said = new TreeMap<String, String>();
    IntStream.range(0, open.length)
        .filter(i -> open[i] > 0)
        .forEach(
            i -> said.put(Hours.key(thing.slug(), 1 + i / 24, i % 24), booked[i] + "/" + open[i]));
    return said;
  }
}
