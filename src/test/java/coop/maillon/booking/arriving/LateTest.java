package coop.maillon.booking.arriving;

import static coop.maillon.booking.arriving.Stays.why;
import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has to be brought back and is not: it keeps its place, never another's, and whoever comes next knows. */
class LateTest {

  private static Stays stays;

  @BeforeAll
  static void start() {
    stays = new Stays();
  }

  @AfterAll
  static void stop() {
    stays.close();
  }

  @BeforeEach
  void anew() {
    stays.anew();
  }

  @Test
  void whatIsNotBackKeepsItsPlaceAQuarterOfAnHourAtATime() {
    var booking = out("diane", "zoe-bleue", "10:15", "11:00");
    later("11:01");
    assertThat(rowOf(booking)).isEqualTo("10:15–11:15");
    later("11:15");
    assertThat(rowOf(booking)).isEqualTo("10:15–11:30");
    var late = stays.seen("diane", booking);
    assertThat(late.getString("status")).isEqualTo("started");
    assertThat(late.getBoolean("late")).isTrue();
    assertThat(late.getString("end")).isEqualTo("2026-12-08T11:00:00+01:00");
    assertThat(stays.free("zoe-bleue")).isEqualTo("10:00-10:15 11:30-20:00");
    assertThat(stays
            .coop
            .as("bruno")
            .get(
                "/api/v1/resources/zoe-bleue/availability?from=2026-12-08T11:00:00%2B01:00&to=2026-12-08T12:00:00%2B01:00")
            .body())
        .contains("\"cause\":\"booking\"")
        .doesNotContain("\"cause\":\"buffer\"");
  }

  @Test
  void theTimeKeptFreeBehindItGivesWayFirst() {
    stays.asks("zoe-bleue", "\"bufferAfterMinutes\":30");
    var booking = out("diane", "zoe-bleue", "10:15", "11:00");
    later("11:10");
    assertThat(rowOf(booking)).isEqualTo("10:15–11:30");
    later("11:31");
    assertThat(rowOf(booking)).isEqualTo("10:15–11:45");
  }

  @Test
  void itNeverGoesPastWhoeverComesNextWhoIsWarnedOnce() {
    var booking = out("diane", "zoe-bleue", "10:15", "11:00");
    var next = stays.booked("bruno", "zoe-bleue", "11:15", "12:00");
    later("11:01");
    later("11:06");
    later("11:20");
    assertThat(rowOf(booking)).isEqualTo("10:15–11:15");
    assertThat(rowOf(next)).isEqualTo("11:15–12:00");
    soon("Bruno is warned", () -> stays.told("bruno", "booking.delayed") == 1);
    soon("Diane is reminded", () -> stays.told("diane", "booking.overdue") == 1);
  }

  @Test
  void whoeverComesNextIsOfferedSomethingElseAtTheSameTime() {
    out("diane", "zoe-bleue", "10:15", "11:00");
    var next = stays.booked("bruno", "zoe-bleue", "11:15", "12:00");
    later("11:20");
    var page = Jsoup.parse(stays.coop.browser("bruno").get("/bookings/" + next).body());
    assertThat(page.text()).contains("ne l’a pas encore rendu").doesNotContain("Diane");
    var others = page.expectFirst("a[href$=/equivalents]").attr("href");
    var ways = Jsoup.parse(stays.coop.browser("bruno").get(others).body());
    assertThat(ways.select("button[name=alternative]").text())
        .contains("e-208 verte", "11:15–12:00");
    var form = ways.expectFirst("form[action$=/move]");
    var moved = stays
        .coop
        .browser("bruno")
        .submit(
            form.attr("action"),
            "version",
            form.expectFirst("input[name=version]").val(),
            "alternative",
            form.expectFirst("button").val());
    assertThat(moved.headers().firstValue("Location")).contains("/bookings/" + next);
    assertThat(stays.seen("bruno", next).getString("resource")).isEqualTo("e208-verte");
  }

  @Test
  void whoeverHasTheNextTimeChecksInAndTheLateOneIsOver() {
    var booking = out("diane", "zoe-bleue", "10:15", "11:00");
    var next = stays.booked("bruno", "zoe-bleue", "11:15", "12:00");
    later("11:16");
    assertThat(stays.checksIn("bruno", next).statusCode()).isEqualTo(200);
    var over = stays.seen("diane", booking);
    assertThat(over.getString("status")).isEqualTo("completed");
    assertThat(over.getString("leftAt")).isEqualTo("2026-12-08T11:16:00+01:00");
    assertThat(stays.seen("bruno", next).getString("status")).isEqualTo("started");
  }

