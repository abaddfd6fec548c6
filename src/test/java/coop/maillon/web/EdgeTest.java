package coop.maillon.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the edge lets in, refuses and words, over real HTTP. */
class EdgeTest {

  private static final String[] BRUNO = {"Cookie", "sid=bruno"};
  private static EdgeOnPort edge;

  @BeforeAll
  static void listen() {
    edge = new EdgeOnPort();
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void everyAnswerForbidsScriptsOfOthersAndFrames() {
    for (String path : new String[] {"/open", "/nowhere", "/breaks", "/api/v1/me"}) {
      var headers = edge.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("X-Request-Id")).isPresent();
    }
  }

  @Test
  void whoIsNotSignedInIsSentToTheDoorAndBack() {
    assertThat(edge.get("/things/7?a=b").headers().firstValue("Location"))
        .contains("/login?next=%2Fthings%2F7%3Fa%3Db");
    assertThat(edge.get("/").headers().firstValue("Location")).contains("/login");
  }

  @Test
  void aProgramThatShowsNothingReads401() {
    assertProblem(edge.get("/api/v1/me"), 401, "unauthorized");
    assertProblem(edge.get("/api/v1/me", "Authorization", "Bearer wrong"), 401, "unauthorized");
    assertProblem(edge.get("/api/v1/me", "Authorization", "Basic abc"), 401, "unauthorized");
    assertThat(edge.get("/api/v1/me", "Authorization", "Bearer bruno").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aTokenIsNoKeyToThePages() {
    assertThat(edge.get("/", "Authorization", "Bearer bruno").statusCode()).isEqualTo(303);
  }

  @Test
  void aTokenThatReadsOnlyWritesNothing() {
    String[] reader = {"Authorization", "Bearer reader", "Content-Type", "application/json"};
    assertThat(edge.get("/api/v1/me", reader).statusCode()).isEqualTo(200);
    assertProblem(
        edge.send("POST", "/api/v1/things", "{\"name\":\"x\"}", reader), 403, "forbidden");
  }

  @Test
  void anotherSitesPageWritesNothing() {
    assertThat(post("Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(post("Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
    assertThat(post("Origin", "https://evil.example").statusCode()).isEqualTo(403);
    assertThat(post("Origin", "null").statusCode()).isEqualTo(403);
    assertThat(post("Referer", "https://evil.example/").statusCode()).isEqualTo(403);
    assertThat(post("Referer", edge.base() + ".evil.example/").statusCode()).isEqualTo(403);
  }

  @Test
  void ourOwnPagesAndPlainProgramsWrite() {
    assertThat(post("Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
    assertThat(post("Origin", edge.base()).statusCode()).isEqualTo(200);
    assertThat(post("Accept", "*/*").statusCode()).isEqualTo(200);
  }

  @Test
  void rolesOpenWhatTheyOpen() {
    assertThat(edge.get("/manage", BRUNO).statusCode()).isEqualTo(403);
    assertThat(edge.get("/manage", "Cookie", "sid=chloe").statusCode()).isEqualTo(200);
    assertThat(edge.get("/things/7", "Cookie", "sid=guest").statusCode()).isEqualTo(403);
    assertThat(edge.get("/", "Cookie", "sid=guest").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNotThereIs404AndAnotherMethodIs405() {
    assertThat(edge.get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(edge.get("/nowhere").body()).contains("Cette page n’existe pas");
    assertProblem(edge.get("/api/v1/nowhere"), 404, "not-found");
    var wrong = edge.send("DELETE", "/things/7", "", BRUNO);
    assertThat(wrong.statusCode()).isEqualTo(405);
    assertThat(wrong.headers().firstValue("Allow")).contains("GET, HEAD");
    assertProblem(edge.send("PUT", "/api/v1/me", ""), 405, "method");
  }

  @Test
  void headAnswersLikeGetWithoutABody() {
    var head = edge.send("HEAD", "/open", "");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isGreaterThan(500);
  }

  @Test
  void membersThatNobodyKnowsAreNamed() {
    var answer = json("/api/v1/things", "{\"name\":\"x\",\"colour\":\"red\"}");
    JsonObject problem = assertProblem(answer, 400, "invalid");
    assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("colour");
  }

  @Test
  void everyProblemOfABodyIsToldAtOnce() {
    JsonObject problem =
        assertProblem(json("/api/v1/things", "{\"name\":7,\"size\":12}"), 400, "invalid");
    assertThat(problem.getJsonArray("errors")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "7", "null", "{\"name\":\"a\\u0000b\"}", "\"x\"", "{\"name\":"})
  void aBodyThatIsNoObjectIs400(String body) {
    assertProblem(json("/api/v1/things", body), 400, "invalid");
  }

  @Test
  void aNulIsRefusedByTheNameOfItsField() {
    var answer = json("/api/v1/things", "{\"size\":3,\"name\":\"a\\u0000b\"}");
    var error = assertProblem(answer, 400, "invalid").getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("name");
    assertThat(error.getString("message")).contains("un caractère qui ne s’écrit pas");
    var page = edge.send("POST", "/things", "name=%00", form(BRUNO));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("name", "un caractère qui ne s’écrit pas");
  }

  @Test
  void whatCannotBeReadIsSaidBeforeWhoMayNot() {
    assertProblem(json("/api/v1/sites", "{"), 400, "invalid");
    assertProblem(json("/api/v1/sites", "{\"name\":\"x\"}"), 403, "forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/things/%00",
        "/open?q=%00",
        "/open?q=%zz",
        "/things/%zz",
        "/things/%c3%28",
        "/open?%",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/assets/../pom.xml",
        "/assets/%2e%2e%2fpom.xml"
      })
  void aMalformedAddressIsTheSendersFault(String path) throws Exception {
    assertThat(rawStatus("GET " + path + " HTTP/1.1")).isBetween(200, 404);
  }

  @Test
  void aBodyOverOneMebibyteIs413() {
    String big = "name=" + "x".repeat(1_100_000);
    var answer = edge.send("POST", "/things", big, form(BRUNO));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("C’est trop lourd");
  }

  @Test
  void aTypeThatNobodyReadsIs415() {
    assertThat(
            edge.send("POST", "/things", "<x/>", "Cookie", "sid=bruno", "Content-Type", "text/xml")
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void aFileStaysInMemory() {
    String body = "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\n"
        + "Content-Type: image/png\r\n\r\nhello\r\n--b--\r\n";
    var answer = edge.send(
        "POST",
        "/photos",
        body,
        "Cookie",
        "sid=bruno",
        "Content-Type",
        "multipart/form-data; boundary=b");
    assertThat(answer.body()).isEqualTo("[\"a.png 5\"]");
  }

  @Test
  void aFaultIsAKindPageWithTheNameOfTheRequest() {
    for (String path : new String[] {"/breaks", "/throws"}) {
      var answer = edge.get(path);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body())
          .contains("Quelque chose a lâché chez nous")
          .contains(answer.headers().firstValue("X-Request-Id").orElse("?"))
          .doesNotContain("a bug");
    }
    assertProblem(edge.get("/api/v1/breaks"), 500, "failure");
  }

  @Test
  void aDatabaseThatIsGoneIs503AndSaysWhenToComeBack() {
    var answer = edge.get("/gone");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
  }

  @Test
  void theLanguageIsTheOneAskedForThenTheBrowsers() {
    assertThat(
            edge.get("/nowhere", "Accept-Language", "en-GB,en;q=0.9,fr;q=0.5").body())
        .contains("lang=\"en\"", "This page does not exist");
    var chosen = edge.get("/open?lang=en");
    assertThat(chosen.body()).contains("This page does not exist");
    assertThat(chosen.headers().firstValue("Set-Cookie").orElse("")).startsWith("lang=en");
    assertThat(edge.get("/open", "Cookie", "lang=en").body()).contains("lang=\"en\"");
  }

  @Test
  void whatWasDoneIsSaidOnceOnTheNextPage() {
    var done = edge.send("POST", "/said", "");
    assertThat(done.statusCode()).isEqualTo(303);
    String cookie = done.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
    var next = edge.get("/open", "Cookie", cookie);
    assertThat(next.body()).contains("C’est fait.");
    assertThat(next.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
    assertThat(edge.get("/open", "Cookie", "said=@@@").statusCode()).isEqualTo(200);
  }

  @Test
  void pagesAreCompressedForWhoAsks() {
    var answer = edge.get("/open", "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(edge.get("/open").headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void assetsAreKeptForEverUnderTheirHash() {
    String sheet =
        edge.get("/open").body().replaceAll("(?s).*href=\"(/assets/[^\"]+\\.css)\".*", "$1");
    var answer = edge.get(sheet);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
    assertThat(answer.body()).contains(".button {", "--paper").doesNotContain("@import");
    assertThat(edge.get("/assets/000000000000/css/maillon.css").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> post(String header, String value) {
    return edge.send(
        "POST", "/things", "name=x", form(new String[] {"Cookie", "sid=bruno", header, value}));
  }

  private static HttpResponse<String> json(String path, String body) {
    return edge.send("POST", path, body, "Cookie", "sid=bruno", "Content-Type", "application/json");
  }

  private static String[] form(String[] headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/x-www-form-urlencoded";
    return all;
  }

  private static JsonObject assertProblem(HttpResponse<String> answer, int status, String name) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonObject problem = new JsonObject(answer.body());
    assertThat(problem.getString("type")).isEqualTo("/problems/" + name);
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(problem.getString("title")).isNotBlank();
    return problem;
  }

  /** What java.net.http would not send. */
  private static int rawStatus(String line) throws Exception {
    try (var socket = new java.net.Socket("127.0.0.1", edge.port())) {
      socket.setSoTimeout(5000);
      socket
          .getOutputStream()
          .write(
              (line + "\r\nHost: x\r\nCookie: sid=bruno\r\nConnection: close\r\n\r\n").getBytes());
      String answer = new String(socket.getInputStream().readAllBytes());
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }
}
