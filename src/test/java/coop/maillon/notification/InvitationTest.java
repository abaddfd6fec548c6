package coop.maillon.notification;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.member.MemberId;
import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import coop.maillon.support.Tuesdays;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What letters do to the calendars of their readers. */
class InvitationTest {

  private Coop coop;
  private Mailbox mail;
  private Tuesdays tuesday;

  @BeforeEach
  void open() {
    coop = Coop.start();
    mail = new Mailbox(coop.app());
    tuesday = new Tuesdays(coop);
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void whoeverCancelsTheirOwnBookingGetsWhatStrikesItOutOfTheirCalendarAndNothingUnread() {
    var booking = tuesday.book("bruno", "salle-loire");
    tuesday.cancel("bruno", booking);
    assertThat(mail.subjectsTo("bruno@demo.test")).hasSize(2);
    assertThat(newestAppointment()).contains("METHOD:CANCEL");
    assertThat(tuesday.unread("bruno")).isZero();
  }

  @Test
  void whoeverMovesTheirOwnBookingGetsItsNewTimeForTheirCalendarAndNothingUnread() {
    var booking = tuesday.book("bruno", "salle-loire");
    coop.as("bruno")
        .with("If-Match", "1")
        .patch(
            "/api/v1/bookings/" + booking,
            new JsonObject().put("start", tuesday.at("11:00")).put("end", tuesday.at("12:00")));
    coop.everythingIsTold();
    assertThat(newestAppointment()).contains("METHOD:REQUEST", "SEQUENCE:2", "T110000");
    assertThat(tuesday.unread("bruno")).isZero();
  }

  @Test
  void whoeverAClosureMovesGetsTheNewPlaceForTheirCalendar() {
    var booking = tuesday.book("bruno", "salle-loire");
    shut("salle-loire");
    assertThat(newestAppointment())
        .contains("METHOD:REQUEST", "UID:booking-" + booking + "@", "SEQUENCE:2", "T100000")
        .doesNotContain("Salle Loire");
  }

  @Test
  void whoeverLosesTheirPlaceToAClosureHasItStruckOut() {
    var booking = tuesday.book("bruno", "salle-fourviere");
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
                .put("start", tuesday.at("08:00"))
                .put("end", tuesday.at("20:00"))
                .put("reason", "Chaudière")
                .put("apply", true));
    assertThat(closed.statusCode()).as(closed.body()).isEqualTo(201);
    coop.everythingIsTold();
  }

  @Test
  void anAddressThatNoLinkCouldHoldGetsItsLetterAndItsAppointment() {
    coop.sql("UPDATE member SET email = 'br%u{n|o}^`@demo.test' WHERE email = 'bruno@demo.test'");
    tuesday.book("bruno", "salle-loire");
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

  private String newestAppointment() {
    return mail.all().stream()
        .flatMap(one -> one.calendar().stream())
        .findFirst()
        .orElseThrow()
        .replaceAll("[\\r\\n]", " ");
  }
}
