package coop.maillon.member.account;

import static coop.maillon.support.Coop.ADA;
import static coop.maillon.support.Coop.BRUNO;
import static coop.maillon.support.Coop.DIANE;
import static coop.maillon.support.Coop.PASSWORD;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.member.Standing;
import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import coop.maillon.support.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksTest {

  private static final String NEW = "une phrase neuve";

  private TestApp app;
  private Coop cast;
  private Mailbox mail;

  @BeforeAll
  void open() {
    app = TestApp.start();
    cast = Coop.in(app);
    mail = new Mailbox(app);
  }

  @BeforeEach
  void forget() {
    TestDatabase.run(
        app.database(),
        "DELETE FROM attempt",
        "DELETE FROM mail",
        "UPDATE member SET state = 'active' WHERE state = 'suspended'");
  }

  @AfterAll
  void close() {
    app.close();
  }

  @Test
  void aForgottenPasswordIsReplacedByALink() {
    cast.member("gael@demo.test", "Gaël Simon", Standing.MEMBER);
    var before = cast.browserOf("gael@demo.test");
    ask("gael@demo.test");
    var gael = new Visitor(app);
    var link = mail.linkTo("gael@demo.test");
    assertThat(gael.get(link).body()).contains("gael@demo.test");
    assertThat(gael.post(link, "password", NEW).statusCode()).isEqualTo(303);
    assertThat(gael.get("/me").body()).contains("Gaël Simon");
    assertThat(before.get("/me").statusCode()).isEqualTo(303);
    assertThat(signIn("gael@demo.test", PASSWORD).statusCode()).isEqualTo(422);
    assertThat(signIn("gael@demo.test", NEW).statusCode()).isEqualTo(303);
  }

  @Test
  void askingForALinkSaysNothingAboutWhoIsAMember() {
    suspend(DIANE);
    var known = ask(BRUNO);
    var unknown = ask("nobody@demo.test");
    var suspended = ask(DIANE);
    assertThat(List.of(known, unknown, suspended))
        .extracting(answer -> answer.body().replaceAll("\\S+@demo.test", "X"))
        .containsOnly(known.body().replaceAll("\\S+@demo.test", "X"));
    assertThat(mail.subjectsTo(BRUNO)).hasSize(1);
    assertThat(mail.subjectsTo("nobody@demo.test")).isEmpty();
    assertThat(mail.subjectsTo(DIANE)).isEmpty();
  }

  @Test
  void aPasswordLinkOpensOnce() {
    cast.member("hana@demo.test", "Hana Blanc", Standing.MEMBER);
    ask("hana@demo.test");
    var link = mail.linkTo("hana@demo.test");
    assertThat(new Visitor(app).post(link, "password", NEW).statusCode()).isEqualTo(303);
    var second = new Visitor(app).post(link, "password", "une autre phrase");
    assertThat(second.statusCode()).isEqualTo(410);
    assertThat(second.body()).contains("Ce lien ne sert plus");
  }

  @Test
  void aPasswordLinkOpensForOneHour() {
    ask(BRUNO);
    var link = mail.linkTo(BRUNO);
    app.clock().pass(Duration.ofMinutes(59));
    assertThat(new Visitor(app).get(link).statusCode()).isEqualTo(200);
    app.clock().pass(Duration.ofMinutes(1));
    assertThat(new Visitor(app).get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void lookingAtALinkDoesNotUseIt() {
    ask(BRUNO);
    var link = mail.linkTo(BRUNO);
    IntStream.range(0, 3)
        .forEach(i -> assertThat(new Visitor(app).get(link).statusCode()).isEqualTo(200));
  }

  @Test
  void ofTwentyWhoUseOnePasswordLinkAtOnceOneSetsThePassword() {
    cast.member("ines@demo.test", "Inès Roy", Standing.MEMBER);
    ask("ines@demo.test");
    var link = mail.linkTo("ines@demo.test");
    var answers = together(
        20, i -> new Visitor(app).post(link, "password", "phrase numero " + i).statusCode());
    assertThat(answers).filteredOn(status -> status == 303).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 410).hasSize(19);
  }

  @Test
  void ofTwentyWhoUseOneInvitationAtOnceOneJoins() {
    invite("jean@demo.test");
    var link = mail.linkTo("jean@demo.test");
    var answers = together(
        20,
        i -> new Visitor(app)
            .post(link, "name", "Jean " + i, "password", "phrase numero " + i)
            .statusCode());
    assertThat(answers).filteredOn(status -> status == 303).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 410).hasSize(19);
  }

  @Test
  void anInvitationSetsNameAndPasswordAndLetsIn() {
    invite("karim@demo.test");
    var karim = new Visitor(app);
    var link = mail.linkTo("karim@demo.test");
    assertThat(karim.post(link, "name", "Karim Aziz", "password", NEW).statusCode())
        .isEqualTo(303);
    assertThat(karim.get("/me").body()).contains("Karim Aziz");
  }

  @Test
  void anInvitationOpensForSevenDays() {
    invite("lea@demo.test");
    var link = mail.linkTo("lea@demo.test");
    app.clock().pass(Duration.ofDays(7).minusSeconds(1));
    assertThat(new Visitor(app).get(link).statusCode()).isEqualTo(200);
    app.clock().pass(Duration.ofSeconds(1));
    assertThat(new Visitor(app).get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void anInvitedPersonWhoForgotTheLinkGetsAnotherInvitation() {
    invite("malo@demo.test");
    ask("malo@demo.test");
    assertThat(mail.linkTo("malo@demo.test")).startsWith("/invitation/");
    assertThat(mail.subjectsTo("malo@demo.test")).hasSize(2);
  }

  @Test
  void aShortPasswordIsRefusedByItsRuleAndTheNameStays() {
    invite("nina@demo.test");
    var link = mail.linkTo("nina@demo.test");
    var page = new Visitor(app).post(link, "name", "Nina <b>", "password", "court");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("10 caractères au moins", "Nina &lt;b&gt;");
    assertThat(page.body()).doesNotContain("court\"");
  }

  @Test
  void oneAccountIsMailedThreeLinksAnHourAtMost() {
    IntStream.range(0, 6).forEach(i -> assertThat(ask(BRUNO).statusCode()).isEqualTo(200));
    assertThat(mail.subjectsTo(BRUNO)).hasSize(3);
  }

  @Test
  void theDatabaseKeepsOnlyTheHashOfALink() {
    ask(BRUNO);
    var secret = mail.linkTo(BRUNO).substring("/password/".length());
    assertThat(TestDatabase.ask(
            app.database(), "SELECT encode(token_hash, 'escape') FROM mailed_link"))
        .noneMatch(row -> row.contains(secret));
  }

  private HttpResponse<String> ask(String email) {
    return new Visitor(app).post("/password", "email", email);
  }

  private HttpResponse<String> signIn(String email, String password) {
    return new Visitor(app).post("/login", "email", email, "password", password);
  }

  private void invite(String email) {
    var answer = cast.browserOf(ADA)
        .post("/manage/members", "email", email, "name", "Quelqu’un", "kind", "member");
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private void suspend(String email) {
    cast.browserOf(ADA).post("/manage/members/" + cast.id(email) + "/suspension");
  }
}
