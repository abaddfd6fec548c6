package coop.maillon.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The system's browser, driven from a test. */
public final class Chromium implements AutoCloseable {

  private static final List<String> FLAGS = List.of(
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  public static Chromium launch() {
    var playwright = Playwright.create(new Playwright.CreateOptions()
        .setEnv(Map.of(
            "PLAYWRIGHT_NODEJS_PATH",
            program("node").toString(),
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1")));
    var browser = playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(program("chromium", "chromium-browser", "google-chrome"))
            .setArgs(FLAGS));
    return new Chromium(playwright, browser);
  }

  /** A window of one person: cookies of its own. French, light and 1280 pixels wide unless the options say else. */
  public BrowserContext window(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  public BrowserContext window() {
    return window(new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(1280, 800));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path program(String... names) {
    return Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
        .flatMap(directory -> Stream.of(names).map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(names[0] + " is not installed"));
  }
}
