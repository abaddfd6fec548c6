package coop.maillon.booking.arriving;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;

/** What the tests of coming and going say about bookings of Tuesday 8 December 2026, which begins for them at 10:15. */
public final class Stays implements AutoCloseable {

  public final Coop coop = Coop.start(java.util.Map.of("MAILLON_RATE_LIMITS", "off"));

  /** An empty diary at 10:15; what the program still writes by itself may be in the way for a moment. */
  public void anew() {
    coop.clock().set(TestClock.BEGINNING);
    coop.empty("booking, hold, waiting, closure, problem, quota, event, outbox, inbox, mail");
    coop.sql(
        "UPDATE resource SET access_info = '', policy = policy - 'checkInMinutes' - 'maxMinutes' - 'return'"
            + " - 'noticeMinutes' - 'bufferAfterMinutes' - 'bufferBeforeMinutes' - 'approvalAboveMinutes' WHERE slug <> 'studio'");
  }

  /** A rule more for a resource: {@code asks("salle-loire", "\"checkInMinutes\":10")}. */
  public void asks(String resource, String rule) {
    coop.sql("UPDATE resource SET policy = policy || '{%s}' WHERE slug = '%s'"
        .formatted(rule, resource));
  }

  /** At that time in Lyon: {@code clock("10:35")}, or of another day: {@code clock("2026-12-09T10:35")}. */
  public void clock(String time) {
    coop.clock().set(OffsetDateTime.parse(at(time)).toInstant());
  }

  public static String at(String time) {
    String day = time.contains("T") ? time : "2026-12-08T" + time;
    return day + ":00+01:00";
  }

  public HttpResponse<String> wants(String name, String resource, String from, String to) {
    return coop.as(name).book(resource, at(from), at(to));
  }

  /** Booked; its id. */
  public String booked(String name, String resource, String from, String to) {
    var answer = wants(name, resource, from, to);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonObject(answer.body()).getString("id");
  }

  public HttpResponse<String> checksIn(String name, String booking) {
    return act(name, booking, "check-in");
  }

  public HttpResponse<String> checksOut(String name, String booking) {
    return act(name, booking, "check-out");
  }

  public HttpResponse<String> act(String name, String booking, String act) {
    return coop.as(name).post("/api/v1/bookings/" + booking + "/" + act, new JsonObject());
  }

  public HttpResponse<String> staysUntil(String name, String booking, String end) {
    return coop.as(name)
        .post("/api/v1/bookings/" + booking + "/extension", new JsonObject().put("end", at(end)));
  }

  public JsonObject seen(String name, String booking) {
    return new JsonObject(coop.as(name).get("/api/v1/bookings/" + booking).body());
  }

  /** Its free stretches on the day: `10:15-12:00`, local. */
  public String free(String resource) {
    var answer = new JsonObject(coop.as("bruno")
        .get("/api/v1/resources/" + resource
            + "/availability?from=2026-12-08T10:00:00%2B01:00&to=2026-12-08T20:00:00%2B01:00")
        .body());
    var said = new StringBuilder();
    for (Object one : answer.getJsonArray("free", new JsonArray())) {
      var stretch = (JsonObject) one;
      said.append(said.length() == 0 ? "" : " ")
          .append(stretch.getString("start").substring(11, 16))
          .append("-")
          .append(stretch.getString("end").substring(11, 16));
    }
    return said.toString();
  }

  /** The unit on which it lies now, bound or not. */
  public String unitOf(String booking) {
    return coop.one("SELECT unit_id FROM occupancy WHERE booking_id = " + booking);
  }

  /** What time does each minute. */
  public void minute() {
    TestApp.done(coop.app().app().jobs().everyMinute());
  }

  public static String why(HttpResponse<String> answer) {
    return answer.statusCode() + " " + new JsonObject(answer.body()).getString("type");
  }

  public int told(String name, String kind) {
    return Integer.parseInt(
        coop.one("SELECT count(*) FROM inbox i JOIN member m ON m.id = i.member_id"
            + " WHERE m.email = '" + name + "@demo.test' AND i.kind = '" + kind + "'"));
  }

  @Override
  public void close() {
    coop.close();
  }
}
