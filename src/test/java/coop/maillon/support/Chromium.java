package coop.maillon.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The system's browser, driven from a test. */
public final class Chromium implements AutoCloseable {

  private static final List<String> FLAGS = List.of(
      "--no-sandbox",
      "--disable-gpu",
      "--in-process-gpu",
      // No page lives long enough to earn back what it costs to compile its scripts to the last.
      "--js-flags=--no-turbofan --no-maglev --single-threaded-gc",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync");

  // Started once for all tests of this process: it takes longer than many a journey.
  private static final class Started {

    static final Playwright PLAYWRIGHT = Playwright.create(new Playwright.CreateOptions()
        .setEnv(Map.of(
            "PLAYWRIGHT_NODEJS_PATH",
            program("node").toString(),
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1")));

    static final Browser BROWSER = PLAYWRIGHT
        .chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(program("chromium", "chromium-browser", "google-chrome"))
            .setArgs(FLAGS));

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
    }
  }

  private final List<BrowserContext> windows = new ArrayList<>();

  private Chromium() {}

  /** With no window yet; those that it opens close with it. */
  public static Chromium launch() {
    return new Chromium();
  }

  /** A window of one person: cookies of its own. French, light and 1280 pixels wide unless the options say else. */
  public BrowserContext window(Browser.NewContextOptions options) {
    BrowserContext window = Started.BROWSER.newContext(options);
    windows.add(window);
    return window;
  }

  public BrowserContext window() {
    return window(new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(1280, 800));
  }

  @Override
  public void close() {
    windows.forEach(BrowserContext::close);
  }

  private static Path program(String... names) {
    return Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
        .flatMap(directory -> Stream.of(names).map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(names[0] + " is not installed"));
  }
}
