package coop.maillon.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Soon;
import coop.maillon.support.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds are read by Debian's python3-icalendar: a program that is not ours has to agree about every hour. */
class FeedTest {

  private static final Pattern LINK = Pattern.compile("http://[^/]+(/calendar/[^\"]+\\.ics)");

  /** 500 of Bruno's, one an hour from before the last night of summer time until after it, and others all over a year. */
  private static final String BOOKINGS = """
      INSERT INTO booking (id, member_id, created_by, status, title, starts_at, ends_at, version, created_at)
      SELECT 1000 + n, m.id, m.id,
             CASE WHEN n % 10 = 0 THEN 'cancelled' WHEN n % 10 = 1 THEN 'pending' ELSE 'confirmed' END,
             CASE WHEN n % 3 = 0 THEN 'Réunion n° ' || n || ', très; longue : ' || repeat('é', 60) ELSE '' END,
             at, at + interval '90 minutes', 1 + n % 7, '2026-01-01Z'
        FROM member m, generate_series(1, 500) AS n,
             LATERAL (SELECT CASE WHEN n <= 96 THEN timestamptz '2027-10-29 22:00Z' + n * interval '1 hour'
                                  WHEN n <= 120 THEN timestamptz '2027-03-27 16:00Z' + (n - 96) * interval '1 hour'
                                  ELSE timestamptz '2026-12-01 07:00Z' + (n - 120) * interval '23 hours' END AS at) t
       WHERE m.email = 'bruno@demo.test'
      """;

  private static final String BOOKED = """
      INSERT INTO booked (booking_id, resource_id)
      SELECT b.id, r.id FROM booking b, resource r
       WHERE r.slug = CASE WHEN b.id % 5 = 0 THEN 'salle-volcan' ELSE 'salle-loire' END
      """;

