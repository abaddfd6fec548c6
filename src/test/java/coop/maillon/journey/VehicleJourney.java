package coop.maillon.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import coop.maillon.picture.Files;
import coop.maillon.support.Chromium;
import coop.maillon.support.Coop;
import coop.maillon.vehicle.fleet.Garage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Bruno on his phone: books a car for 40 kilometres, takes it, brings it back with a brake that he does not trust; Diane, who
 * had it next, has another. It is Tuesday 8 December 2026, 10:15 in Lyon.
 */
class VehicleJourney {

  private final List<String> barriers = new ArrayList<>();
  private Coop coop;
  private Chromium chromium;
  private int clicks;

  @BeforeEach
  void open() {
    coop = Coop.start();
    chromium = Chromium.launch();
    for (String car : List.of("zoe-bleue", "e208-verte")) {
      Garage.equip(coop, car);
      Garage.read(coop, car, 80);
    }
    coop.booked("diane", Garage.trip("zoe-bleue", 8, "14:00-16:00", 60));
  }

  @AfterEach
  void close() {
    chromium.close();
    coop.close();
  }

  @Test
  void bookedByDistanceTakenBroughtBackUnsafeAndTheNextOneHasAnother() {
    long start = System.nanoTime();
    drive(true);
    System.out.printf(
        "a car by distance, taken, brought back unsafe with a picture, the next member re-housed:"
            + " %d clicks, %.1f s at a machine's pace, axe clean on every page%n",
        clicks, (System.nanoTime() - start) / 1e9);
    assertThat(barriers).isEmpty();
  }

  @Test
  void withoutScriptsAlike() {
    drive(false);
  }

  private void drive(boolean scripts) {
    Page page = phone("bruno", scripts);
    books(page, scripts);
    takes(page, scripts);
    coop.clock().set(Instant.parse("2026-12-08T10:30:00Z"));
    bringsBack(page, scripts);
    look(page, scripts);
    page.navigate(at("/vehicles/zoe-bleue/damage"));
    assertThat(page.locator("main")).containsText("Fermée pour sécurité");
    assertThat(page.locator(".damages img")).hasCount(1);
    look(page, scripts);
    seesAnotherCar(scripts);
  }

  private void books(Page page, boolean scripts) {
    page.navigate(at("/bookings/new?resource=zoe-bleue&date=2026-12-08&start=10:15&end=12:00"));
    page.locator("#distanceKm").fill("40");
    look(page, scripts);
    click(page.locator("#request button"));
    assertThat(page.locator("#booking")).containsText("10:15–12:00");
    assertThat(page.locator("main")).containsText("40 km");
    look(page, scripts);
  }

  private void takes(Page page, boolean scripts) {
    click(page.locator("a[href$='/taking']").first());
    page.locator("#odometerKm").fill("41200");
    choose(page, "damage", "nothing");
    choose(page, "cleanliness", "clean");
    look(page, scripts);
    click(page.locator("form[action$='/taking'] button.primary"));
    assertThat(page.locator("#toasts, main").first()).isVisible();
  }

  private void bringsBack(Page page, boolean scripts) {
    page.reload();
    click(page.locator("a[href$='/return']").first());
    page.locator("#odometerKm").fill("41240");
    page.locator("#socPct").fill("65");
    choose(page, "plug", "plugged");
    choose(page, "cable", "there");
    choose(page, "cleanliness", "clean");
    assertThat(page.locator("#what")).not().isVisible();
    choose(page, "damage", "something");
    choose(page, "severity", "unsafe");
    page.locator("#what").fill("La pédale de frein est molle");
    page.locator("#photo")
        .setInputFiles(new FilePayload("frein.jpg", "image/jpeg", Files.drawn("jpeg", 900, 600)));
    if (scripts) {
      assertThat(page.locator("#photo-shots canvas")).hasCount(1);
    }
    look(page, scripts);
    click(page.locator("form[action$='/return'] button.primary"));
    assertThat(page.locator("body")).containsText("Zoé bleue est fermée. 1 réservation déplacée.");
  }

  private void seesAnotherCar(boolean scripts) {
    Page page = phone("diane", scripts);
    page.navigate(at("/inbox"));
    assertThat(page.locator("main")).containsText("e-208 verte");
    look(page, scripts);
    page.navigate(at("/bookings"));
    assertThat(page.locator("main")).containsText("e-208 verte");
    look(page, scripts);
  }

  private void choose(Page page, String name, String value) {
    page.locator("input[name='" + name + "'][value='" + value + "']").check();
    clicks++;
  }

  private void click(Locator what) {
    what.click();
    clicks++;
  }

  /** Notes the barriers of the page as it stands. */
  private void look(Page page, boolean scripts) {
    if (!scripts) {
      return;
    }
    Axe.violations(page).forEach(one -> barriers.add(page.url() + ": " + one));
    int beyond = (int) page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (beyond > 0) {
      barriers.add(page.url() + ": wider than the screen by " + beyond);
    }
  }

  private Page phone(String name, boolean scripts) {
    var context = chromium.window(new Browser.NewContextOptions()
        .setLocale("fr-FR")
        .setViewportSize(390, 844)
        .setJavaScriptEnabled(scripts));
    context.addCookies(
        List.of(new Cookie("sid", "session-" + name).setDomain("127.0.0.1").setPath("/")));
    return context.newPage();
  }

  private String at(String path) {
    return coop.app().at(path).toString();
  }
}