  @Test
  void whereTheNextCheckedInBeforeItsEndItWasBroughtBack() {
    var booking = out("diane", "zoe-bleue", "10:15", "11:00");
    var next = stays.booked("bruno", "zoe-bleue", "11:00", "12:00");
    stays.clock("10:50");
    assertThat(stays.checksIn("bruno", next).statusCode()).isEqualTo(200);
    assertThat(stays.seen("diane", booking).getString("status")).isEqualTo("started");
    later("11:00");
    assertThat(stays.seen("diane", booking).getString("status")).isEqualTo("completed");
    assertThat(stays.told("diane", "booking.overdue")).isZero();
  }

  /** Whoever begins within the hour is bound; time kept free before reaches further. */
  @Test
  void inAPoolWhoIsNotBoundMakesRoom() {
    stays.asks("videoprojecteur", "\"bufferBeforeMinutes\":90");
    var late = out("diane", "videoprojecteur", "10:15", "10:45");
    var next = stays.booked("bruno", "videoprojecteur", "12:15", "13:00");
    stays.coop.sql(
        "UPDATE occupancy SET unit_id = " + stays.unitOf(late) + " WHERE booking_id = " + next);
    later("10:45");
    assertThat(rowOf(late)).isEqualTo("08:45–11:00");
    assertThat(rowOf(next)).isEqualTo("10:45–13:00");
    assertThat(stays.unitOf(next)).isNotEqualTo(stays.unitOf(late));
    soon(
        "open pages see it change lane",
        () -> stays
            .coop
            .one("SELECT data->>'lanes' FROM event WHERE kind = 'booking.late'")
            .equals("[" + next + "]"));
    assertThat(stays.told("bruno", "booking.delayed")).isZero();
  }

  @Test
  void bringingItBackLateFreesTheRestAtOnce() {
    var booking = out("diane", "zoe-bleue", "10:15", "11:00");
    later("11:05");
    assertThat(stays.wants("bruno", "zoe-bleue", "11:10", "12:00").statusCode()).isEqualTo(409);
    var back = new JsonObject(stays.checksOut("diane", booking).body());
    assertThat(back.getString("status")).isEqualTo("completed");
    assertThat(back.getBoolean("late")).isFalse();
    assertThat(stays.wants("bruno", "zoe-bleue", "11:10", "12:00").statusCode()).isEqualTo(201);
  }

  @Test
  void whoeverIsLateMayStayLongerIfItIsFree() {
    var booking = out("diane", "zoe-bleue", "10:15", "11:00");
    later("11:05");
    var longer = new JsonObject(stays.staysUntil("diane", booking, "12:00").body());
    assertThat(longer.getString("end")).isEqualTo("2026-12-08T12:00:00+01:00");
    assertThat(longer.getBoolean("late")).isFalse();
    later("12:01");
    soon("Diane is reminded again", () -> stays.told("diane", "booking.overdue") == 2);
  }

  @Test
  void aDayLaterItIsInTheQueueOfTheCoordinatorsOnce() {
    var booking = out("diane", "zoe-bleue", "10:15", "11:00");
    later("2026-12-09T10:59");
    assertThat(stays.coop.one("SELECT count(*) FROM problem")).isEqualTo("0");
    later("2026-12-09T11:00");
    later("2026-12-09T11:05");
    assertThat(stays.coop.one("SELECT sort || ' ' || booking_id FROM problem"))
        .isEqualTo("late " + booking);
    soon("Chloé is told", () -> stays.told("chloe", "problem.overdue") == 1);
    var queue = stays.coop.browser("chloe").get("/manage/problems").body();
    assertThat(queue).contains("Pas rendu depuis plus d’un jour", "/bookings/" + booking);
    assertThat(stays.checksOut("chloe", booking).statusCode()).isEqualTo(200);
  }

  @Test
  void whatNobodyTookAndARoomEndByTime() {
    var untaken = stays.booked("diane", "zoe-bleue", "10:15", "11:00");
    var room = out("bruno", "salle-loire", "10:15", "11:00");
    later("11:01");
    assertThat(stays.seen("diane", untaken).getString("status")).isEqualTo("completed");
    assertThat(stays.seen("bruno", room).getString("status")).isEqualTo("completed");
    assertThat(rowOf(room)).isEqualTo("10:15–11:00");
  }

