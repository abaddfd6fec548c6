package coop.maillon.member.session;

import static coop.maillon.support.Coop.ADA;
import static coop.maillon.support.Coop.BRUNO;
import static coop.maillon.support.Coop.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SecretsTest {

  private static final String NEW = "une phrase neuve";

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("coop.maillon");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    root.addAppender(lines);
    ours.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(lines);
    ours.setLevel(Level.WARN);
  }

  @Test
  void noSecretReachesALogEvenWhenTheDatabaseFails() {
    List<String> secrets = new ArrayList<>(List.of(PASSWORD, NEW, "not-the-password"));
    try (TestApp app = TestApp.start()) {
      var cast = Coop.in(app);
      var bruno = cast.browserOf(BRUNO);
      secrets.add(bruno.cookie("sid"));
      secrets.add(inviteAndAsk(app, cast));
      secrets.add(token(app));
      var mail = new Mailbox(app);
      useLinks(app, mail);
      TestDatabase.run(
          app.database(),
          "ALTER TABLE mailed_link RENAME TO gone",
          "ALTER TABLE session RENAME TO lost");
      useLinks(app, mail);
      bruno.get("/me");
      signIn(app, PASSWORD);
    }
    var log = log();
    assertThat(log).contains("request failed");
    secrets.forEach(secret -> assertThat(log).doesNotContain(secret));
  }

  private static String inviteAndAsk(TestApp app, Coop cast) {
    cast.browserOf(ADA)
        .post("/manage/members", "email", "rosa@demo.test", "name", "Rosa", "kind", "member");
    new Visitor(app).post("/password", "email", BRUNO);
    signIn(app, "not-the-password");
    return new Mailbox(app).linkTo(BRUNO).replaceAll(".*/", "");
  }

  private static void useLinks(TestApp app, Mailbox mail) {
    new Visitor(app).get(mail.linkTo(BRUNO));
    new Visitor(app).post(mail.linkTo("rosa@demo.test"), "name", "Rosa", "password", NEW);
    new Visitor(app).post(mail.linkTo(BRUNO), "password", NEW);
  }

  private static void signIn(TestApp app, String password) {
    new Visitor(app).post("/login", "email", ADA, "password", password);
  }

  private static String token(TestApp app) {
    var asked = new JsonObject().put("email", ADA).put("password", PASSWORD);
    var answer = new Visitor(app).post("/api/v1/tokens", asked);
    var token = new JsonObject(answer.body()).getString("token");
    new Visitor(app).withToken(token).get("/api/v1/me");
    return token;
  }

  private String log() {
    return lines.list.stream()
        .map(line -> line.getFormattedMessage() + stack(line))
        .collect(Collectors.joining("\n"));
  }

  private static String stack(ILoggingEvent line) {
    return line.getThrowableProxy() == null
        ? ""
        : ThrowableProxyUtil.asString(line.getThrowableProxy());
  }
}
