package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestApp;
import coop.maillon.web.Access;
import coop.maillon.web.RouteTable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description of the API says what the server does: no call more, none less. */
class OpenApiTest {

  private static final String API = "/api/v1";
  private static TestApp app;
  private static JsonObject description;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    description = new JsonObject(app.get(API + "/openapi.json").body());
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void everyCallIsDescribedAndNoneIsInvented() {
    Set<String> mounted = app.app().routes().entries().stream()
        .filter(entry -> entry.path().startsWith(API + "/"))
        .map(OpenApiTest::name)
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described()).containsExactlyElementsOf(mounted);
  }

  @Test
  void itSaysWhichCallsNeedNoToken() {
    app.app().routes().entries().stream()
        .filter(entry -> entry.path().startsWith(API + "/"))
        .forEach(entry -> assertThat(call(entry).containsKey("security"))
            .as(name(entry))
            .isEqualTo(entry.access() == Access.ANYONE));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Matcher references =
        Pattern.compile("#/components/schemas/(\\w+)").matcher(description.encode());
    JsonObject schemas = description.getJsonObject("components").getJsonObject("schemas");
    Set<String> used = new TreeSet<>();
    while (references.find()) {
      used.add(references.group(1));
    }
    assertThat(new TreeSet<>(schemas.fieldNames())).isEqualTo(used);
  }

  @Test
  void everyPartOfAPathIsAParameter() {
    app.app().routes().entries().stream()
        .filter(entry -> entry.path().startsWith(API + "/") && entry.path().contains(":"))
        .forEach(entry -> assertThat(call(entry).getJsonArray("parameters").stream()
                .map(parameter -> ((JsonObject) parameter).getString("name")))
            .as(name(entry))
            .contains(entry.path().replaceAll(".*:(\\w+).*", "$1")));
  }

  @Test
  void peopleReadItToo() {
    String page = app.get("/api").body();
    for (String call : described()) {
      assertThat(page).contains(API + call.split(" ")[1]);
    }
  }

  private static JsonObject call(RouteTable.Entry entry) {
    String[] name = name(entry).split(" ");
    return description
        .getJsonObject("paths")
        .getJsonObject(name[1])
        .getJsonObject(name[0].toLowerCase());
  }

  private static String name(RouteTable.Entry entry) {
    String path = entry.path().substring(API.length());
    return entry.method() + " " + path.replaceAll(":(\\w+)", "{$1}");
  }

  private static Set<String> described() {
    Set<String> calls = new TreeSet<>();
    JsonObject paths = description.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      paths
          .getJsonObject(path)
          .fieldNames()
          .forEach(method -> calls.add(method.toUpperCase() + " " + path));
    }
    assertThat(new JsonArray(calls.stream().toList())).isNotEmpty();
    return calls;
  }
}
