package coop.maillon.notification;

import static coop.maillon.support.Coop.ADA;
import static coop.maillon.support.Coop.BRUNO;
import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MailTest {

  @Test
  void mailLeavesAsTextAndAsAPageAndIsThenForgotten() throws Exception {
    int port = freePort();
    var server = mailServer(port);
    server.start();
    try (TestApp app = TestApp.start(Map.of("MAILLON_MAIL_URL", "smtp://127.0.0.1:" + port))) {
      Coop.in(app);
      ask(app);
      soon("the mail arrives", () -> server.getReceivedMessages().length == 1);
      var mail = server.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo("Choisir un nouveau mot de passe");
      assertThat(mail.getAllRecipients()[0]).hasToString(BRUNO);
      assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
      soon("it is marked", () -> state(app).equals(List.of("sent  ")));
    } finally {
      server.stop();
    }
  }

  @Test
  void aBookingComesWithItsAppointmentAndItsCancellationStrikesItOut() throws Exception {
    int port = freePort();
    var server = mailServer(port);
    server.start();
    try (TestApp app = TestApp.start(Map.of("MAILLON_MAIL_URL", "smtp://127.0.0.1:" + port))) {
      var cast = Coop.in(app);
      bookAndLose(cast);
      soon("the mails arrive", () -> server.getReceivedMessages().length == 2);
      assertThat(appointment(server, 0))
          .contains("METHOD:REQUEST", "SEQUENCE:1", "ATTENDEE", "STATUS:CONFIRMED");
      assertThat(appointment(server, 1))
          .contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
    } finally {
      server.stop();
    }
  }

  @Test
  void whoeverIsAskedForAYesGetsALinkToSayItBy() throws Exception {
    int port = freePort();
    var server = mailServer(port);
    server.start();
    try (TestApp app = TestApp.start(Map.of("MAILLON_MAIL_URL", "smtp://127.0.0.1:" + port))) {
      var cast = Coop.in(app);
      cast.as("bruno").book("studio", "2026-12-11T10:00:00Z", "2026-12-11T11:00:00Z");
      soon("the mail arrives", () -> linkToDecide(server).isPresent());
      var link = linkToDecide(server).orElseThrow();
      assertThat(cast.anybody().submit(link, "decision", "yes").statusCode()).isEqualTo(303);
      assertThat(cast.one("SELECT status FROM booking")).isEqualTo("confirmed");
    } finally {
      server.stop();
    }
  }

  private static Optional<String> linkToDecide(GreenMail server) {
    return Stream.of(server.getReceivedMessages())
        .map(mail -> new String(GreenMailUtil.getBodyAsBytes(mail), StandardCharsets.UTF_8))
        .map(body -> Pattern.compile("(/approval/[\\w-]{43})").matcher(body.replace("=\r\n", "")))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  private static void bookAndLose(Coop cast) {
    var day = cast.clock().instant().plus(Duration.ofDays(9)).toString().substring(0, 11);
    var booked = new JsonObject(cast.as("bruno")
        .book("salle-loire", day + "09:00:00Z", day + "10:00:00Z")
        .body());
    cast.as("chloe")
        .post("/api/v1/bookings/" + booked.getString("id") + "/cancellation", new JsonObject());
  }

  private static String appointment(GreenMail server, int mail) throws Exception {
    var parts = (MimeMultipart) server.getReceivedMessages()[mail].getContent();
    var part = parts.getBodyPart(parts.getCount() - 1);
    assertThat(part.getContentType()).startsWith("text/calendar").contains("method=");
    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whileTheServerIsDownMailWaitsAndThenItLeavesOnce() throws Exception {
    int port = freePort();
    var server = mailServer(port);
    try (TestApp app = TestApp.start(Map.of("MAILLON_MAIL_URL", "smtp://127.0.0.1:" + port))) {
      var cast = Coop.in(app);
      ask(app);
      soon("a try fails", () -> tries(app).equals("1 failed"));
      var ada = cast.browserOf(ADA);
      assertThat(ada.get("/manage/mail").body())
          .contains(BRUNO, "1 essai")
          .doesNotContain("/password/");
      server.start();
      app.clock().pass(Duration.ofMinutes(2));
      ada.post("/manage/mail/retry");
      soon("the mail arrives", () -> server.getReceivedMessages().length == 1);
      soon("it is marked", () -> state(app).equals(List.of("sent  ")));
      ada.post("/manage/mail/retry");
      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
    }
  }

  @Test
  void withoutAServerMailStaysAndTheAdministratorReadsWhy() {
    try (TestApp app = TestApp.start()) {
      var cast = Coop.in(app);
      ask(app);
      assertThat(cast.browserOf(ADA).get("/manage/mail").body())
          .contains("aucun serveur de courrier", BRUNO)
          .doesNotContain("/password/");
      assertThat(cast.browserOf(BRUNO).get("/manage/mail").statusCode()).isEqualTo(403);
      assertThat(state(app)).hasSize(1).allMatch(row -> row.startsWith("waits"));
    }
  }

  @Test
  void inTheDemoNothingLeaves() throws IOException {
    int port = freePort();
    var server = mailServer(port);
    server.start();
    try (TestApp app = TestApp.start(Map.of("MAILLON_MAIL_URL", "smtp://127.0.0.1:" + port))) {
      assertThat(app.app().notifications().mails().leaves()).isTrue();
    }
    try (TestApp demo = TestApp.start(
        Map.of("MAILLON_MAIL_URL", "smtp://127.0.0.1:" + port, "MAILLON_DEMO", "true"))) {
      assertThat(demo.app().notifications().mails().leaves()).isFalse();
    } finally {
      server.stop();
    }
  }

  private static void ask(TestApp app) {
    new Visitor(app).post("/password", "email", BRUNO);
  }

  private static List<String> state(TestApp app) {
    return TestDatabase.ask(
        app.database(),
        "SELECT CASE WHEN sent_at IS NULL THEN 'waits' ELSE 'sent' END, body_text, body_html FROM mail");
  }

  private static String tries(TestApp app) {
    return TestDatabase.ask(
            app.database(),
            "SELECT tries, CASE WHEN problem = '' THEN 'fine' ELSE 'failed' END FROM mail")
        .stream()
        .findFirst()
        .orElse("");
  }

  private static GreenMail mailServer(int port) {
    return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
