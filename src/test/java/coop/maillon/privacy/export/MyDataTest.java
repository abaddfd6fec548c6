package coop.maillon.privacy.export;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.BoardThings;
import coop.maillon.support.Coop;
import coop.maillon.support.Statements;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bruno takes with him all that is kept about him. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class MyDataTest {

  private static final String FILE = "/me/data.zip";

  private static Coop coop;

  @BeforeAll
  static void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
    coop.sql(
        "UPDATE member SET home_site_id = 1 WHERE email = 'bruno@demo.test'",
        "INSERT INTO preference (member_id, quiet_from, quiet_to) SELECT id, '22:00', '07:00' FROM member WHERE email = 'bruno@demo.test'",
        "INSERT INTO problem (resource_id, reporter_id, sort, text, created_at) SELECT 1, id, 'report', '=1+1 ampoule', '2026-12-01Z' FROM member WHERE email = 'bruno@demo.test'");
    BoardThings.engagement(coop);
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @Test
  void aTableOfEachKindAndEverythingOnceMoreForPrograms() throws IOException {
    var booking = book("bruno", "Atelier de Bruno", "09");
    var files = taken("bruno");

    assertThat(files.keySet())
        .contains("LISEZMOI.txt", "maillon.json")
        .containsAll(Stream.of(Kind.values()).map(kind -> kind.word() + ".csv").toList());
    assertThat(files.get("profile.csv"))
        .startsWith("\ufeffmember,name,email,")
        .contains("Bruno Faure", "lyon");
    assertThat(files.get("booking.csv"))
        .contains(booking + ",booker,", "Atelier de Bruno", "salle-loire", "2026-12-09T09:00:00Z");
    var json = new JsonObject(files.get("maillon.json"));
    assertThat(json.getString("madeAt")).isEqualTo("2026-12-08T09:15:00Z");
    assertThat(json.fieldNames())
        .containsAll(Stream.of(Kind.values()).map(Kind::word).toList());
    assertThat(rows(json, "booking"))
        .anyMatch(row -> row.getString("title").equals("Atelier de Bruno"));
    assertThat(rows(json, "preference"))
        .hasSize(1)
        .allMatch(row -> row.getString("quiet_from").equals("22:00"));
    assertThat(files.get("LISEZMOI.txt"))
        .contains("Bruno Faure", "booking.csv", "vos réservations");
  }

  @Test
  void whatASpreadsheetWouldCalculateIsRead() throws IOException {
    assertThat(taken("bruno").get("problem.csv"))
        .contains(",'=1+1 ampoule,")
        .doesNotContain(",=1+1");
  }

  @Test
  void ofOthersOnlyWhatTheyMaySee() throws IOException {
    var theirs = book("diane", "Secret de Diane", "10");
    var shared = book("diane", "Repas ensemble", "11");
    coop.everythingIsTold();
    coop.sql("INSERT INTO participant SELECT " + shared
        + ", id FROM member WHERE email = 'bruno@demo.test'");

    var files = taken("bruno");

    assertThat(files.get("booking.csv"))
        .contains(shared + ",participant,", "Repas ensemble")
        .doesNotContain("Secret de Diane", theirs + ",");
    files.forEach((name, text) ->
        assertThat(text).as(name).doesNotContain("Diane", "diane@demo.test", "Secret"));
  }

  @Test
  void neitherSecretsNorTheirDigests() throws IOException {
    var digest = coop.one(
        "SELECT encode(token_hash, 'hex') FROM session s JOIN member m ON m.id = s.member_id WHERE m.email = 'bruno@demo.test'");
    var hash = coop.one("SELECT password_hash FROM member WHERE email = 'bruno@demo.test'");

    taken("bruno")
        .forEach((name, text) ->
            assertThat(text).as(name).doesNotContain(digest, hash, "token_hash", "password"));
  }

  @Test
  void itIsForThePersonAloneAndForNoCache() {
    var answer = coop.browser("bruno").get(FILE);

    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"maillon.zip\"");
    assertThat(coop.as("bruno").get(FILE).statusCode()).as("by token").isEqualTo(303);
    assertThat(coop.anybody().get(FILE).statusCode()).isEqualTo(303);
    assertThat(coop.browser("gus").get(FILE).statusCode()).isEqualTo(200);
  }

  @Test
  void thePageSaysWhatIsInItAndForHowLong() {
    assertThat(coop.browser("bruno").get("/me/data").body())
        .contains("vos réservations", "après 24 mois", "après 36 mois", FILE);
    assertThat(coop.browser("bruno").get("/me").body()).contains("href=\"/me/data\"");
  }

  @Test
  void oneStatementAKindInOneMoment() {
    var asked = Statements.ofEach(coop.database(), () -> coop.browser("bruno").get(FILE));

    var aboutMe = asked.stream()
        .filter(one -> !one.contains("FROM session s") && one.startsWith("SELECT"))
        .toList();
    System.out.println(
        FILE + ": " + aboutMe.size() + " statements, " + Kind.values().length + " kinds");
    assertThat(aboutMe).hasSizeLessThanOrEqualTo(Kind.values().length);
  }

  @Test
  void fiveThousandBookingsGoInAndTwentyWhoAskAtOnceAllGetTheirs() throws IOException {
    coop.sql("""
        WITH made AS (
          INSERT INTO booking (member_id, created_by, status, title, starts_at, ends_at, created_at)
          SELECT m.id, m.id, 'completed', 'Réunion ' || n, t, t + interval '1 h', t
            FROM member m, generate_series(1, 5000) n, LATERAL (SELECT timestamptz '2020-01-01Z' + n * interval '2 h' AS t) at
           WHERE m.email = 'emile@demo.test' RETURNING id)
        INSERT INTO booked (booking_id, resource_id) SELECT id, 1 FROM made
        """);
    long start = System.nanoTime();
    var json = new JsonObject(taken("emile").get("maillon.json"));
    System.out.println("5,000 bookings: " + (System.nanoTime() - start) / 1_000_000 + " ms, "
        + coop.browser("emile").bytes(FILE).length + " bytes");

    assertThat(rows(json, "booking")).hasSize(5000);
    var answers = together(20, i -> coop.browser("emile").get(FILE).statusCode());
    assertThat(answers).allMatch(status -> status == 200);
  }

  /** Whoever adds a table about people says here what the file tells of it, or why it does not. */
  @Test
  void everyTableThatKnowsMembersIsInTheFileOrSaidNotToBe() {
    var known = coop.one("""
        SELECT string_agg(t.relname || '.' || a.attname, ' ' ORDER BY t.relname, a.attname)
          FROM pg_constraint c
          JOIN pg_class t ON t.oid = c.conrelid
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
         WHERE c.contype = 'f' AND c.confrelid = 'member'::regclass
        """);
    var all = Stream.of(Kind.values()).map(KeptStore::statementOf).toList();
    assertThat(known.split(" "))
        .filteredOn(column -> !NOT_IN_IT.containsKey(column))
        .allMatch(column -> all.stream().anyMatch(statement -> reads(statement, column)));
  }

  private static boolean reads(String statement, String column) {
    var parts = column.split("[.]");
    return statement.matches("(?s).*(FROM|JOIN) " + parts[0] + "\\b.*")
        && statement.contains(parts[1]);
  }

  private static final Map<String, String> NOT_IN_IT = Map.ofEntries(
      Map.entry(
          "approval_link.member_id", "links of letters, once; deciding by them is in the trail"),
      Map.entry("booking.created_by", "booking for somebody else is in the trail"),
      Map.entry("booking.decided_by", "in the trail"),
      Map.entry("carbon_factor.member_id", "in the trail"),
      Map.entry("closure.created_by", "closing is in the trail"),
      Map.entry("closure_rule.created_by", "in the trail"),
      Map.entry("engagement.decided_by", "in the trail"),
      Map.entry("idempotency.member_id", "copies of answers given, for seven days"),
      Map.entry("member_habilitation.given_by", "in the trail"),
      Map.entry("problem.closed_by", "in the trail"),
      Map.entry("report.closed_by", "in the trail"),
      Map.entry("vehicle_damage_step.member_id", "in the trail"),
      Map.entry("screen.created_by", "in the trail"),
      Map.entry("series.created_by", "in the trail"),
      Map.entry("settlement_correction.member_id", "putting a bill right is in the trail"),
      Map.entry("tariff.member_id", "setting it is in the trail"),
      Map.entry("training.created_by", "in the trail"),
      Map.entry("transfer.actor_id", "what was decided about the hours of others is in the trail"));

  private static String book(String who, String title, String day) {
    return coop.booked(
        who,
        new JsonObject()
            .put("resource", "salle-loire")
            .put("title", title)
            .put("start", "2026-12-" + day + "T10:00:00+01:00")
            .put("end", "2026-12-" + day + "T11:00:00+01:00"));
  }

  private static List<JsonObject> rows(JsonObject json, String kind) {
    return json.getJsonArray(kind, new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static Map<String, String> taken(String who) throws IOException {
    var files = new HashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(coop.browser(who).bytes(FILE)))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
