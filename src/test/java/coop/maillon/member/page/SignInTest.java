package coop.maillon.member.page;

import static coop.maillon.support.Coop.ADA;
import static coop.maillon.support.Coop.BRUNO;
import static coop.maillon.support.Coop.DIANE;
import static coop.maillon.support.Coop.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestApp;
import coop.maillon.support.TestDatabase;
import coop.maillon.support.Visitor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {

  private TestApp app;
  private Coop cast;

  @BeforeAll
  void open() {
    app = TestApp.start();
    cast = Coop.in(app);
  }

  @BeforeEach
  void forget() {
    TestDatabase.run(
        app.database(),
        "DELETE FROM attempt",
        "UPDATE member SET state = 'active' WHERE state = 'suspended'");
  }

  @AfterAll
  void close() {
    app.close();
  }

  @Test
  void whoeverKnowsTheirPasswordComesInAndGoesWhereTheyWanted() {
    var bruno = new Visitor(app);
    var answer =
        bruno.post("/login", "email", " Bruno@Demo.Test ", "password", PASSWORD, "next", "/me");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/me");
    assertThat(bruno.get("/me").body()).contains("Bruno Faure");
  }

  @Test
  void theSessionCookieIsHiddenFromScriptsAndOtherSites() {
    var answer = new Visitor(app).post("/login", "email", BRUNO, "password", PASSWORD);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("sid=")
            && cookie.contains("HttpOnly")
            && cookie.contains("SameSite=Lax"));
  }

  @Test
  void onHttpsTheCookieBelongsToThisHostOnly() {
    try (TestApp https = TestApp.start(Map.of("MAILLON_PUBLIC_URL", "https://maillon.example"))) {
      Coop.in(https);
      var answer = new Visitor(https).post("/login", "email", BRUNO, "password", PASSWORD);
      assertThat(answer.headers().allValues("Set-Cookie"))
          .anyMatch(cookie -> cookie.startsWith("__Host-sid=")
              && cookie.contains("Secure")
              && cookie.contains("Path=/")
              && !cookie.contains("Domain"));
    }
  }

  @Test
  void noAddressOfAnotherSiteIsFollowedAfterSignIn() {
    for (String next : List.of("https://evil.test/", "//evil.test", "/\\evil.test", "/\tx")) {
      var answer =
          new Visitor(app).post("/login", "email", BRUNO, "password", PASSWORD, "next", next);
      assertThat(answer.headers().firstValue("Location")).contains("/");
    }
  }

  @Test
  void wrongPasswordUnknownAddressAndSuspendedAccountAnswerAlike() {
    suspend(DIANE);
    invite("fanny@demo.test");
    var pages = List.of(
        page(BRUNO, "not-the-password"),
        page("nobody@demo.test", PASSWORD),
        page(DIANE, PASSWORD),
        page("fanny@demo.test", PASSWORD));
    assertThat(pages).extracting(HttpResponse::statusCode).containsOnly(422);
    assertThat(pages)
        .extracting(page -> withoutAddress(page.body()))
        .containsOnly(withoutAddress(pages.get(0).body()));
    assertThat(pages.get(0).body()).contains("ne vont pas ensemble");
  }

  @Test
  void theyTakeAlikeLong() {
    suspend(DIANE);
    page(BRUNO, "warm-up-of-the-hash");
    var ways = List.<IntConsumer>of(
        i -> page(BRUNO, "not-the-password"),
        i -> page("nobody-" + i + "@demo.test", PASSWORD),
        i -> page(DIANE, PASSWORD));
    // In turns, and the shortest of each: what else the machine does at the moment only adds.
    long[] least = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
    for (int i = 0; i < 7 * ways.size(); i++) {
      int way = i % ways.size();
      least[way] = Math.min(least[way], micros(ways.get(way), i));
    }
    long slowest = Arrays.stream(least).max().orElseThrow();
    assertThat(Arrays.stream(least).boxed()).as("µs").allMatch(one -> one > slowest / 2);
  }

  @Test
  void theDelayOfAnAccountGrowsAndNeverLocksItsOwnerOut() {
    IntStream.range(0, 4).forEach(i -> page(BRUNO, "guess-number-" + i));
    assertThat(page(BRUNO, PASSWORD).headers().firstValue("Retry-After")).contains("1");
    app.clock().pass(Duration.ofSeconds(1));
    page(BRUNO, "guess-number-5");
    assertThat(page(BRUNO, PASSWORD).headers().firstValue("Retry-After")).contains("2");
    app.clock().pass(Duration.ofSeconds(2));
    assertThat(page(BRUNO, PASSWORD).statusCode()).isEqualTo(303);
    assertThat(page(BRUNO, "one-mistake").headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void guessingDuringTheDelayDoesNotMakeItLonger() {
    IntStream.range(0, 20).forEach(i -> page(BRUNO, "guess-number-" + i));
    app.clock().pass(Duration.ofSeconds(1));
    assertThat(page(BRUNO, PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void anUnknownAddressIsSlowedDownLikeAKnownOne() {
    IntStream.range(0, 4).forEach(i -> page("nobody@demo.test", "guess-number-" + i));
    assertThat(page("nobody@demo.test", PASSWORD).headers().firstValue("Retry-After"))
        .contains("1");
  }

  @Test
  void oneNetworkAddressThatTriesManyAccountsIsSlowedDown() {
    try (TestApp node = TestApp.on(app.database(), Map.of())) {
      IntStream.range(0, 25).forEach(i -> page(app, "nobody-" + i + "@demo.test"));
      IntStream.range(25, 50).forEach(i -> page(node, "nobody-" + i + "@demo.test"));
      assertThat(page(BRUNO, PASSWORD).headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void withLimitsOffNobodyWaits() {
    try (TestApp open = TestApp.start(Map.of("MAILLON_RATE_LIMITS", "off"))) {
      Coop.in(open);
      IntStream.range(0, 12).forEach(i -> page(open, BRUNO));
      var answer = new Visitor(open).post("/login", "email", BRUNO, "password", PASSWORD);
      assertThat(answer.statusCode()).isEqualTo(303);
    }
  }

  @Test
  void theSecretOfASessionChangesAtSignIn() {
    var bruno = cast.browserOf(BRUNO);
    String before = bruno.cookie("sid");
    bruno.signIn(BRUNO, PASSWORD);
    assertThat(bruno.cookie("sid")).isNotEqualTo(before);
    var thief = new Visitor(app).setCookie("sid", before);
    assertThat(thief.get("/me").statusCode()).isEqualTo(303);
  }

  @Test
  void theDatabaseKeepsNoSecretThatOpensASession() {
    var bruno = cast.browserOf(BRUNO);
    assertThat(TestDatabase.ask(app.database(), "SELECT encode(token_hash, 'escape') FROM session"))
        .noneMatch(row -> row.contains(bruno.cookie("sid")));
    assertThat(TestDatabase.ask(app.database(), "SELECT password_hash FROM member"))
        .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
  }

  @Test
  void signingOutEndsTheSessionForGood() {
    var bruno = cast.browserOf(BRUNO);
    String secret = bruno.cookie("sid");
    assertThat(bruno.post("/logout").headers().firstValue("Location")).contains("/login");
    assertThat(bruno.cookie("sid")).isEmpty();
    assertThat(new Visitor(app).setCookie("sid", secret).get("/me").statusCode())
        .isEqualTo(303);
  }

  @Test
  void signingOutEverywhereEndsEveryBrowser() {
    var phone = cast.browserOf(BRUNO);
    var laptop = cast.browserOf(BRUNO);
    var diane = cast.browserOf(DIANE);
    laptop.post("/logout/everywhere");
    assertThat(phone.get("/me").statusCode()).isEqualTo(303);
    assertThat(diane.get("/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionLastsAsLongAsItIsUsed() {
    var bruno = cast.browserOf(BRUNO);
    IntStream.range(0, 4).forEach(i -> {
      app.clock().pass(Duration.ofDays(10));
      assertThat(bruno.get("/me").statusCode()).isEqualTo(200);
    });
    app.clock().pass(Duration.ofDays(15));
    assertThat(bruno.get("/me").statusCode()).isEqualTo(303);
  }

  @Test
  void aSuspendedMembersSessionDiesAtOnceAndOpensAgainOnlyBySigningIn() {
    var diane = cast.browserOf(DIANE);
    suspend(DIANE);
    assertThat(diane.get("/me").statusCode()).isEqualTo(303);
    cast.browserOf(ADA).post("/manage/members/" + cast.id(DIANE) + "/reactivation");
    assertThat(diane.get("/me").statusCode()).isEqualTo(303);
    assertThat(cast.browserOf(DIANE).get("/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aPageOfAnotherSiteCannotSignAnybodyIn() {
    var request = HttpRequest.newBuilder(app.at("/login"))
        .header("Sec-Fetch-Site", "cross-site")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("email=" + BRUNO + "&password=" + PASSWORD))
        .build();
    assertThat(app.send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void whatWasTypedStaysButThePassword() {
    var page = page("bruno@demo.tset", "maillon-secret").body();
    assertThat(page).contains("bruno@demo.tset").doesNotContain("maillon-secret");
  }

  private HttpResponse<String> page(String email, String password) {
    return new Visitor(app).post("/login", "email", email, "password", password);
  }

  private static void page(TestApp node, String email) {
    new Visitor(node).post("/login", "email", email, "password", "not-the-password");
  }

  private void suspend(String email) {
    cast.browserOf(ADA).post("/manage/members/" + cast.id(email) + "/suspension");
  }

  private void invite(String email) {
    cast.browserOf(ADA)
        .post("/manage/members", "email", email, "name", "Fanny Petit", "kind", "member");
  }

  private static String withoutAddress(String page) {
    return page.replaceAll("value=\"[^\"]*@[^\"]*\"", "");
  }

  private long micros(IntConsumer act, int number) {
    app.clock().pass(Duration.ofMinutes(2));
    long start = System.nanoTime();
    act.accept(number);
    return (System.nanoTime() - start) / 1_000;
  }
}
