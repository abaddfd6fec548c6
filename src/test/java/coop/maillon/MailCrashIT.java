package coop.maillon;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.support.Coop;
import coop.maillon.support.ServerProcess;
import coop.maillon.support.TestDatabase;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while mail is being sent: every mail arrives, and only what was in the server's hands may come again. */
class MailCrashIT {

  private static final int MAILS = 200;
  private static final int IN_HAND = 10;

  @TempDir
  Path data;

  @Test
  void noMailIsLostWhereTheServerIsKilledWhileItSends() throws Exception {
    int port = freePort();
    var environment =
        Map.of("MAILLON_MAIL_URL", "smtp://127.0.0.1:" + port, "MAILLON_RATE_LIMITS", "off");
    var post = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    try {
      killWhileItSends(ServerProcess.start(data, environment), post);
      assertThat(arrived(post)).hasSizeBetween(1, MAILS - 1);
      everythingArrives(ServerProcess.start(data, environment), post);
    } finally {
      post.stop();
    }
  }

  private static void killWhileItSends(ServerProcess server, GreenMail post)
      throws IOException, InterruptedException {
    Coop.fill(server.database());
    for (int i = 1; i < MAILS; i++) {
      book(server, i);
    }
    soon("every mail is queued", () -> unsent(server) == MAILS - 1);
    post.start();
    var database = server.database();
    timePasses(database);
    // What is new has the server look at all that waits.
    book(server, MAILS);
    soon("some have arrived", () -> post.getReceivedMessages().length >= IN_HAND);
    server.kill();
    // Its database lives on.
    timePasses(database);
  }

  private static void everythingArrives(ServerProcess server, GreenMail post) {
    soon("all have left", () -> unsent(server) == 0);
    assertThat(arrived(post)).hasSize(MAILS);
    assertThat(post.getReceivedMessages()).hasSizeLessThanOrEqualTo(MAILS + IN_HAND);
    assertThat(server.terminate()).isZero();
  }

  private static void book(ServerProcess server, int number)
      throws IOException, InterruptedException {
    var start = Instant.now()
        .truncatedTo(ChronoUnit.DAYS)
        .plus(Duration.ofDays(2))
        .plus(Duration.ofMinutes(15L * number));
    var wish = new JsonObject()
        .put("resource", "bureaux-calmes")
        .put("start", start.toString())
        .put("end", start.plus(Duration.ofMinutes(15)).toString());
    var answer = HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.at("/api/v1/bookings"))
                .header("Authorization", "Bearer token-bruno")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(wish.encode()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  /** As long as it takes until what failed, or was in hand, is tried again. */
  private static void timePasses(DatabaseAddress database) {
    TestDatabase.run(
        database,
        "UPDATE mail SET not_before = created_at WHERE sent_at IS NULL AND dead_at IS NULL");
  }

  private static int unsent(ServerProcess server) {
    return Integer.parseInt(
        TestDatabase.ask(server.database(), "SELECT count(*) FROM mail WHERE sent_at IS NULL")
            .get(0));
  }

  private static Set<String> arrived(GreenMail post) {
    return Stream.of(post.getReceivedMessages())
        .map(MailCrashIT::number)
        .collect(Collectors.toSet());
  }

  private static String number(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
