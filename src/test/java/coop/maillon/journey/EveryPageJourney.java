package coop.maillon.journey;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import coop.maillon.journey.Tour.Stop;
import coop.maillon.member.Email;
import coop.maillon.member.NewMember;
import coop.maillon.member.Standing;
import coop.maillon.member.account.MemberOutcome;
import coop.maillon.member.session.Password;
import coop.maillon.support.Chromium;
import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import coop.maillon.support.Visitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever page somebody comes to, in both languages, light and dark: no barrier that a machine can find, and no scrolling
 * sideways on a narrow phone. What looks the same as what another has seen is not looked at twice.
 */
class EveryPageJourney {

  private static final String ALL_BUT_COLOURS =
      "{rules: Object.fromEntries(%s.map(rule => [rule, {enabled: false}]))}"
          .formatted(Shades.RULES);

  private static final Set<String> SEEN = Collections.synchronizedSet(new TreeSet<>());
  private static final Shades SHADES = new Shades();
  private static TestApp app;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    app = TestApp.start(Map.of("MAILLON_DEMO", "true", "MAILLON_RATE_LIMITS", "off"));
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
    app.close();
  }

  @Test
  void nothingHindersAnAdministrator() {
    assertThat(barriersFor(signedIn(Coop.ADA), "/nowhere", damaged(), "/?site=lyon&view=week"))
        .isEmpty();
    assertThat(SEEN)
        .contains("200 /", "200 /bookings/:id", "200 /resources/:slug", "404 nowhere")
        .contains("200 /manage/closures/new", "422 /manage/closures", "200 /manage/members/:id");
  }

  @Test
  void nothingHindersACoordinator() {
    String asked = "/manage/rule-test?member=bruno@demo.test&resource=studio";
    assertThat(
            barriersFor(
                signedIn(Coop.CHLOE),
                "/manage/sites/grenoble",
                asked + "&date=2026-01-05&start=09:00&end=10:00",
                asked + "&date=2026-01-05&start=&end=",
                post("Photographier six pièces pour un catalogue"),
                "/bookings/" + settled(),
                "/bookings/" + settled() + "/correction",
                "/manage/maintenance/new?what=site:lyon&date=2026-12-07&start=08:00&end=10:00&repeat=weekly&reason=x"))
        .isEmpty();
  }

  @Test
  void nothingHindersAMember() {
    String weekly = TestDatabase.ask(
            app.database(),
            "SELECT max(id) FROM booking WHERE series_id IS NOT NULL AND status = 'confirmed'"
                + " AND member_id = (SELECT id FROM member WHERE email = 'bruno@demo.test')")
        .get(0);
    assertThat(barriersFor(
            signedIn(Coop.BRUNO),
            "/?site=lyon&free=now&access=wheelchair&kind=equipment",
            "/resources?q=zzz",
            "/bookings/new?resource=salle-loire&date=2026-12-08&start=03:00&end=02:00",
            "/bookings/" + weekly,
            damaged().substring("/manage".length()),
            drive() + "/taking",
            drive() + "/return",
            drive() + "/charge",
            post("Relire un dossier de subvention"),
            post("Poser des étagères dans l’atelier"),
            "/board?q=zzz",
            "/bookings/" + weekly + "/series?act=cancel&scope=all",
            "/bookings/999999999"))
        .isEmpty();
  }

  @Test
  void nothingHindersAGuest() {
    var guest = new NewMember(
        new Email("gus@demo.test"),
        "Gus Novak",
        Standing.guest(Optional.empty(), Set.of(Coop.LYON)),
        "fr");
    var made = app.app().people().members().register(guest, new Password(Coop.PASSWORD));
    assertThat(TestApp.done(made)).isInstanceOf(MemberOutcome.Done.class);
    assertThat(barriersFor(signedIn("gus@demo.test"), "/?site=grenoble")).isEmpty();
  }

  @Test
  void nothingHindersSomebodyWhoHasNotSignedIn() {
    var letters = new Mailbox(app);
    new Visitor(app).post("/password", "email", Coop.EMILE);
    soon("a request in Chloé's letters", () -> letters.approvalTo(Coop.CHLOE).isPresent());
    signedIn(Coop.ADA)
        .post("/manage/members", "email", "rosa@demo.test", "name", "Rosa Lima", "kind", "member");
    assertThat(barriersFor(
            new Visitor(app),
            "/nowhere",
            "/password/gone",
            "/invitation/gone",
            "/approval/gone",
            "/unsubscribe/gone",
            letters.leaveLinkTo(Coop.CHLOE).orElseThrow(),
            letters.approvalTo(Coop.CHLOE).orElseThrow(),
            letters.linkTo(Coop.EMILE),
            letters.linkTo("rosa@demo.test")))
        .isEmpty();
  }

  /** What coordinators see of a car that is closed because of what was found on it. */
  private static String damaged() {
    String page = "/vehicles/kangoo/damage";
    var ada = signedIn(Coop.ADA);
    signedIn(Coop.BRUNO).post(page, "severity", "repair", "what", "Essuie-glace usé", "key", "one");
    ada.post(page, "severity", "unsafe", "what", "Frein mou", "place", "à l’arrière", "key", "two");
    ada.post(page, "severity", "cosmetic", "what", "Rayure", "key", "three");
    ada.post(
        "/manage" + page + "/"
            + TestDatabase.ask(
                    app.database(), "SELECT id FROM vehicle_damage WHERE form_key = 'three'")
                .get(0)
            + "/mending",
        "word",
        "Polie");
    return "/manage" + page;
  }

  /** A trip in Lyon that is over. */
  private static String settled() {
    return TestDatabase.ask(
            app.database(),
            "SELECT max(s.booking_id) FROM settlement s JOIN resource r ON r.id = s.resource_id WHERE r.slug = 'zoe-bleue'")
        .get(0);
  }

  /** A booking of Bruno's with a car that he stands before. */
  private static String drive() {
    signedIn(Coop.BRUNO).post("/here/e208-verte/taking", "minutes", "30");
    signedIn(Coop.CHLOE).post("/manage/vehicles/e208-verte/readings", "socPct", "3");
    return "/bookings/"
        + TestDatabase.ask(
                app.database(),
                "SELECT max(b.id) FROM booking b JOIN booked k ON k.booking_id = b.id"
                    + " JOIN resource r ON r.id = k.resource_id WHERE r.kind = 'vehicle' AND b.arrived_at IS NOT NULL")
            .get(0);
  }

  /** The page of a post of the demo. */
  private static String post(String title) {
    return "/board/"
        + TestDatabase.ask(app.database(), "SELECT id FROM post WHERE title = '" + title + "'")
            .get(0);
  }

  /** In French as one sits before it, light and dark, and on a phone; in English on the phone. */
  private static List<String> barriersFor(Visitor visitor, String... addresses) {
    var stops = new Tour(app, visitor, SEEN).of(addresses);
    Page page = window(visitor, "fr", 1280).newPage();
    Page phone = window(visitor, "en", 320).newPage();
    List<String> barriers = new ArrayList<>();
    for (Stop stop : stops) {
      open(page, stop, "fr");
      barriers.addAll(violations(page, stop + " fr"));
      barriers.addAll(inBadColours(page, stop));
      page.setViewportSize(320, 800);
      barriers.addAll(tooWide(page, stop + " fr"));
      page.setViewportSize(1280, 800);
      open(phone, stop, "en");
      barriers.addAll(violations(phone, stop + " en"));
      barriers.addAll(tooWide(phone, stop + " en"));
    }
    return barriers;
  }

  private static void open(Page page, Stop stop, String language) {
    String address =
        stop.address() + (stop.address().contains("?") ? "&" : "?") + "lang=" + language;
    if (stop.emptyForm()) {
      submitNothing(page, app.at(address).toString());
    } else {
      page.navigate(app.at(address).toString());
    }
  }

  private static void submitNothing(Page page, String address) {
    page.evaluate("""
        address => {
          document.documentElement.id = 'left';
          const form = Object.assign(document.createElement('form'), {method: 'post', action: address});
          document.body.append(form);
          form.submit();
        }
        """, address);
    page.locator("html:not(#left)").waitFor();
    page.waitForLoadState();
  }

  private static List<String> violations(Page page, String where) {
    return Axe.violations(page, ALL_BUT_COLOURS).stream()
        .map(violation -> where + ": " + violation)
        .toList();
  }

  private static List<String> inBadColours(Page page, Stop stop) {
    List<String> barriers = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      SHADES.violations(page).forEach(found -> barriers.add(stop + " " + scheme + ": " + found));
    }
    return barriers;
  }

  private static List<String> tooWide(Page page, String where) {
    int beyond = (int) page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return beyond > 0 ? List.of(where + ": wider than 320 pixels by " + beyond) : List.of();
  }

  private static Visitor signedIn(String email) {
    return new Visitor(app).signIn(email, Coop.PASSWORD);
  }

  private static BrowserContext window(Visitor visitor, String language, int width) {
    BrowserContext window = Axe.in(chromium.window(new Browser.NewContextOptions()
        .setLocale(language)
        .setViewportSize(width, 800)
        .setReducedMotion(ReducedMotion.REDUCE)));
    String session = visitor.cookie("sid");
    if (!session.isEmpty()) {
      window.addCookies(List.of(new Cookie("sid", session).setUrl(app.at("/").toString())));
    }
    return window;
  }
}
