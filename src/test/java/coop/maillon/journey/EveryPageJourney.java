package coop.maillon.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import coop.maillon.support.Chromium;
import coop.maillon.support.TestApp;
import coop.maillon.web.RouteTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever page there is, in whatever language and light: no barrier that a machine can find, and no scrolling sideways. */
class EveryPageJourney {

  private static final Set<String> TO_NOBODY = Set.of("/live");
  private static TestApp app;
  private static Chromium chromium;
  private static List<String> addresses;

  @BeforeAll
  static void findEveryPage() {
    app = TestApp.start(Map.of("MAILLON_DEMO", "true"));
    chromium = Chromium.launch();
    addresses = addresses();
    assertThat(addresses)
        .contains("/", "/bookings", "/me", "/accessibility", "/api", "/dev/gallery");
  }

  @AfterAll
  static void stop() {
    chromium.close();
    app.close();
  }

  @Test
  void noBarrierInLightAndFrench() {
    assertThat(barriers(ColorScheme.LIGHT, "fr")).isEmpty();
  }

  @Test
  void noBarrierInDarkAndEnglish() {
    assertThat(barriers(ColorScheme.DARK, "en")).isEmpty();
  }

  @Test
  void noBarrierInDarkAndFrench() {
    assertThat(barriers(ColorScheme.DARK, "fr")).isEmpty();
  }

  @Test
  void noBarrierInLightAndEnglish() {
    assertThat(barriers(ColorScheme.LIGHT, "en")).isEmpty();
  }

  @Test
  void nothingScrollsSidewaysAt320Pixels() {
    Page page = signedIn(window(ColorScheme.LIGHT, 320));
    List<String> wide = new ArrayList<>();
    for (String address : addresses) {
      page.navigate(at(address));
      int beyond = (int) page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      if (beyond > 0) {
        wide.add(address + " by " + beyond);
      }
    }
    assertThat(wide).isEmpty();
  }

  private static List<String> barriers(ColorScheme scheme, String language) {
    Page page = signedIn(window(scheme, 1280));
    List<String> barriers = new ArrayList<>();
    for (String address : addresses) {
      page.navigate(at(address + (address.contains("?") ? "&" : "?") + "lang=" + language));
      new AxeBuilder(page)
          .analyze()
          .getViolations()
          .forEach(violation -> barriers.add(address + ": " + violation.getId() + " "
              + violation.getNodes().get(0).getHtml()));
    }
    return barriers;
  }

  /** One address of every page; where a path has a gap, the first link that fills it. */
  private static List<String> addresses() {
    Page page = signedIn(window(ColorScheme.LIGHT, 1280));
    Map<String, String> found = new LinkedHashMap<>();
    Set<String> links = new TreeSet<>();
    pages().filter(path -> !path.contains(":")).forEach(path -> {
      if (isPage(page, path)) {
        found.put(path, path);
        page.locator("a[href^='/']").all().forEach(link -> links.add(link.getAttribute("href")));
      }
    });
    pages()
        .filter(path -> path.contains(":"))
        .forEach(path -> links.stream()
            .filter(link -> link.split("[?#]")[0].matches(path.replaceAll(":\\w+", "[^/]+")))
            .filter(link -> !found.containsValue(link))
            .filter(link -> isPage(page, link))
            .findFirst()
            .ifPresent(link -> found.put(path, link)));
    return List.copyOf(found.values());
  }

  private static Stream<String> pages() {
    return app.app().routes().entries().stream()
        .filter(entry -> entry.method().equals("GET"))
        .map(RouteTable.Entry::path)
        .filter(path -> !path.startsWith("/api/v1") && !TO_NOBODY.contains(path));
  }

  private static boolean isPage(Page page, String address) {
    Response response = page.navigate(at(address));
    return response.ok() && response.headerValue("content-type").startsWith("text/html");
  }

  private static BrowserContext window(ColorScheme scheme, int width) {
    return chromium.window(new Browser.NewContextOptions()
        .setLocale("fr-FR")
        .setColorScheme(scheme)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(width, 800));
  }

  private static Page signedIn(BrowserContext window) {
    Page page = window.newPage();
    page.navigate(at("/login"));
    page.fill("input[name=email]", "ada@demo.test");
    page.fill("input[name=password]", "maillon-demo");
    page.click("main button.primary");
    page.waitForURL(at("/"));
    return page;
  }

  private static String at(String path) {
    return app.at(path).toString();
  }
}
