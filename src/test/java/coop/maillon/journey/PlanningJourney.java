package coop.maillon.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A day at the planning: by drag, by keyboard, without scripts, and two people at once. */
class PlanningJourney extends AtThePlanning {

  private static final String DAY = "/?site=lyon&date=2026-12-08";

  @Test
  void draggingOverFreeTimeOpensTheFormAtThatTime() {
    Page page = planning("bruno", window());
    Locator gap = gap(page, "salle-loire");
    var box = gap.boundingBox();
    double hour = box.width / 12;
    page.mouse().move(box.x + 2 * hour + 3, box.y + 20);
    page.mouse().down();
    page.mouse().move(box.x + 3 * hour, box.y + 20);
    page.mouse().move(box.x + 4 * hour - 3, box.y + 20);
    shot(page, "drag");
    page.mouse().up();
    page.waitForURL(url -> url.contains("/bookings/new"));
    assertThat(page.url()).contains("resource=salle-loire", "start=10:00", "end=12:00");
    page.locator("form[action='/bookings'] button.primary").first().click();
    page.waitForURL(url -> url.matches(".*/bookings(/\\d+)?$"));
    page.navigate(at(DAY));
    assertThat(track(page, "salle-loire").locator(".block.mine")).containsText("10:00–12:00");
  }

  @Test
  void theKeyboardAloneBooks() {
    Page page = planning("bruno", window());
    page.locator(".planning-frame").focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowDown");
    for (int i = 0; i < 44; i++) {
      page.keyboard().press("Shift+ArrowLeft");
    }
    shot(page, "keys");
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("/bookings/new"));
    assertThat(page.url()).contains("resource=salle-rhone", "start=08:00", "end=09:00");
    page.locator("form[action='/bookings'] button.primary").first().focus();
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.matches(".*/bookings(/\\d+)?$"));
    assertThat(coop.one("SELECT count(*) FROM occupancy WHERE cause = 'booking'"))
        .isEqualTo("1");
  }

  @Test
  void withoutScriptsAGapIsALinkToTheForm() {
    var window = chromium.window(new Browser.NewContextOptions()
        .setLocale("fr-FR")
        .setViewportSize(1280, 800)
        .setJavaScriptEnabled(false));
    Page page = planning("bruno", window);
    gap(page, "salle-saone").click();
    assertThat(page.url()).contains("/bookings/new?resource=salle-saone");
    page.locator("input[name=end]").fill("09:30");
    page.locator("form[action='/bookings'] button.primary").first().click();
    page.navigate(at(DAY));
    shot(page, "without-scripts");
    assertThat(track(page, "salle-saone").locator(".block.mine")).containsText("08:00–09:30");
  }

  @Test
  void whatOneBooksTheOtherSeesWithinASecond() {
    Page watching = planning("diane", window());
    // The first of a server's life loads its classes; that is not what is measured.
    coop.as("bruno").book("salle-saone", "2026-12-08T10:00:00+01:00", "2026-12-08T12:00:00+01:00");
    assertThat(track(watching, "salle-saone").locator(".block.other.fresh"))
        .containsText("Bruno F.");
    long before = System.nanoTime();
    coop.as("bruno").book("salle-loire", "2026-12-08T10:00:00+01:00", "2026-12-08T12:00:00+01:00");
    assertThat(track(watching, "salle-loire").locator(".block.other.fresh"))
        .containsText("Bruno F.", new ContainsTextOptions().setTimeout(1000));
    assertThat((System.nanoTime() - before) / 1_000_000).as("milliseconds").isLessThan(1500);
    assertThat(track(watching, "salle-loire").locator(".gap .range"))
        .hasText(new String[] {"08:00–10:00", "12:00–20:00"});
    // At most one sentence in five seconds is said, and the first was about the other room.
    assertThat(watching.locator("#announcements"))
        .containsText("Salle Loire", new ContainsTextOptions().setTimeout(15_000));
  }

  @Test
  void aGapThatIsTakenUnderTheFocusKeepsItAndSaysSo() {
    Page watching = planning("diane", window());
    watching.waitForTimeout(500);
    gap(watching, "salle-loire").focus();
    coop.as("bruno").book("salle-loire", "2026-12-08T08:00:00+01:00", "2026-12-08T20:00:00+01:00");
    assertThat(watching.locator(".gap.taken-away a")).isFocused();
    assertThat(watching.locator("#announcements")).containsText("vient d’être pris");
  }

  @Test
  void myBookingIsMovedByDragAndTakenBack() {
    coop.as("bruno").book("salle-loire", "2026-12-08T10:00:00+01:00", "2026-12-08T12:00:00+01:00");
    Page page = planning("bruno", window());
    Locator mine = track(page, "salle-loire").locator(".block.mine");
    var box = mine.boundingBox();
    page.mouse().move(box.x + 20, box.y + 20);
    page.mouse().down();
    page.mouse().move(box.x + 60, box.y + 20);
    page.mouse().move(box.x + 20 + box.width, box.y + 20);
    page.mouse().up();
    assertThat(track(page, "salle-loire").locator(".block.mine")).containsText("12:00–14:00");
    assertThat(page.locator(".toast")).containsText("12:00–14:00");
    shot(page, "moved");
    assertThat(coop.one(
            "SELECT starts_at AT TIME ZONE 'Europe/Paris' FROM booking ORDER BY id DESC LIMIT 1"))
        .startsWith("2026-12-08 12:00");
  }

  @Test
  void aMoveThatIsNotPossibleIsRefusedKindlyAndChangesNothing() {
    coop.as("diane").book("salle-loire", "2026-12-08T12:00:00+01:00", "2026-12-08T14:00:00+01:00");
    coop.as("bruno").book("salle-loire", "2026-12-08T10:00:00+01:00", "2026-12-08T12:00:00+01:00");
    Page page = planning("bruno", window());
    track(page, "salle-loire").locator(".block.mine a").focus();
    page.keyboard().press("m");
    for (int i = 0; i < 4; i++) {
      page.keyboard().press("ArrowRight");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog[open]")).containsText("pris");
    shot(page, "refused");
    page.locator("dialog[open] [data-close]").click();
    assertThat(track(page, "salle-loire").locator(".block.mine")).containsText("10:00–12:00");
  }

  @Test
  void axeFindsNothingWideOrNarrowLightOrDark() {
    coop.as("bruno").book("salle-loire", "2026-12-08T10:00:00+01:00", "2026-12-08T12:00:00+01:00");
    for (String address : List.of(DAY, DAY + "&view=week", DAY + "&hours=all")) {
      for (int width : List.of(1280, 320)) {
        Page page = planning(
            "bruno",
            chromium.window(new Browser.NewContextOptions()
                .setColorScheme(
                    width == 320
                        ? com.microsoft.playwright.options.ColorScheme.DARK
                        : com.microsoft.playwright.options.ColorScheme.LIGHT)
                .setViewportSize(width, 800)),
            address);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(Axe.violations(page)).as(address + width).isEmpty();
      }
    }
  }

  private static BrowserContext window() {
    return chromium.window();
  }

  private static Page planning(String name, BrowserContext window) {
    return planning(name, window, DAY);
  }

  private static Locator gap(Page page, String slug) {
    return track(page, slug).locator(".gap a").first();
  }

  private static String at(String address) {
    return coop.app().at(address).toString();
  }

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions()
        .setPath(Path.of("target", "shots", "planning-" + name + ".png")));
  }
}
