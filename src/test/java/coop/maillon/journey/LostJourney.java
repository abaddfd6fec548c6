package coop.maillon.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import coop.maillon.support.Chromium;
import coop.maillon.support.TestApp;
import org.junit.jupiter.api.Test;

/** Somebody follows a link to a page that is no more. */
class LostJourney {

  @Test
  void aLostVisitorReadsAKindPageOnANarrowPhone() {
    try (var app = TestApp.start();
        var chromium = Chromium.launch()) {
      Page page = chromium
          .window(new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(320, 640))
          .newPage();
      page.navigate(app.at("/nowhere").toString());
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
  }
}
