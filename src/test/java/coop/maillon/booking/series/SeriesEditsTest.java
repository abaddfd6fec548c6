package coop.maillon.booking.series;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import coop.maillon.support.Visitor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of edit of a series, through the API, against what python-dateutil makes of it: src/test/resources/rrule says how
 * the data was made. Forty rules, each over a clock change.
 */
class SeriesEditsTest {

  private static final Path DATA = Path.of("src/test/resources/rrule");

  private static Coop coop;
  private static int compared;

  @BeforeAll
  static void start() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
    for (Edit edit : Edit.values()) {
      coop.sql("""
          WITH made AS (
            INSERT INTO resource (site_id, kind, slug, name, policy, space_group)
            SELECT g.id, 'vehicle', '%1$s', '%1$s', z.policy, 1000 + %2$d
              FROM site g, resource z WHERE g.slug = 'grenoble' AND z.slug = 'zoe-bleue' RETURNING id)
          INSERT INTO unit (resource_id, label) SELECT id, '1' FROM made
          """.formatted(slug(edit), edit.ordinal()));
    }
  }

  /** Each edit has a car of its own, which stands at any time. */
  private static String slug(Edit edit) {
    return "car-" + edit.ordinal();
  }

  @AfterAll
  static void stop() {
    coop.close();
    System.out.println("dates after an edit compared with dateutil's: " + compared + " times");
  }

  static Stream<Rule> rules() throws IOException {
    var rules = new JsonArray(Files.readString(DATA.resolve("vectors.json")));
    var edits = new JsonArray(Files.readString(DATA.resolve("edits.json")));
    return IntStream.range(0, rules.size())
        .mapToObj(i -> new Rule(rules.getJsonObject(i), edits.getJsonObject(i)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theDatesAreThoseOfDateutilAfterEachKindOfEdit(Rule rule) {
    coop.sql(
        "DELETE FROM occupancy",
        "DELETE FROM booked",
        "DELETE FROM booking",
        "DELETE FROM series",
        "UPDATE site SET zone = '" + rule.zone() + "' WHERE slug = 'grenoble'");
    for (Edit edit : Edit.values()) {
      edit.on(new Booked(rule, slug(edit)), rule);
    }
    for (Edit edit : Edit.values()) {
      assertThat(starts(edit)).as("%s: %s", rule, edit.words()).isEqualTo(rule.after(edit.words()));
      compared++;
    }
  }

  private static List<String> starts(Edit edit) {
    return TestDatabase.ask(coop.database(), """
        SELECT to_char(b.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
          FROM booking b JOIN booked k ON k.booking_id = b.id JOIN resource r ON r.id = k.resource_id
         WHERE b.status = 'confirmed' AND r.slug = '%s' ORDER BY b.starts_at
        """.formatted(slug(edit)));
  }

  /** A rule with what dateutil makes of it and of its edits. */
  record Rule(JsonObject vector, JsonObject edits) {

    ZoneId zone() {
      return ZoneId.of(vector.getString("zone"));
    }

    LocalDateTime named(String name) {
      return LocalDateTime.parse(edits.getString(name));
    }

    Stream<LocalDateTime> leftOut() {
      return edits.getJsonArray("leftOut").stream()
          .map(date -> LocalDateTime.parse(date.toString()));
    }

    List<?> after(String edit) {
      return edits.getJsonObject("after").getJsonArray(edit).getList();
    }

    String text() {
      var exdates =
          vector.getJsonArray("exdates").stream().map(one -> "\nEXDATE:" + one).toList();
      return vector.getString("rrule") + String.join("", exdates);
    }

    @Override
    public String toString() {
      return vector.getString("start") + " " + text().replace("\n", " ");
    }
  }

  /** A series of Bruno's by that rule, an hour each. */
  static final class Booked {

    private final Visitor bruno = coop.as("bruno");
    private final Rule rule;
    private final String series;
    private final Map<LocalDateTime, String> ids = new TreeMap<>();

    Booked(Rule rule, String car) {
      this.rule = rule;
      var start = LocalDateTime.parse(rule.vector().getString("start"));
      var wish = slot(start).put("resource", car).put("rrule", rule.text());
      var made = post("/api/v1/bookings", wish);
      series = made.getString("series");
      var names = rule.vector().getJsonArray("dates");
      for (int i = 0; i < names.size(); i++) {
        ids.put(
            LocalDateTime.parse(names.getString(i)),
            made.getJsonArray("bookings").getJsonObject(i).getString("id"));
      }
    }

    /** The date of that name, so much away from where the rule has it. */
    void move(LocalDateTime date, Duration by, String scope) {
      var path = "/api/v1/bookings/" + ids.get(date);
      var version = new JsonObject(bruno.get(path).body()).getInteger("version");
      var answer = coop.as("bruno")
          .with("If-Match", version.toString())
          .patch(path, slot(date.plus(by)).put("scope", scope));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    void cancel(LocalDateTime date, String scope) {
      var path = "/api/v1/bookings/" + ids.get(date) + "/cancellation";
      post(path, new JsonObject().put("scope", scope));
    }

    void undo(LocalDateTime date) {
      var answer = post("/api/v1/bookings/" + ids.get(date) + "/undo", new JsonObject());
      assertThat(answer.getJsonArray("refused")).isEmpty();
    }

    void add(LocalDateTime date) {
      var start = new JsonObject().put("start", slot(date).getString("start"));
      post("/api/v1/series/" + series + "/dates", start);
    }

    private JsonObject slot(LocalDateTime start) {
      var from = start.atZone(rule.zone()).toOffsetDateTime();
      return new JsonObject()
          .put("start", from.toString())
          .put("end", from.plusHours(1).toString());
    }

    private JsonObject post(String path, JsonObject body) {
      var answer = bruno.post(path, body);
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
      return new JsonObject(answer.body());
    }
  }
}
