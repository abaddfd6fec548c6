package coop.maillon.booking.manage;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests are answered, by a coordinator or by time. */
class CoordinationTest {

  private Coop coop;

  @BeforeEach
  void start() {
    coop = Coop.start();
  }

  @AfterEach
  void stop() {
    coop.close();
  }

  @Test
  void everyPageOfCoordinationAnswersInBothLanguages() {
    for (String path : List.of(
        "/manage",
        "/manage/resources",
        "/manage/resources/new",
        "/manage/resources/bureaux-calmes",
        "/manage/resources/salle-fourviere",
        "/manage/sites/lyon",
        "/manage/sites/new",
        "/manage/closures",
        "/manage/closures/new",
        "/manage/approvals")) {
      for (String language : List.of("fr", "en")) {
        coop.sql("UPDATE member SET language = '" + language + "'");
        var page = coop.browser("ada").get(path);
        assertThat(page.statusCode()).as(path + " " + language + page.body()).isEqualTo(200);
      }
    }
  }

  @Test
  void aRequestIsAcceptedByOneClickOrRefusedWithAReason() {
    String yes = asked("bruno", "10:00", "11:00");
    String no = asked("diane", "14:00", "15:00");
    var chloe = coop.browser("chloe");
    assertThat(chloe.get("/manage/approvals").body())
        .contains("Bruno Faure", "Diane Roussel", "Accepter");
    assertThat(coop.browser("paula").get("/manage/approvals").body()).doesNotContain("Bruno Faure");
    assertThat(coop.browser("paula")
            .submit("/manage/approvals/" + yes, "decision", "yes")
            .statusCode())
        .isIn(403, 404);
    assertThat(chloe.submit("/manage/approvals/" + yes, "decision", "yes").statusCode())
        .isEqualTo(303);
    assertThat(chloe
            .submit("/manage/approvals/" + no, "decision", "no", "reason", "Cabine en panne")
            .statusCode())
        .isEqualTo(303);
    assertThat(coop.one("SELECT status FROM booking WHERE id = " + yes)).isEqualTo("confirmed");
    assertThat(coop.one("SELECT status || ' ' || reason FROM booking WHERE id = " + no))
        .isEqualTo("rejected Cabine en panne");
  }

  @Test
  void aRequestThatNobodyAnswersIsRejectedAfterThreeDays() {
    String request = asked("bruno", "10:00", "11:00");
    coop.sql(
        "UPDATE booking SET starts_at = starts_at + interval '20 days', ends_at = ends_at + interval '20 days'");
    coop.clock().pass(Duration.ofHours(71));
    TestApp.done(coop.app().app().jobs().everyMinute());
    assertThat(coop.one("SELECT status FROM booking WHERE id = " + request)).isEqualTo("pending");
    coop.clock().pass(Duration.ofHours(2));
    TestApp.done(coop.app().app().jobs().everyMinute());
    assertThat(coop.one("SELECT status FROM booking WHERE id = " + request)).isEqualTo("rejected");
    assertThat(coop.one("SELECT count(*) FROM occupancy")).isEqualTo("0");
    TestApp.done(coop.app().app().jobs().everyHour());
  }

  @Test
  void aRequestEndsWhenItWouldBegin() {
    String request = asked("bruno", "10:00", "11:00");
    coop.clock().pass(Duration.ofHours(24));
    TestApp.done(coop.app().app().jobs().everyMinute());
    assertThat(coop.one("SELECT status FROM booking WHERE id = " + request)).isEqualTo("rejected");
  }

  private String asked(String name, String from, String to) {
    return new JsonObject(coop.as(name).book("studio", at(from), at(to)).body()).getString("id");
  }

  private static String at(String time) {
    return "2026-12-09T" + time + ":00+01:00";
  }
}