  @Test
  void aRoomThatHasToBeGivenBackByItsRulesIsLateAlike() {
    stays.asks("salle-loire", "\"return\":\"needed\"");
    var room = out("bruno", "salle-loire", "10:15", "11:00");
    later("11:01");
    assertThat(rowOf(room)).isEqualTo("10:15–11:15");
    stays.asks("videoprojecteur", "\"return\":\"by-time\"");
    var lent = out("diane", "videoprojecteur", "11:15", "11:30");
    later("11:31");
    assertThat(stays.seen("diane", lent).getString("status")).isEqualTo("completed");
  }

  @Test
  void itIsNeitherCancelledNorMoved() {
    var booking = out("diane", "zoe-bleue", "10:15", "11:00");
    later("11:05");
    assertThat(why(stays.act("diane", booking, "cancellation"))).isEqualTo("409 /problems/state");
  }

  @Test
  void itGoesOnThroughTheHourThatComesTwice() {
    stays.coop.clock().set(java.time.Instant.parse("2027-10-31T00:10:00Z"));
    var booking = new JsonObject(stays
            .coop
            .as("diane")
            .book("zoe-bleue", "2027-10-31T02:15:00+02:00", "2027-10-31T02:45:00+02:00")
            .body())
        .getString("id");
    stays.checksIn("diane", booking);
    stays.coop.clock().set(java.time.Instant.parse("2027-10-31T00:46:00Z"));
    stays.minute();
    assertThat(end(booking)).isEqualTo("2027-10-31 01:00:00");
    stays.coop.clock().set(java.time.Instant.parse("2027-10-31T01:00:00Z"));
    stays.minute();
    assertThat(end(booking)).isEqualTo("2027-10-31 01:15:00");
  }

  @Test
  void itGoesOnOverTheHourThatIsSkipped() {
    stays.coop.clock().set(java.time.Instant.parse("2027-03-28T00:10:00Z"));
    var booking = new JsonObject(stays
            .coop
            .as("diane")
            .book("zoe-bleue", "2027-03-28T01:15:00+01:00", "2027-03-28T01:45:00+01:00")
            .body())
        .getString("id");
    stays.checksIn("diane", booking);
    stays.coop.clock().set(java.time.Instant.parse("2027-03-28T00:50:00Z"));
    stays.minute();
    assertThat(end(booking)).isEqualTo("2027-03-28 01:00:00");
    stays.coop.clock().set(java.time.Instant.parse("2027-03-28T01:00:00Z"));
    stays.minute();
    assertThat(end(booking)).isEqualTo("2027-03-28 01:15:00");
  }

  @Test
  void thePlanningOutlinesItWithATriangleAndMyDayAsksForIt() {
    out("diane", "zoe-bleue", "10:15", "11:00");
    later("11:05");
    var block = planning("bruno").expectFirst("ol[data-resource=zoe-bleue] .block.late");
    assertThat(block.text()).contains("En retard", "prévu 11:00");
    assertThat(block.select("use").attr("href")).isEqualTo("#i-alert");
    assertThat(block.className()).contains("for-4");
    assertThat(planning("diane").select(".my-day .act-now").text())
        .contains("Zoé bleue, en retard", "À rendre depuis 11:00", "Rendre");
    assertThat(Jsoup.parse(stays.coop.browser("diane").get("/bookings").body()).text())
        .contains("Zoé bleue", "En retard");
  }

  private static String out(String name, String resource, String from, String to) {
    var booking = stays.booked(name, resource, from, to);
    assertThat(stays.checksIn(name, booking).statusCode()).isEqualTo(200);
    return booking;
  }

  private static void later(String time) {
    stays.clock(time);
    stays.minute();
  }

  private static String rowOf(String booking) {
    return stays.coop.one("""
        SELECT to_char(lower(during) AT TIME ZONE 'Europe/Paris', 'HH24:MI') || '–'
               || to_char(upper(during) AT TIME ZONE 'Europe/Paris', 'HH24:MI')
          FROM occupancy WHERE booking_id = %s
        """.formatted(booking));
  }

  private static String end(String booking) {
    return stays.coop.one(
        "SELECT upper(during) AT TIME ZONE 'UTC' FROM occupancy WHERE booking_id = " + booking);
  }

  private static Document planning(String name) {
    return Jsoup.parse(stays.coop.browser(name).get("/?site=lyon").body());
  }
}
