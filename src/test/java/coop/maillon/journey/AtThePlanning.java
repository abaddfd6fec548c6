package coop.maillon.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import coop.maillon.support.Chromium;
import coop.maillon.support.Coop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One cooperative and one browser for all that somebody does at the planning; each begins with a free ledger. */
abstract class AtThePlanning {

  static Coop coop;
  static Chromium chromium;

  @BeforeAll
  static void open() {
    coop = Coop.start();
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
    coop.close();
  }

  @BeforeEach
  void startAfresh() {
    coop.clock().set(Instant.parse("2026-12-07T08:00:00Z"));
    coop.sql("DELETE FROM occupancy", "DELETE FROM hold");
  }

  /** That address in a window of that member of the cast, who is signed in; what the browser complains of is printed. */
  static Page planning(String name, BrowserContext window, String address) {
    window.addCookies(
        List.of(new Cookie("sid", "session-" + name).setUrl(coop.app().at("/").toString())));
    Page page = window.newPage();
    page.onConsoleMessage(said -> {
      if (said.type().equals("error")) {
        System.err.println("browser: " + said.text());
      }
    });
    page.onPageError(fault -> System.err.println("browser: " + fault));
    page.navigate(coop.app().at(address).toString());
    return page;
  }

  static Locator track(Page page, String slug) {
    return page.locator("ol[data-resource='" + slug + "']");
  }
}
