package coop.maillon.member.account;

import static coop.maillon.support.Coop.ADA;
import static coop.maillon.support.Coop.BRUNO;
import static coop.maillon.support.Coop.CHLOE;
import static coop.maillon.support.Coop.DIANE;
import static coop.maillon.support.Coop.EMILE;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.member.Email;
import coop.maillon.member.NewMember;
import coop.maillon.member.Standing;
import coop.maillon.member.session.ApiToken;
import coop.maillon.member.session.Tokens;
import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import coop.maillon.support.TestApp;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersTest {

  private TestApp app;
  private Coop cast;

  @BeforeAll
  void open() {
    app = TestApp.start();
    cast = Coop.in(app);
  }

  @AfterAll
  void close() {
    app.close();
  }

  @Test
  void everybodyIsFoundByNameWithoutItsAccents() {
    var page = cast.browserOf(CHLOE).get("/manage/members?q=emile");
    assertThat(page.body()).contains("Émile Garnier").doesNotContain("Bruno Faure");
  }

  @Test
  void membersDoNotSeeThePagesOfTheCoordination() {
    assertThat(cast.browserOf(BRUNO).get("/manage/members").statusCode()).isEqualTo(403);
  }

  @Test
  void aCoordinatorInvitesAGuestOfTheirSiteUntilADay() {
    var answer = cast.browserOf(CHLOE)
        .post(
            "/manage/members",
            "email",
            "rosa@demo.test",
            "name",
            "Rosa Lima",
            "kind",
            "guest",
            "sites",
            "lyon",
            "until",
            "2027-01-31");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(standingOf("rosa@demo.test"))
        .isEqualTo(Standing.guest(Optional.of(LocalDate.of(2027, 1, 31)), Set.of(Coop.LYON)));
    assertThat(new Mailbox(app).linkTo("rosa@demo.test")).startsWith("/invitation/");
  }

  @Test
  void aCoordinatorInvitesNoGuestOfAnotherSite() {
    var answer = cast.browserOf(CHLOE)
        .post(
            "/manage/members",
            "email",
            "sami@demo.test",
            "name",
            "Sami",
            "kind",
            "guest",
            "sites",
            "grenoble");
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void aGuestWithoutASiteIsRefusedAndWhatWasTypedStays() {
    var page = cast.browserOf(CHLOE)
        .post("/manage/members", "email", "tea@demo.test", "name", "Téa", "kind", "guest");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("au moins une antenne", "tea@demo.test", "Téa");
  }

  @Test
  void anAddressIsInvitedOnce() {
    var page = cast.browserOf(ADA)
        .post("/manage/members", "email", "BRUNO@demo.test", "name", "Bruno", "kind", "member");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("déjà un compte");
  }

  @Test
  void ofTwentyWhoInviteTheSameAddressAtOnceOneDoes() {
    var ada = app.app().people().members();
    var who = new NewMember(new Email("ugo@demo.test"), "Ugo", Standing.MEMBER, "fr");
    var outcomes = together(20, i -> TestApp.done(ada.register(who)));
    assertThat(outcomes).filteredOn(MemberOutcome.Done.class::isInstance).hasSize(1);
  }

  @Test
  void onlyAnAdministratorGivesRights() {
    var path = "/manage/members/" + cast.id(EMILE) + "/standing";
    assertThat(cast.browserOf(CHLOE)
            .post(path, "kind", "member", "coordinates", "lyon")
            .statusCode())
        .isEqualTo(403);
    assertThat(cast.browserOf(ADA)
            .post(path, "kind", "member", "coordinates", "lyon")
            .statusCode())
        .isEqualTo(303);
    assertThat(standingOf(EMILE)).isEqualTo(Standing.coordinator(Set.of(Coop.LYON)));
  }

  @Test
  void nobodyChangesTheirOwnRightsOrShutsThemselvesOut() {
    var ada = cast.browserOf(ADA);
    var me = "/manage/members/" + cast.id(ADA);
    assertThat(ada.post(me + "/standing", "kind", "member").statusCode()).isEqualTo(403);
    assertThat(ada.post(me + "/suspension").statusCode()).isEqualTo(403);
  }

  @Test
  void ofTwoAdministratorsWhoRemoveEachOtherAtOnceOneStays() {
    cast.member("vera@demo.test", "Vera", Standing.administrator(Set.of()));
    cast.member("wim@demo.test", "Wim", Standing.administrator(Set.of()));
    var vera = cast.browserOf("vera@demo.test");
    var wim = cast.browserOf("wim@demo.test");
    together(
        2,
        i -> (i == 0 ? vera : wim)
            .post(
                "/manage/members/" + cast.id(i == 0 ? "wim@demo.test" : "vera@demo.test")
                    + "/standing",
                "kind",
                "member")
            .statusCode());
    assertThat(standingOf("vera@demo.test").administrator())
        .isNotEqualTo(standingOf("wim@demo.test").administrator());
  }

  @Test
  void aGuestComesInUntilTheEndOfTheLastDayInOurZone() {
    var today = LocalDate.ofInstant(app.clock().instant(), ZoneId.of("Europe/Paris"));
    cast.member("xena@demo.test", "Xena", Standing.guest(Optional.of(today), Set.of(Coop.LYON)));
    cast.member(
        "yves@demo.test",
        "Yves",
        Standing.guest(Optional.of(today.minusDays(1)), Set.of(Coop.LYON)));
    assertThat(cast.browserOf("xena@demo.test").get("/me").statusCode()).isEqualTo(200);
    var late =
        new Visitor(app).post("/login", "email", "yves@demo.test", "password", Coop.PASSWORD);
    assertThat(late.statusCode()).isEqualTo(422);
  }

  @Test
  void aNewInvitationIsShownOnceToWhoeverAskedForIt() {
    var chloe = cast.browserOf(CHLOE);
    chloe.post("/manage/members", "email", "zoe@demo.test", "name", "Zoé", "kind", "member");
    var path = "/manage/members/" + cast.id("zoe@demo.test");
    assertThat(chloe.post(path + "/invitation").body()).contains("/invitation/");
    assertThat(chloe.get(path).body()).doesNotContain("value=\"http");
  }

  @Test
  void aProgramCreatesAMember() {
    var program = new Visitor(app).withToken(tokenOf(CHLOE));
    var asked = new JsonObject().put("email", "abel@demo.test").put("name", "Abel Cros");
    var answer = program.post("/api/v1/members", asked);
    assertThat(answer.statusCode()).isEqualTo(201);
    var json = new JsonObject(answer.body());
    assertThat(json.getString("id")).isEqualTo(cast.id("abel@demo.test").toString());
    assertThat(json.getJsonArray("roles")).isEqualTo(new JsonArray().add("member"));
    assertThat(program.post("/api/v1/members", asked).statusCode()).isEqualTo(409);
  }

  @Test
  void aProgramOfACoordinatorMakesNoAdministrator() {
    var asked = new JsonObject()
        .put("email", "basile@demo.test")
        .put("name", "Basile")
        .put("roles", new JsonArray().add("administrator"));
    assertThat(new Visitor(app)
            .withToken(tokenOf(CHLOE))
            .post("/api/v1/members", asked)
            .statusCode())
        .isEqualTo(403);
    assertThat(new Visitor(app)
            .withToken(tokenOf(DIANE))
            .post("/api/v1/members", asked)
            .statusCode())
        .isEqualTo(403);
  }

  private Standing standingOf(String email) {
    return TestApp.done(app.app().people().members().findByEmail(new Email(email)))
        .orElseThrow()
        .standing();
  }

  private String tokenOf(String email) {
    var tokens = app.app().people().tokens();
    var issued =
        TestApp.done(tokens.issue(cast.id(email), "test", ApiToken.Reach.FULL, Tokens.USUAL_LIFE));
    return issued.secret().value();
  }
}
