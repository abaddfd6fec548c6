package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.BoardThings;
import coop.maillon.support.Coop;
import coop.maillon.support.Statements;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How often a page asks the database, counted by PostgreSQL: no more for two hundred rows than for five,
 * where every sort of rule holds for all of them.
 */
class StatementsTest {

  private static final int MOST = 3;

  private static Coop coop;
  private static String booking = "";

  @BeforeAll
  static void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
    for (int day = 9; day < 29; day++) {
      booking = booked("2026-12-%02dT10:00:00+01:00".formatted(day));
    }
    twoHundredRooms();
    everyRule();
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @Test
  void aPlanningOfTwoHundredRowsAsksNoMoreThanOneOfFive() {
    assertThat(coop.browser("bruno").get("/?site=lyon&date=2026-12-09").body())
        .contains("Salle 200");
    assertThat(asked("/?site=lyon&date=2026-12-09")).hasSizeLessThanOrEqualTo(MOST);
    assertThat(asked("/?site=lyon&date=2026-12-09"))
        .hasSameSizeAs(asked("/?site=grenoble&date=2026-12-09"));
  }

  @Test
  void aWeekAsksNoMoreThanADay() {
    assertThat(asked("/?site=lyon&date=2026-12-09&view=week&resource=salle-loire"))
        .hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void findingASlotAmongTwoHundredAsksThreeTimesAtMost() {
    assertThat(asked("/openings?kind=space&date=2026-12-09&minutes=60&site=lyon"))
        .hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void myBookingsAskThreeTimesAtMost() {
    assertThat(asked("/bookings")).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void aBookingAsksThreeTimesAtMost() {
    assertThat(asked("/bookings/" + booking)).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void aDateOfASeriesOfAHundredAsksThreeTimesAtMost() {
    var wish = new JsonObject()
        .put("resource", "bureaux-calmes")
        .put("start", "2027-02-01T09:00:00+01:00")
        .put("end", "2027-02-01T10:00:00+01:00")
        .put("rrule", "FREQ=DAILY;COUNT=100");
    var booked = coop.as("bruno").post("/api/v1/bookings", wish);
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    var dates = new JsonObject(booked.body()).getJsonArray("bookings");
    var id = dates.getJsonObject(50).getString("id");
    coop.sql("INSERT INTO participant SELECT " + id
        + ", id FROM member WHERE email = 'diane@demo.test'");
    assertThat(coop.browser("bruno").get("/bookings/" + id).body()).contains("100 dates");
    assertThat(asked("/bookings/" + id)).hasSizeLessThanOrEqualTo(MOST);
    assertThat(asked("/bookings")).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void takingACarAndBringingItBackAskThreeTimesAtMost() {
    var wish = new JsonObject()
        .put("resource", "zoe-bleue")
        .put("start", "2026-12-08T10:20:00+01:00")
        .put("end", "2026-12-08T11:20:00+01:00");
    var id = coop.booked("bruno", wish);
    assertThat(asked("/bookings/" + id + "/taking")).hasSizeLessThanOrEqualTo(MOST);
    assertThat(asked("/bookings/" + id + "/return")).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void howFarTenCarsGoAtThirtyTimesAsksThreeTimesAtMost() {
    tenCars();
    var page = "/vehicles?site=grenoble&date=2026-12-10&km=120&minutes=120";
    var html = coop.browser("bruno").get(page).body();
    assertThat(html.split("<section class=\"card", -1)).hasSize(12);
    assertThat(html.split("<li class=\"enough\"", -1)).hasSizeGreaterThan(10 * 20);
    assertThat(asked(page)).hasSizeLessThanOrEqualTo(MOST);
    assertThat(asked("/openings?kind=vehicle&date=2026-12-10&minutes=120&site=grenoble"))
        .hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void aResourceWithItsWeekAsksThreeTimesAtMost() {
    assertThat(asked("/resources/salle-loire")).hasSizeLessThanOrEqualTo(MOST);
    assertThat(asked("/resources/zoe-bleue")).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void theBoardAndAPostWithItsConversationAskThreeTimesAtMost() {
    String deal = BoardThings.engagement(coop);
    coop.browser("bruno").get("/me/hours");
    assertThat(asked("/board")).hasSizeLessThanOrEqualTo(MOST);
    assertThat(asked("/board?q=etabli")).hasSizeLessThanOrEqualTo(MOST);
    assertThat(asked("/board/" + coop.one("SELECT post_id FROM engagement WHERE id = " + deal)))
        .hasSizeLessThanOrEqualTo(MOST);
    assertThat(asked("/me/hours")).hasSizeLessThanOrEqualTo(MOST);
    assertThat(asked("/board/new")).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void whatOneUsedAndWhatItCameToAsksThreeTimesAtMost() {
    assertThat(asked("/me/costs")).hasSizeLessThanOrEqualTo(MOST);
    assertThat(asked("/manage/costs", "chloe")).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void puttingRightWhatABookingCameToAsksThreeTimesAtMost() {
    coop.sql("""
        INSERT INTO settlement (booking_id, resource_id, member_id, at, booked_minutes, used_minutes, km_is_read, kwh_is_read, cents)
        SELECT b.id, k.resource_id, b.member_id, b.ends_at, 60, 60, false, false, 0
          FROM booking b JOIN booked k ON k.booking_id = b.id WHERE b.id = %s
        """.formatted(booking));
    assertThat(asked("/bookings/" + booking + "/correction", "chloe"))
        .hasSizeLessThanOrEqualTo(MOST);
  }

  /** Besides the one that finds out who asks. */
  private static List<String> asked(String path) {
    return asked(path, "bruno");
  }

  private static List<String> asked(String path, String who) {
    var browser = coop.browser(who);
    var all = Statements.ofEach(
        coop.database(), () -> assertThat(browser.get(path).statusCode()).isEqualTo(200));
    var whoAsks =
        all.stream().filter(statement -> statement.contains("FROM session")).toList();
    assertThat(whoAsks).as(path).hasSize(1);
    return all.stream().filter(statement -> !whoAsks.contains(statement)).toList();
  }

  private static String booked(String start) {
    var answer = coop.as("bruno").book("videoprojecteur", start, start.replace("T10:", "T11:"));
    return new JsonObject(answer.body()).getString("id");
  }

  /** As strict as rules can be said, and Bruno and Diane keep to them. */
  private static void everyRule() {
    coop.sql(
        "INSERT INTO member_group (slug, name, sort) VALUES ('menuisiers', 'Menuisiers', 'team')",
        "INSERT INTO group_member SELECT g.id, m.id FROM member_group g, member m",
        "INSERT INTO habilitation (slug, name, months) VALUES ('nacelle', 'Nacelle', 24)",
        """
        INSERT INTO member_habilitation (member_id, habilitation_id, given_by, given_at, valid_from)
        SELECT m.id, h.id, m.id, timestamptz '2026-11-01 08:00Z', date '2026-11-01' FROM member m, habilitation h
        """,
        """
        INSERT INTO quota (site_id, name, measure, amount, period, holder, group_id)
        SELECT 1, 'Salles de Lyon, ' || p || ', ' || h, 'minutes', 9000, p, h, CASE h WHEN 'team' THEN g.id END
          FROM member_group g, unnest(ARRAY['day', 'week', 'month', 'future']) p, unnest(ARRAY['member', 'team']) h
        """,
        "INSERT INTO quota_resource SELECT q.id, r.id FROM quota q, resource r WHERE r.site_id = 1",
        "UPDATE resource SET policy = policy || '{\"holidays\": \"open\"}' WHERE slug = 'bureaux-calmes'",
        """
        UPDATE site SET region = 'alsace-moselle', policy = policy || '{
          "holidays": "closed", "groups": ["menuisiers"], "habilitations": ["nacelle"], "checkInMinutes": 15,
          "granularityMinutes": 5, "minMinutes": 5, "maxMinutes": 600, "noticeMinutes": 5, "advanceDays": 400,
          "bufferBeforeMinutes": 5, "bufferAfterMinutes": 5, "deadlineMinutes": 60,
          "exceptions": [{"from": "2026-12-24", "to": "2026-12-31", "open": [["09:00", "12:00"]], "name": "Fêtes"}]}'
        """);
  }

  /** Beside the one that is there, each with a reading and a drive of that day. */
  private static void tenCars() {
    coop.sql(
        """
        INSERT INTO resource (site_id, kind, slug, name, capacity, policy, space_group)
        SELECT 2, 'vehicle', 'car-' || n, 'Voiture ' || n, 5, '{}', 3000 + n FROM generate_series(1, 10) AS n
        """,
        "INSERT INTO unit (resource_id, label, position) SELECT id, name, 0 FROM resource WHERE slug LIKE 'car-%'",
        "UPDATE resource SET space_group = id WHERE slug LIKE 'car-%'",
        "INSERT INTO vehicle SELECT id, 50, 16, 7.4, 0.9, 0.15, 1, 1.3 FROM resource WHERE slug LIKE 'car-%'",
        """
        INSERT INTO vehicle_reading (resource_id, at, soc_pct, plugged, member_id, created_at)
        SELECT r.id, '2026-12-08T08:00:00Z', 90, true, m.id, '2026-12-08T08:00:00Z'
          FROM resource r, member m WHERE r.slug LIKE 'car-%' AND m.email = 'chloe@demo.test'
        """);
  }

  private static void twoHundredRooms() {
    coop.sql(
        """
        INSERT INTO resource (site_id, kind, slug, name, capacity, policy, space_group)
        SELECT 1, 'space', 'room-' || n, 'Salle ' || n, 8, '{}', 1000 + n FROM generate_series(1, 200) AS n
        """,
        "INSERT INTO unit (resource_id, label, position) SELECT id, name, 0 FROM resource WHERE slug LIKE 'room-%'",
        "UPDATE resource SET space_group = id WHERE slug LIKE 'room-%'");
  }
}
