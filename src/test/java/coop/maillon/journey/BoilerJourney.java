package coop.maillon.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import coop.maillon.support.Chromium;
import coop.maillon.support.Coop;
import coop.maillon.support.Soon;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The boiler of Salle Loire breaks: in a few clicks it is closed, everybody has another room and knows it. */
class BoilerJourney {

  private static final int MOST_CLICKS = 8;

  private Coop coop;
  private Chromium chromium;
  private int clicks;

  @BeforeEach
  void open() {
    coop = Coop.start();
    chromium = Chromium.launch();
    book("bruno", "09:00", "11:00");
    book("diane", "11:00", "12:00");
    book("emile", "14:00", "17:00");
  }

  @AfterEach
  void close() {
    chromium.close();
    coop.close();
  }

  @Test
  void closedEveryoneRehousedAndToldInEightClicksAtMost() {
    breakDown(true);
    System.out.printf("the boiler: closed, 3 re-housed and told, %d clicks%n", clicks);
    assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
  }

  @Test
  void withoutScriptsAlike() {
    breakDown(false);
    assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
  }

  private void breakDown(boolean scripts) {
    Page page = chloe(scripts);
    page.navigate(coop.app().at("/").toString());
    click(page.locator("a[href='/manage']").first());
    click(page.locator(".head a[href='/manage/closures/new']"));
    page.locator("#what").selectOption("resource:salle-loire");
    clicks++;
    page.locator("#reason").fill("Chaudière en panne");
    click(page.locator("button[formaction='/manage/closures/new']"));
    assertThat(page.locator("#touched")).containsText("3 réservations touchées");
    assertThat(page.locator(".totals")).containsText("à la même heure");
    assertThat(page.locator("tbody")).containsText("Salle Fourvière nord, 09:00–11:00");
    click(page.locator(".commit button"));
    assertThat(page.locator("main")).containsText("Chaudière en panne");
    requireDone();
  }

  private void requireDone() {
    assertThat(coop.one("SELECT count(*) FROM occupancy WHERE cause = 'closure'"))
        .isEqualTo("1");
    assertThat(coop.one("SELECT count(*) FROM booking WHERE status = 'confirmed'"
            + " AND rehoused_by IS NOT NULL"))
        .isEqualTo("3");
    Soon.soon(
        "each is told once",
        () -> coop.one("SELECT count(*) || ' ' || count(DISTINCT member_id) FROM inbox"
                + " WHERE kind = 'closure.told'")
            .equals("3 3"));
  }

  private void click(Locator what) {
    what.click();
    clicks++;
  }

  private Page chloe(boolean scripts) {
    var context = chromium.window(new Browser.NewContextOptions()
        .setLocale("fr-FR")
        .setViewportSize(1280, 900)
        .setJavaScriptEnabled(scripts));
    context.addCookies(
        List.of(new Cookie("sid", "session-chloe").setDomain("127.0.0.1").setPath("/")));
    return context.newPage();
  }

  private void book(String name, String from, String to) {
    var booked = coop.as(name)
        .book("salle-loire", "2026-12-09T" + from + ":00+01:00", "2026-12-09T" + to + ":00+01:00");
    assertThat(booked.statusCode()).isEqualTo(201);
  }
}
