package coop.maillon.notification;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import coop.maillon.support.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One act on many dates is one message and one mail to each whom it concerns. It is Tuesday 8 December 2026. */
class SeriesMailTest {

  private Coop coop;
  private Mailbox mail;

  @BeforeEach
  void open() {
    coop = Coop.start();
    mail = new Mailbox(coop.app());
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void twelveDatesAreOneMailThatTellsOfAllAndOneCalendarWithEach() {
    book(new JsonObject().put("resource", "salle-loire"), 12);
    assertThat(mail.subjectsTo("bruno@demo.test"))
        .containsExactly("Salle Loire : 12 dates réservées, du lundi 4 janvier au lundi 22 mars");
    assertThat(newestCalendar())
        .contains("METHOD:PUBLISH", "SEQUENCE:1")
        .doesNotContain("ATTENDEE");
    assertThat(count(newestCalendar(), "BEGIN:VEVENT")).isEqualTo(12);
    assertThat(inbox("bruno")).containsExactly("series.placed");
  }

  @Test
  void movedAndCancelledTheyKeepTheirNamesInTheCalendar() {
    var first = book(new JsonObject().put("resource", "salle-loire"), 3);
    var uids = uids(newestCalendar());
    coop.as("bruno")
        .with("If-Match", "1")
        .patch(
            "/api/v1/bookings/" + first,
            new JsonObject()
                .put("start", "2027-01-04T14:00:00+01:00")
                .put("end", "2027-01-04T15:00:00+01:00")
                .put("scope", "all"));
    everythingIsTold();
    assertThat(newestCalendar()).contains("SEQUENCE:2", "T140000", "STATUS:CONFIRMED");
    assertThat(uids(newestCalendar())).isEqualTo(uids);
    coop.as("bruno")
        .post("/api/v1/bookings/" + first + "/cancellation", new JsonObject().put("scope", "all"));
    everythingIsTold();
    assertThat(newestCalendar()).contains("SEQUENCE:3", "STATUS:CANCELLED");
    assertThat(uids(newestCalendar())).isEqualTo(uids);
    assertThat(mail.subjectsTo("bruno@demo.test")).hasSize(3);
  }

  @Test
  void whoeverTakesPartIsToldOfTheirOwnDatesAlone() {
    var first = book(new JsonObject().put("resource", "salle-loire"), 4);
    coop.sql(
        "INSERT INTO participant SELECT b.id, m.id FROM booking b, member m WHERE m.email = 'diane@demo.test'"
            + " AND b.series_date >= '2027-01-18'");
    coop.as("bruno")
        .post("/api/v1/bookings/" + first + "/cancellation", new JsonObject().put("scope", "all"));
    everythingIsTold();
    assertThat(mail.subjectsTo("diane@demo.test"))
        .containsExactly("Salle Loire : 2 dates annulées, du lundi 18 janvier au lundi 25 janvier");
    assertThat(inbox("diane")).containsExactly("series.cancelled");
  }

  @Test
  void atEachSiteThoseWhoMaySayYesAreAskedForTheDatesThere() {
    coop.sql(
        "UPDATE resource SET policy = policy || '{\"approval\":\"always\"}' WHERE slug IN ('salle-loire', 'kangoo')");
    coop.as("diane").book("salle-loire", "2027-01-11T09:00:00+01:00", "2027-01-11T10:00:00+01:00");
    everythingIsTold();
    coop.sql("DELETE FROM inbox");
    book(new JsonObject().put("anyOf", new JsonArray().add("salle-loire").add("kangoo")), 3);
    assertThat(inbox("bruno")).containsExactly("series.pending");
    assertThat(inbox("chloe")).containsExactly("series.asked");
    assertThat(inbox("paula")).containsExactly("series.asked");
    assertThat(coop.one("SELECT data ->> 'count' FROM inbox i JOIN member m ON m.id = i.member_id"
            + " WHERE m.email = 'paula@demo.test'"))
        .isEqualTo("1");
    assertThat(mail.subjectsTo("chloe@demo.test").get(1))
        .startsWith("Bruno F. demande Salle Loire : 2 dates, du lundi 4 janvier");
  }

  /** On Mondays from 4 January 2027, at nine. */
  private String book(JsonObject wish, int many) {
    var answer = coop.as("bruno")
        .post(
            "/api/v1/bookings",
            wish.put("start", "2027-01-04T09:00:00+01:00")
                .put("end", "2027-01-04T10:00:00+01:00")
                .put("rrule", "FREQ=WEEKLY;COUNT=" + many));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    everythingIsTold();
    return new JsonObject(answer.body())
        .getJsonArray("bookings")
        .getJsonObject(0)
        .getString("id");
  }

  private void everythingIsTold() {
    soon(
        "all events are told",
        () -> coop.one(
                "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM event WHERE seq > (SELECT seq FROM notified_seen))")
            .equals("0"));
  }

  private List<String> inbox(String name) {
    return TestDatabase.ask(
        coop.database(),
        "SELECT i.kind FROM inbox i JOIN member m ON m.id = i.member_id WHERE m.email = '" + name
            + "@demo.test' ORDER BY i.seq");
  }

  private String newestCalendar() {
    return mail.all().stream()
        .flatMap(one -> one.calendar().stream())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> uids(String calendar) {
    return calendar.lines().filter(line -> line.startsWith("UID:booking-")).toList();
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
