package coop.maillon.booking.series;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * A series of one hour from 9:00 in Lyon, as a program handles it; its dates are named by their days, {@code 2027-01-04}.
 *
 * @param who whose it is, as in the cast
 */
record Dates(Coop coop, String who, String series) {

  static Dates book(Coop coop, String who, String resource, String firstAndRule) {
    return wish(coop, who, new JsonObject().put("resource", resource), firstAndRule);
  }

  /** @param firstAndRule {@code 2027-01-04 FREQ=WEEKLY;COUNT=4} */
  static Dates wish(Coop coop, String who, JsonObject wish, String firstAndRule) {
    var answer = coop.as(who).post("/api/v1/bookings", wished(wish, firstAndRule));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new Dates(coop, who, new JsonObject(answer.body()).getString("series"));
  }

  static JsonObject wished(JsonObject wish, String firstAndRule) {
    var said = firstAndRule.split(" ");
    return wish.put("start", at(said[0], "09:00"))
        .put("end", at(said[0], "10:00"))
        .put("rrule", said[1]);
  }

  /** In winter. */
  static String at(String day, String time) {
    return day + "T" + time + ":00+01:00";
  }

  /** The booking that stands for that date, or the last that did. */
  String id(String day) {
    return coop.one("SELECT id FROM booking WHERE series_date::date = '" + day
        + "' AND member_id = (SELECT id FROM member WHERE email = '" + who
        + "@demo.test') ORDER BY id DESC LIMIT 1");
  }

  int version(String day) {
    return Integer.parseInt(coop.one("SELECT version FROM booking WHERE id = " + id(day)));
  }

  HttpResponse<String> change(String day, String scope, JsonObject what) {
    return coop.as(who)
        .with("If-Match", "" + version(day))
        .patch("/api/v1/bookings/" + id(day), what.copy().put("scope", scope));
  }

  /** To those times of the same day. */
  HttpResponse<String> move(String day, String scope, String from, String to) {
    return change(day, scope, slot(day, from, to));
  }

  static JsonObject slot(String day, String from, String to) {
    return new JsonObject().put("start", at(day, from)).put("end", at(day, to));
  }

  HttpResponse<String> cancel(String day, String scope) {
    return coop.as(who)
        .post(
            "/api/v1/bookings/" + id(day) + "/cancellation", new JsonObject().put("scope", scope));
  }

  HttpResponse<String> undo(String day) {
    return coop.as(who).post("/api/v1/bookings/" + id(day) + "/undo", new JsonObject());
  }

  HttpResponse<String> add(String day, String time) {
    return coop.as(who)
        .post("/api/v1/series/" + series + "/dates", new JsonObject().put("start", at(day, time)));
  }

  /** Where its dates are now: {@code 01-04 09:00}, in order. */
  List<String> standing() {
    return TestDatabase.ask(
        coop.database(),
        "SELECT to_char(starts_at AT TIME ZONE 'Europe/Paris', 'MM-DD HH24:MI') FROM booking WHERE series_id IS NOT NULL"
            + " AND status IN ('pending', 'confirmed') ORDER BY starts_at");
  }

  static List<String> refused(HttpResponse<String> answer) {
    return new JsonObject(answer.body())
        .getJsonArray("refused", new JsonArray()).stream()
            .map(JsonObject.class::cast)
            .map(one -> one.getString("start").substring(5, 16) + " "
                + one.getJsonObject("problem").getString("type").substring(10))
            .toList();
  }
}
