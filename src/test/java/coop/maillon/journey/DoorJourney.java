package coop.maillon.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import coop.maillon.support.Chromium;
import coop.maillon.support.Coop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bruno stands before a free room with his phone: scans the code, takes it, stays a little longer, leaves early. */
class DoorJourney {

  private static final int MOST_CLICKS = 3;

  private Coop coop;
  private Chromium chromium;
  private int clicks;

  @BeforeEach
  void open() {
    coop = Coop.start();
    chromium = Chromium.launch();
    coop.clock().pass(Duration.ofMinutes(2));
  }

  @AfterEach
  void close() {
    chromium.close();
    coop.close();
  }

  @Test
  void scannedTakenExtendedAndLeftByAClickEach() {
    walkIn(phone(true));
    System.out.printf("the door: taken, extended, given back, %d clicks in all%n", clicks);
  }

  @Test
  void withoutScriptsAlike() {
    walkIn(phone(false));
  }

  @Test
  void signedOutOneSignsInAndIsBackBeforeTheDoor() {
    Page page = window(true).newPage();
    page.navigate(coop.app().at("/here/salle-loire").toString());
    page.locator("#email").fill(Coop.BRUNO);
    page.locator("#password").fill(Coop.PASSWORD);
    page.locator("form[action='/login'] button.primary").click();
    assertThat(page.locator("h1")).hasText("Salle Loire");
    assertThat(page.locator(".state")).containsText("Libre jusqu’à 20:00");
  }

  private void walkIn(Page page) {
    page.navigate(coop.app().at("/here/salle-loire").toString());
    click(page.locator("form[action$='/taking'] button"));
    assertThat(page.locator(".here .when")).hasText("10:17–10:47");
    click(page.locator("button[name='end']").nth(1));
    assertThat(page.locator(".here .when")).hasText("10:17–11:15");
    coop.clock().pass(Duration.ofMinutes(30));
    click(page.locator("form[action$='/check-out'] button"));
    assertThat(page.locator(".here .state")).containsText("Libre jusqu’à 20:00");
    assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    assertThat(coop.one("SELECT to_char(starts_at AT TIME ZONE 'Europe/Paris', 'HH24:MI') || '–'"
            + " || to_char(ends_at AT TIME ZONE 'Europe/Paris', 'HH24:MI') FROM booking"))
        .isEqualTo("10:17–10:47");
  }

  private void click(Locator what) {
    what.click();
    clicks++;
  }

  private com.microsoft.playwright.BrowserContext window(boolean scripts) {
    return chromium.window(new Browser.NewContextOptions()
        .setLocale("fr-FR")
        .setViewportSize(390, 844)
        .setJavaScriptEnabled(scripts));
  }

  private Page phone(boolean scripts) {
    var context = window(scripts);
    context.addCookies(
        List.of(new Cookie("sid", "session-bruno").setDomain("127.0.0.1").setPath("/")));
    return context.newPage();
  }
}
