package coop.maillon.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What the hand takes on the planning is what the clock on the wall will show: at night, and when the clocks are turned. */
class PlanningTimesJourney extends AtThePlanning {

  /** The clocks go back from three to two. */
  private static final String AUTUMN = "/?site=lyon&date=2027-10-31";

  @Test
  void whatIsOpenAtNightIsTakenWhereThePointerIs() {
    Page page = planning("/?site=lyon&date=2026-12-08");
    drag(page, track(page, "zoe-bleue"), 12, 20);
    page.waitForURL(url -> url.contains("/bookings/new"));
    assertThat(page.url()).contains("start=10:00", "end=12:00");
  }

  @Test
  void onTheDayTheClocksAreTurnedTheHourUnderThePointerIsTaken() {
    Page page = planning(AUTUMN);
    drag(page, track(page, "zoe-bleue"), 12, 20);
    page.waitForURL(url -> url.contains("/bookings/new"));
    assertThat(page.url()).contains("date=2027-10-31", "start=10:00", "end=12:00");
  }

  @Test
  void ofAnHourThatComesTwiceTheSecondCanBeTaken() {
    Page page = planning(AUTUMN + "&hours=all");
    drag(page, track(page, "zoe-bleue"), 12, 16);
    page.waitForURL(url -> url.contains("/bookings/new"));
    assertThat(page.url()).contains("start=02:00", "end=03:00", "start-later=1");
    page.locator("form[action='/bookings'] button.primary").first().click();
    page.waitForURL(url -> url.matches(".*/bookings/\\d+$"));
    assertThat(lastStart()).startsWith("2027-10-31 01:00");
  }

  @Test
  void anHourLaterByKeysIsAnHourLaterByTheClock() {
    coop.as("bruno").book("zoe-bleue", "2027-10-31T10:00:00+01:00", "2027-10-31T12:00:00+01:00");
    Page page = planning(AUTUMN);
    anHourLater(page, "ArrowRight");
    assertThat(page.locator(".toast")).containsText("11:00–13:00");
    assertThat(lastStart()).startsWith("2027-10-31 10:00");
  }

  @Test
  void inAWeekToo() {
    coop.as("bruno").book("zoe-bleue", "2027-10-31T10:00:00+01:00", "2027-10-31T12:00:00+01:00");
    Page page = planning(AUTUMN + "&view=week&resource=zoe-bleue");
    anHourLater(page, "ArrowDown");
    assertThat(page.locator(".toast")).containsText("11:00–13:00");
    assertThat(lastStart()).startsWith("2027-10-31 10:00");
  }

  @Test
  void whatComesLiveStandsWhereItStandsOnceThePageIsReadAgain() {
    Page page = planning(AUTUMN + "&view=week&resource=zoe-bleue");
    coop.as("bruno").book("zoe-bleue", "2027-10-31T10:00:00+01:00", "2027-10-31T12:00:00+01:00");
    Locator mine = page.locator("ol[data-day='2027-10-31'] .block.mine");
    assertThat(mine).containsText("10:00–12:00");
    double live = mine.boundingBox().y;
    page.reload();
    assertThat(mine.boundingBox().y).isEqualTo(live);
  }

  @Test
  void myDeskComesAndGoesInTheWeekThatIsOpen() {
    Page page = planning("/?site=lyon&date=2026-12-08&view=week&resource=bureaux-calmes");
    var booked = coop.as("bruno")
        .book("bureaux-calmes", "2026-12-09T10:00:00+01:00", "2026-12-09T12:00:00+01:00");
    Locator mine = page.locator("ol[data-day='2026-12-09'] .block.mine");
    assertThat(mine).containsText("10:00–12:00");
    coop.as("diane")
        .book("bureaux-calmes", "2026-12-09T10:00:00+01:00", "2026-12-09T12:00:00+01:00");
    assertThat(page.locator("ol[data-day='2026-12-09'] .gap .count").nth(1)).containsText("4");
    assertThat(mine).hasCount(1);
    String id = new JsonObject(booked.body()).getString("id");
    coop.as("bruno").post("/api/v1/bookings/" + id + "/cancellation", new JsonObject());
    assertThat(mine).hasCount(0);
  }

  @Test
  void whatGoesOnPastMidnightIsNotCarriedByHalves() {
    coop.as("bruno").book("zoe-bleue", "2026-12-08T18:00:00+01:00", "2026-12-09T09:00:00+01:00");
    Page page = planning("/?site=lyon&date=2026-12-08");
    assertThat(track(page, "zoe-bleue").locator(".block.mine")).containsText("18:00");
    assertThat(track(page, "zoe-bleue").locator(".block[data-own]")).hasCount(0);
  }

  private static void anHourLater(Page page, String arrow) {
    page.locator(".block.mine a").first().focus();
    page.keyboard().press("m");
    for (int i = 0; i < 4; i++) {
      page.keyboard().press(arrow);
    }
    page.keyboard().press("Enter");
  }

  /** From within one quarter of the row to within another. */
  private static void drag(Page page, Locator track, int first, int last) {
    track.scrollIntoViewIfNeeded();
    var box = track.boundingBox();
    double quarter = box.width
        / Double.parseDouble(
            (String) track.evaluate("track => track.closest('[data-many]').dataset.many"));
    page.mouse().move(box.x + (first + 0.5) * quarter, box.y + 20);
    page.mouse().down();
    page.mouse().move(box.x + (first + 1.5) * quarter, box.y + 20);
    page.mouse().move(box.x + (last - 0.5) * quarter, box.y + 20);
    page.mouse().up();
  }

  private static String lastStart() {
    return coop.one("SELECT starts_at AT TIME ZONE 'UTC' FROM booking ORDER BY id DESC LIMIT 1");
  }

  private static Page planning(String address) {
    return planning("bruno", chromium.window(), address);
  }
}
