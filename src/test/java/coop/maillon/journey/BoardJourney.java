package coop.maillon.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import coop.maillon.support.Chromium;
import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import coop.maillon.web.Messages;
import coop.maillon.web.Words;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two browsers, side by side: one asks, the other helps; what one does is on the other's open page at once. */
class BoardJourney {

  private static Coop coop;
  private static Chromium chromium;

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

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void askedAnsweredAcceptedDeclaredConfirmedThanked(String language) {
    coop.sql("UPDATE member SET language = '" + language + "'");
    Words words = Messages.load(Path.of("conf")).in(language);
    Page emile = window("emile");
    emile.navigate(at("/board"));
    Page bruno = window("bruno");
    String post = ask(bruno, words);
    assertThat(emile.locator("[data-board-news]")).containsText(words.say("board.news.one"));

    Page diane = window("diane");
    diane.navigate(post);
    answered(bruno, diane, words);
    counted(bruno, diane, words);
    emile.locator("[data-board-news] a").click();
    assertThat(emile.locator(".posts")).containsText("Relire un dossier " + language);
  }

  private static void answered(Page bruno, Page diane, Words words) {
    diane.locator("#answer-form textarea").fill("J’ai monté quatre dossiers.");
    diane.locator("#answer-form button").click();
    assertThat(bruno.locator("#answers .answer")).containsText("J’ai monté quatre dossiers.");
    assertThat(bruno.locator("#answers-title")).containsText("1");
    button(bruno.locator("#answers"), words.say("board.answer.accept")).click();
    assertThat(bruno.locator(".answer.kept")).containsText("Diane Roussel");
    assertThat(diane.locator("#deals")).containsText(words.say("board.deal.with", "who", "Bruno"));
  }

  private static void counted(Page bruno, Page diane, Words words) {
    diane.locator("#deals input[name=hours]").fill("2");
    diane.locator("#deals input[name=minutes]:visible").fill("30");
    button(diane.locator("#deals"), words.say("board.deal.say")).click();
    var confirm = words.say("board.deal.confirm", "who", "Diane", "length", words.minutes(150));
    button(bruno.locator("#deals"), confirm).click();
    assertThat(diane.locator("#deals .chain")).containsText(words.say("board.link.settled"));
    bruno.locator("#deals textarea[name=thanks]").fill("Un texte plus clair.");
    bruno.locator("#deals form[action$=thanks] button").click();
    assertThat(diane.locator(".answer .thanks")).containsText("Un texte plus clair.");
    diane.navigate(at("/me/hours"));
    assertThat(diane.locator("tbody tr").first()).containsText("+\u00a0" + words.minutes(150));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void freeSeatsAreOfferedTakenAndGoneWithTheBooking(String language) {
    coop.sql("UPDATE member SET language = '" + language + "'");
    Words words = Messages.load(Path.of("conf")).in(language);
    Page bruno = window("bruno");
    String ride = ride(language.equals("fr") ? "10" : "11");
    Page diane = window("diane");
    diane.navigate(offered(bruno, ride, words));
    diane.locator("#answer-form textarea").fill("J’en suis.");
    diane.locator("#answer-form button").click();
    button(bruno.locator("#answers"), words.say("board.answer.accept")).click();
    assertThat(bruno.locator(".answer.kept")).containsText("Diane Roussel");

    calledOff(bruno, ride);
    assertThat(diane.locator("main")).containsText(words.say("board.status.withdrawn"));
    coop.everythingIsTold();
    diane.navigate(at("/inbox"));
    assertThat(diane.locator("main"))
        .containsText(
            words.say("notification.engagement.called-off.title", "about", title(words, language)));
  }

  private static void calledOff(Page bruno, String ride) {
    bruno.navigate(ride);
    bruno.locator("form[action$=cancellation] button").click();
    TestApp.done(coop.app().app().jobs().everyMinute());
  }

  private static String ride(String day) {
    var from = "2026-12-" + day + "T09:00:00+01:00";
    var made = coop.as("bruno").book("zoe-bleue", from, from.replace("T09", "T12"));
    return at("/bookings/" + new JsonObject(made.body()).getString("id"));
  }

  private static String offered(Page bruno, String ride, Words words) {
    bruno.navigate(ride);
    bruno.locator("a[href*='kind=offer']").click();
    assertThat(bruno.locator("#places")).hasValue("4");
    bruno.locator("#title").fill(title(words, words.language()));
    button(bruno.locator("main"), words.say("board.publish")).click();
    assertThat(bruno.locator("main")).containsText("Zoé bleue, ");
    return bruno.url();
  }

  private static String title(Words words, String language) {
    return words.say("board.seats.ride.title", "what", "Zoé", "day", language);
  }

  @Test
  void whatOneIsWritingStaysWhenAnAnswerComesIn() {
    coop.sql("UPDATE member SET language = 'fr'");
    Words words = Messages.load(Path.of("conf")).in("fr");
    Page bruno = window("bruno");
    String post = ask(bruno, words);
    Page emile = window("emile");
    emile.navigate(post);
    Page diane = window("diane");
    diane.navigate(post);
    emile.locator("#answer-form textarea").fill("Je commence à écrire");
    diane.locator("#answer-form textarea").fill("Moi je peux.");
    diane.locator("#answer-form button").click();
    assertThat(emile.locator("#answers")).containsText("Moi je peux.");
    assertThat(emile.locator("#answer-form textarea")).hasValue("Je commence à écrire");
    assertThat(emile.evaluate("document.activeElement.name")).isEqualTo("body");
  }

  /** The address of the post, on which the asker stays. */
  private static String ask(Page page, Words words) {
    page.navigate(at("/board"));
    page.locator(".head a.primary").click();
    page.locator("#title").fill("Relire un dossier " + words.language());
    page.locator("#body").fill("Douze pages, vendredi.");
    page.locator("#skills").fill("relecture");
    page.locator("#hours-estimate").fill("2");
    button(page.locator("main"), words.say("board.publish")).click();
    assertThat(page.locator("h1")).hasText("Relire un dossier " + words.language());
    return page.url();
  }

  private static Locator button(Locator in, String label) {
    return in.locator("button")
        .filter(new Locator.FilterOptions().setHasText(label))
        .first();
  }

  private static Page window(String name) {
    var window = chromium.window();
    window.addCookies(
        List.of(new Cookie("sid", "session-" + name).setDomain("127.0.0.1").setPath("/")));
    return window.newPage();
  }

  private static String at(String path) {
    return coop.app().at(path).toString();
  }
}
