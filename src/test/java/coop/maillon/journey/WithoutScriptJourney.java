package coop.maillon.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static coop.maillon.support.Soon.soon;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import coop.maillon.support.Chromium;
import coop.maillon.support.Coop;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members and coordinators do together, in a browser that runs no script at all. */
class WithoutScriptJourney {

  private Coop coop;
  private Chromium chromium;

  @BeforeEach
  void open() {
    coop = Coop.start();
    chromium = Chromium.launch();
  }

  @AfterEach
  void close() {
    chromium.close();
    coop.close();
  }

  @Test
  void aSeriesIsSeenBookedThenEndedFromADateOnAndADateAddedBack() {
    Page page = window("bruno");
    go(page, "/bookings/new?resource=salle-rhone&date=2026-12-10&start=10:00&end=11:00");
    page.locator("#repeat").locator("xpath=ancestor::details/summary").click();
    page.locator("#repeat-until").fill("2027-01-14");
    page.locator("button[formaction='/series/new']").click();
    assertThat(page.locator("ol.plain > li")).hasCount(6);
    page.locator("button[value='all']").click();
    go(page, "/bookings/" + coop.one("SELECT min(id) FROM booking"));
    assertThat(page.locator("#series")).containsText("6 dates");
    page.locator("#series ol.dates a").nth(1).click();
    page.locator("#cancel summary").click();
    page.locator("#cancel-form input[value='following']").check();
    page.locator("#cancel-form button").click();
    page.locator("main button[value='all']").click();
    assertThat(page.locator("#booking")).containsText("Annulée");
    page.locator("#series details summary").last().click();
    page.locator("#series button[name='date']").first().click();
    assertThat(page.locator("#booking")).containsText("Confirmée");
  }

  @Test
  void whoeverComesTooLateWaitsIsOfferedThePlaceAndTakesIt() {
    var theirs = coop.booked(
        "diane",
        new JsonObject()
            .put("resource", "salle-loire")
            .put("start", "2026-12-10T10:00:00+01:00")
            .put("end", "2026-12-10T11:00:00+01:00"));
    Page page = window("bruno");
    go(page, "/bookings/new?resource=salle-loire&date=2026-12-10&start=10:00&end=11:00");
    page.locator("#request button").first().click();
    page.locator("button[name='wait']").click();
    assertThat(page.locator("main")).containsText("Salle Loire");
    Page diane = window("diane");
    go(diane, "/bookings/" + theirs);
    diane.locator("form[action$='/cancellation'] button").first().click();
    soon(
        "the place is offered",
        () -> coop.one("SELECT count(*) FROM waiting WHERE state = 'offered'").equals("1"));
    go(page, "/waiting");
    page.locator("form[action$='/acceptance'] button").click();
    assertThat(page.locator("#booking")).containsText("Confirmée");
  }

  @Test
  void aRuleAndAQuotaAreSetTriedAndFelt() {
    Page chloe = window("chloe");
    go(chloe, "/manage/quotas/new");
    chloe.locator("#name").fill("Salles du soir");
    chloe.locator("#amount").fill("1");
    chloe.locator("input[name='measure'][value='bookings']").check();
    chloe.locator("input[name='resource']").first().check();
    chloe.locator("form.stack button.primary").click();
    assertThat(chloe.locator("main")).containsText("Salles du soir");
    go(chloe, "/manage/rule-test");
    chloe.locator("#member").fill(Coop.BRUNO);
    chloe.locator("form button.primary").click();
    assertThat(chloe.locator("#answer")).containsText("Salles du soir");
  }

  @Test
  void aRequestIsApprovedOrRefusedWithAReason() {
    coop.sql("UPDATE resource SET policy = policy || '{\"approval\":\"always\"}'"
        + " WHERE slug = 'salle-loire'");
    for (String hour : List.of("10", "14")) {
      coop.as("bruno")
          .book(
              "salle-loire",
              "2026-12-10T" + hour + ":00:00+01:00",
              "2026-12-10T" + hour + ":30:00+01:00");
    }
    Page page = window("chloe");
    go(page, "/manage/approvals");
    page.locator("article.approval form:has(input[value='yes']) button").first().click();
    assertThat(page.locator("article.approval")).hasCount(1);
    page.locator("article.approval summary").click();
    page.locator("article.approval input[name='reason']").fill("Réunion du conseil");
    page.locator("article.approval button.danger").click();
    assertThat(page.locator("article.approval")).hasCount(0);
    Page bruno = window("bruno");
    go(bruno, "/bookings?past=1");
    coop.everythingIsTold();
    go(bruno, "/inbox");
    assertThat(bruno.locator("main")).containsText("Réunion du conseil");
  }

  @Test
  void aProblemIsSignalledSeenByWhoeverIsOnDutyAndClosed() {
    Page bruno = window("bruno");
    go(bruno, "/problems/new?resource=salle-loire");
    bruno.locator("textarea").fill("Le projecteur ne s’allume plus");
    bruno.locator("form[action='/problems'] button.primary").click();
    Page chloe = window("chloe");
    go(chloe, "/manage/duty");
    chloe.locator("select[name^='member-']").first().selectOption(new SelectOption().setIndex(1));
    chloe.locator("form[action='/manage/duty'] button").click();
    go(chloe, "/manage/problems");
    assertThat(chloe.locator("main")).containsText("Le projecteur ne s’allume plus");
    chloe.locator("input[name='outcome']").fill("Lampe changée");
    chloe.locator("form[action$='/closing'] button").click();
    assertThat(chloe.locator("form[action$='/closing']")).hasCount(0);
  }

