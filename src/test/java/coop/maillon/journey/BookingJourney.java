package coop.maillon.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import coop.maillon.support.Chromium;
import coop.maillon.support.Coop;
import coop.maillon.support.Soon;
import coop.maillon.support.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Booking by the form, in a browser: as one types, by keyboard only, and without scripts. */
class BookingJourney {

  private static Coop coop;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    coop = Coop.start();
    chromium = Chromium.launch();
  }

  @BeforeEach
  void startAfresh() {
    coop.clock().set(TestClock.BEGINNING);
  }

  @AfterAll
  static void close() {
    chromium.close();
    coop.close();
  }

  @Test
  void aConflictShowsAsOneTypesAndOneClickLeavesIt() {
    coop.as("diane").book("salle-loire", "2026-12-09T14:00:00+01:00", "2026-12-09T15:00:00+01:00");
    Page page = window(scripts(true));
    page.navigate(at("/bookings/new?resource=salle-loire&date=2026-12-09&start=10:00&end=11:00"));
    assertThat(page.locator("#request")).containsText("Libre");
    assertThat(page.locator("#hold")).containsText("Créneau gardé pour vous");
    page.locator("#title").fill("Atelier");
    page.locator("#start").fill("14:00");
    page.locator("#start").blur();
    assertThat(page.locator("#end")).hasValue("15:00");
    assertThat(page.locator("#conflict")).containsText("est pris, 14:00–15:00");
    assertThat(page.locator("#title")).hasValue("Atelier");
    page.locator(".option").filter(hasText("15:00–16:00")).first().click();
    assertThat(page.locator("h1")).hasText("Salle Loire");
    assertThat(page.locator("#booking")).containsText("15:00–16:00");
    assertThat(page.locator("#booking")).containsText("Atelier");
  }

  @Test
  void theSlotStaysMineWhileIType() {
    Page page = window(scripts(true));
    page.navigate(at("/bookings/new?resource=salle-loire&date=2026-12-14&start=10:00&end=11:00"));
    assertThat(page.locator("#hold")).containsText("Créneau gardé pour vous");
    coop.clock().pass(Duration.ofSeconds(100));
    page.locator("#title").pressSequentially("Une longue réunion");
    Soon.soon(
        "the slot is kept for two minutes more",
        () -> coop.one("SELECT expires_at - timestamptz '" + TestClock.BEGINNING + "' FROM hold")
            .equals("00:03:40"));
    coop.clock().pass(Duration.ofSeconds(100));
    var early = coop.as("diane")
        .book("salle-loire", "2026-12-14T10:00:00+01:00", "2026-12-14T11:00:00+01:00");
    assertEquals(409, early.statusCode());
    coop.clock().pass(Duration.ofSeconds(21));
    var late = coop.as("diane")
        .book("salle-loire", "2026-12-14T10:00:00+01:00", "2026-12-14T11:00:00+01:00");
    assertEquals(201, late.statusCode());
    page.locator("#request button").click();
    assertThat(page.locator("#conflict")).containsText("vient d’être pris");
    assertThat(page.locator("#title")).hasValue("Une longue réunion");
  }

  @Test
  void itIsBookedByKeyboardOnly() {
    Page page = window(scripts(true));
    page.navigate(at("/bookings/new?resource=salle-rhone&date=2026-12-10&start=10:00&end=11:00"));
    page.locator("#title").focus();
    page.keyboard().type("Point");
    page.keyboard().press("Enter");
    assertThat(page.locator("#booking")).containsText("10:00–11:00");
    assertThat(page.locator("#toasts")).containsText("Réservé. Salle Rhône");
  }

  @Test
  void withoutScriptsItIsBookedMovedCancelledAndUndone() {
    Page page = window(scripts(false));
    page.navigate(at("/bookings/new?resource=salle-saone&date=2026-12-11"));
    page.locator("#start").fill("10:00");
    page.locator("#end").fill("11:00");
    page.getByText("Voir si c’est libre").click();
    assertThat(page.locator("#request")).containsText("Libre");
    page.locator("#request button").click();
    assertThat(page.locator("#booking")).containsText("10:00–11:00");
    page.locator("#move summary").first().click();
    page.locator("#move #start").fill("14:00");
    page.locator("#move #end").fill("15:00");
    page.locator("#move form > .line button").click();
    assertThat(page.locator("#booking")).containsText("14:00–15:00");
    page.locator("#booking .button.danger").click();
    assertThat(page.locator("#booking")).containsText("Annulée");
    page.locator("form.note button").click();
    assertThat(page.locator("#booking")).containsText("Confirmée");
  }

  private static Browser.NewContextOptions scripts(boolean run) {
    return new Browser.NewContextOptions()
        .setLocale("fr-FR")
        .setViewportSize(1280, 900)
        .setJavaScriptEnabled(run);
  }

  private static Page window(Browser.NewContextOptions options) {
    var context = chromium.window(options);
    context.addCookies(
        List.of(new Cookie("sid", "session-bruno").setDomain("127.0.0.1").setPath("/")));
    return context.newPage();
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static String at(String path) {
    return coop.app().at(path).toString();
  }
}
