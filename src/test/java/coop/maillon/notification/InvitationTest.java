package coop.maillon.notification;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.member.MemberId;
import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What letters do to the calendars of their readers. */
class InvitationTest {

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
  void whoeverCancelsTheirOwnBookingGetsWhatStrikesItOutOfTheirCalendarAndNothingUnread() {
    var booking = book("bruno", "salle-loire");
    cancel("bruno", booking);
    assertThat(mail.subjectsTo("bruno@demo.test")).hasSize(2);
    assertThat(newestAppointment()).contains("METHOD:CANCEL");
    assertThat(unread("bruno")).isZero();
  }

  @Test
  void whoeverMovesTheirOwnBookingGetsItsNewTimeForTheirCalendarAndNothingUnread() {
    var booking = book("bruno", "salle-loire");
    coop.as("bruno")
        .with("If-Match", "1")
        .patch(
            "/api/v1/bookings/" + booking,
            new JsonObject().put("start", at("11:00")).put("end", at("12:00")));
    everythingIsTold();
    assertThat(newestAppointment()).contains("METHOD:REQUEST", "SEQUENCE:2", "T110000");
    assertThat(unread("bruno")).isZero();
  }

  @Test
  void whoeverAClosureMovesGetsTheNewPlaceForTheirCalendar() {
    var booking = book("bruno", "salle-loire");
    shut("salle-loire");
    assertThat(newestAppointment())
        .contains("METHOD:REQUEST", "UID:booking-" + booking + "@", "SEQUENCE:2", "T100000")
        .doesNotContain("Salle Loire");
  }

  @Test
  void whoeverLosesTheirPlaceToAClosureHasItStruckOut() {
    var booking = book("bruno", "salle-fourviere");
    shut("salle-fourviere");
    assertThat(newestAppointment())
        .contains("METHOD:CANCEL", "UID:booking-" + booking + "@", "STATUS:CANCELLED");
  }

  private void shut(String resource) {
    var closed = coop.as("chloe")
        .post(
            "/api/v1/closures",
            new JsonObject()
                .put("resource", resource)
                .put("start", at("08:00"))
                .put("end", at("20:00"))
                .put("reason", "Chaudière")
                .put("apply", true));
    assertThat(closed.statusCode()).as(closed.body()).isEqualTo(201);
    everythingIsTold();
  }

  @Test
  void anAddressThatNoLinkCouldHoldGetsItsLetterAndItsAppointment() {
    coop.sql("UPDATE member SET email = 'br%u{n|o}^`@demo.test' WHERE email = 'bruno@demo.test'");
    book("bruno", "salle-loire");
    assertThat(mail.subjectsTo("br%u{n|o}^`@demo.test")).hasSize(1);
    assertThat(newestAppointment()).contains("METHOD:REQUEST", "ATTENDEE");
  }

  @Test
  void aLetterGoesWithoutAnAppointmentThatCannotBeWritten() {
    var to = new Notice.Reader(new MemberId(1), "Bruno", "b@demo.test", "fr");
    var data = new JsonObject().put("booking", 1L).put("version", 1).put("start", "never");
    var notice = new Notice(to, 1, "booking.placed", data, Notice.Urgency.NEWS);
    var invitations = new Invitations("http://localhost", "coop@demo.test", coop.clock());
    assertThat(invitations.of(notice)).isEmpty();
  }

  private String book(String name, String resource) {
    var answer = coop.as(name).post("/api/v1/bookings", wish(resource));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    everythingIsTold();
    return new JsonObject(answer.body()).getString("id");
  }

  private JsonObject wish(String resource) {
    return new JsonObject()
        .put("resource", resource)
        .put("start", at("09:00"))
        .put("end", at("10:00"));
  }

  /** A time of next Tuesday. */
  private String at(String time) {
    var date = LocalDate.ofInstant(coop.clock().instant(), ZoneOffset.UTC)
        .with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
    return date.atTime(LocalTime.parse(time))
        .atZone(ZoneId.of("Europe/Paris"))
        .toOffsetDateTime()
        .toString();
  }

  private void cancel(String name, String booking) {
    var answer =
        coop.as(name).post("/api/v1/bookings/" + booking + "/cancellation", new JsonObject());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    everythingIsTold();
  }

  private void everythingIsTold() {
    soon(
        "all events are told",
        () -> coop.one(
                "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM event WHERE NOT notified)")
            .equals("0"));
  }

  private String newestAppointment() {
    return mail.all().stream()
        .flatMap(one -> one.calendar().stream())
        .findFirst()
        .orElseThrow()
        .replaceAll("[\\r\\n]", " ");
  }

  private int unread(String name) {
    return new JsonObject(coop.as(name).get("/api/v1/me").body()).getInteger("unread");
  }
}