  @Test
  void somebodyIsInvitedJoinsAGroupAndIsGivenAHabilitation() {
    Page page = window("ada");
    go(page, "/manage/members");
    page.locator("details.card summary").click();
    page.locator("#email").fill("ines@demo.test");
    page.locator("#name").fill("Inès Carpentier");
    page.locator("form[action='/manage/members'] button.primary").click();
    assertThat(page.locator("main")).containsText("Inès Carpentier");
    go(page, "/manage/groups");
    page.locator("form[action='/manage/groups'] #name").fill("Menuisiers");
    page.locator("form[action='/manage/groups'] button.primary").click();
    page.locator("form[action$='/members'] #email").fill(Coop.BRUNO);
    page.locator("form[action$='/members'] button").last().click();
    assertThat(page.locator("main")).containsText("Bruno");
    go(page, "/manage/habilitations");
    page.locator("form[action='/manage/habilitations'] #name").fill("Nacelle");
    page.locator("form[action='/manage/habilitations'] button.primary").click();
    page.locator("form[action$='/members'] #email").fill(Coop.BRUNO);
    page.locator("form[action$='/members'] button.primary").click();
    assertThat(page.locator("main")).containsText("Bruno");
  }

  @Test
  void aCalendarIsOpenedToAPhoneAndClosedAgainAndAnotherIsImported() {
    Page bruno = window("bruno");
    go(bruno, "/me/calendars");
    bruno.locator("#label").fill("Téléphone");
    bruno.locator("form[action='/me/calendars'] button.primary").click();
    assertThat(bruno.locator("input[readonly]")).hasValue(Pattern.compile(".*/calendar/.*"));
    bruno.locator("form[action$='/revocation'] button").click();
    assertThat(bruno.locator("form[action$='/revocation']")).hasCount(0);
    Page chloe = window("chloe");
    go(chloe, "/manage/exchange");
    chloe
        .locator("#ics")
        .setInputFiles(
            new FilePayload("agenda.ics", "text/calendar", EVENT.getBytes(StandardCharsets.UTF_8)));
    chloe.locator("form:has(#ics) button").click();
    assertThat(chloe.locator("main")).containsText("Conseil");
    chloe.locator("form[action$='/apply'] button").click();
    assertThat(chloe.locator(".note.ok")).isVisible();
  }

  @Test
  void hoursAreChangedForManyRoomsAndMaintenanceComesBackEveryMonth() {
    Page page = window("chloe");
    go(page, "/manage/maintenance/new");
    page.locator("#what").selectOption("resource:salle-loire");
    page.locator("#date").fill("2026-12-14");
    page.locator("#start").fill("08:00");
    page.locator("#end").fill("09:00");
    page.locator("#reason").fill("Filtres");
    page.locator("button[formaction='/manage/maintenance/new']").click();
    page.locator("button.primary.big").click();
    assertThat(page.locator("main")).containsText("Filtres");
    page.locator("form[action$='/end'] button").click();
    assertThat(page.locator("form[action$='/end']")).hasCount(0);
  }

  @Test
  void aScreenIsHungBeforeADoorAndTakenDown() {
    Page page = window("chloe");
    go(page, "/manage/screens");
    page.locator("form[action='/manage/screens'] button.primary").click();
    var address = coop.app()
        .at(page.locator("input[readonly]").inputValue().replaceFirst("https?://[^/]+", ""))
        .toString();
    Page wall = chromium.window(withoutScripts()).newPage();
    wall.navigate(address);
    assertThat(wall.locator("body")).not().isEmpty();
    page.locator("form[action$='/revocation'] button").click();
    coop.clock().pass(Duration.ofMinutes(1));
    org.assertj.core.api.Assertions.assertThat(wall.navigate(address).status()).isEqualTo(404);
  }

  private static final String EVENT = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//maillon//test//FR
      BEGIN:VEVENT
      UID:conseil-1@coop.test
      DTSTAMP:20261201T080000Z
      DTSTART:20261216T090000Z
      DTEND:20261216T100000Z
      SUMMARY:Conseil
      END:VEVENT
      END:VCALENDAR
      """.replace("\n", "\r\n");

  private void go(Page page, String path) {
    page.navigate(coop.app().at(path).toString());
  }

  private static Browser.NewContextOptions withoutScripts() {
    return new Browser.NewContextOptions()
        .setLocale("fr-FR")
        .setViewportSize(1280, 900)
        .setJavaScriptEnabled(false);
  }

  private Page window(String who) {
    var context = chromium.window(withoutScripts());
    context.setDefaultTimeout(8000);
    context.addCookies(
        List.of(new Cookie("sid", "session-" + who).setDomain("127.0.0.1").setPath("/")));
    return context.newPage();
  }
}