  @TempDir
  private Path folder;

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void fiveHundredBookingsOpenWithoutAWarningAndEachHourIsRightOnBothSidesOfAClockChange()
      throws Exception {
    coop.sql(BOOKINGS, BOOKED);
    var feed = coop.anybody().get(link("mine")).body();
    var read = readByPython(feed);
    assertThat(read).hasSize(500).containsExactlyInAnyOrderElementsOf(asTheDatabaseHasThem());
    assertThat(feed.lines())
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
    System.out.println(read.size() + " events read by python3-icalendar, all hours equal");
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() {
    coop.sql(BOOKINGS, BOOKED);
    var link = link("mine");
    var first = coop.anybody().get(link);
    var tag = first.headers().firstValue("ETag").orElseThrow();
    var again = coop.anybody().with("If-None-Match", tag).get(link);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    for (String other : List.of("W/" + tag, "\"old\", " + tag, "*")) {
      assertThat(coop.anybody().with("If-None-Match", other).get(link).statusCode())
          .as(other)
          .isEqualTo(304);
    }
    coop.sql("UPDATE booking SET status = 'cancelled', version = version + 1 WHERE id = 1003");
    var changed = coop.anybody().with("If-None-Match", tag).get(link);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(eventOf(changed, 1003)).contains("STATUS:CANCELLED", "SEQUENCE:5");
  }

  @Test
  void aClosedLinkLeadsNowhereAndSoDoesThatOfWhoeverIsShutOut() {
    var link = link("mine");
    assertThat(coop.anybody().get(link).statusCode()).isEqualTo(200);
    coop.sql("UPDATE member SET state = 'suspended' WHERE email = 'bruno@demo.test'");
    assertThat(coop.anybody().get(link).statusCode()).isEqualTo(404);
    coop.sql("UPDATE member SET state = 'active'");
    var other = coop.browser("diane").post("/me/calendars/1/revocation");
    assertThat(other.statusCode()).isEqualTo(404);
    coop.browser("bruno").post("/me/calendars/1/revocation");
    assertThat(coop.anybody().get(link).statusCode()).isEqualTo(404);
  }

  @Test
  void theCalendarOfARoomSaysToOthersOnlyThatItIsOccupied() {
    coop.sql(BOOKINGS, BOOKED, "UPDATE booking SET private = true");
    var room = coop.one("SELECT 'resource:' || id FROM resource WHERE slug = 'salle-loire'");
    var feed = coop.anybody().get(link("diane", room)).body();
    assertThat(feed).contains("SUMMARY:Occupé").doesNotContain("Réunion", "Bruno");
    assertThat(coop.anybody().get(link("chloe", room)).body()).contains("SUMMARY:Réunion n° ");
  }

  @Test
  void theCalendarOfARoomLeavesOutWhatOthersCancelled() {
    coop.sql(BOOKINGS, BOOKED);
    var room = coop.one("SELECT 'resource:' || id FROM resource WHERE slug = 'salle-volcan'");
    var site = coop.one("SELECT 'site:' || id FROM site WHERE slug = 'saint-denis'");
    for (String what : List.of(room, site)) {
      assertThat(coop.anybody().get(link("diane", what)).body())
          .contains("STATUS:CONFIRMED")
          .doesNotContain("STATUS:CANCELLED");
      assertThat(coop.anybody().get(link("bruno", what)).body()).contains("STATUS:CANCELLED");
    }
  }

  @Test
  void aTitleCannotBeginALineOfItsOwn() {
    coop.sql(
        BOOKINGS, BOOKED, "UPDATE booking SET title = E'a\\rATTENDEE:b\\nURL:c' WHERE id = 1003");
    var feed = coop.anybody().get(link("mine"));
    assertThat(eventOf(feed, 1003)).contains("SUMMARY:a ATTENDEE:b URL:c");
    assertThat(feed.body().replace("\r\n", "")).doesNotContain("\r", "\n");
  }

  @Test
  void whoeverOpensALinkIsToldAndTheDatabaseHasOnlyItsHash() {
    var link = link("mine");
    Soon.soon("it is told", () -> coop.one("SELECT count(*) FROM inbox").equals("1"));
    assertThat(coop.browser("bruno").get("/inbox").body())
        .contains("Un lien de calendrier est ouvert");
    var secret = link.replaceAll(".*/|\\.ics", "");
    assertThat(coop.one("SELECT count(*) FROM calendar_feed WHERE position(convert_to('" + secret
            + "', 'UTF8') IN token_hash) > 0"))
        .isEqualTo("0");
    assertThat(coop.one("SELECT string_agg(data::text, ' ') FROM event")).doesNotContain(secret);
  }

  private String link(String what) {
    return link("bruno", what);
  }

  private String link(String name, String what) {
    var page = coop.browser(name)
        .post("/me/calendars", "what", what, "label", "Téléphone")
        .body();
    var found = LINK.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private List<String> readByPython(String feed) throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("feed.ics"), feed);
    var python = new ProcessBuilder(
            "/usr/bin/python3",
            "-W",
            "error",
            "src/test/resources/calendar/read.py",
            file.toString())
        .redirectErrorStream(true)
        .start();
    var said = new String(python.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(python.waitFor()).as("%s", said).isZero();
    return said;
  }

  private List<String> asTheDatabaseHasThem() {
    return TestDatabase.ask(coop.database(), """
        SELECT format('booking-%s@%s %s %s %s %s', id, '127.0.0.1',
                      to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"'),
                      to_char(ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"'), version,
                      CASE status WHEN 'cancelled' THEN 'CANCELLED' WHEN 'pending' THEN 'TENTATIVE'
                                  ELSE 'CONFIRMED' END)
          FROM booking
        """);
  }

  private static String eventOf(HttpResponse<String> feed, long booking) {
    var text = feed.body();
    int from = text.indexOf("UID:booking-" + booking + "@");
    return text.substring(from, text.indexOf("END:VEVENT", from));
  }
}
