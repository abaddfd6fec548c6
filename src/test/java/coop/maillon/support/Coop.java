package coop.maillon.support;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.member.Email;
import coop.maillon.member.MemberId;
import coop.maillon.member.NewMember;
import coop.maillon.member.Standing;
import coop.maillon.member.account.MemberOutcome;
import coop.maillon.member.session.Password;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The one cast of all tests, as in the demo data: Ada, Chloé, Bruno, Diane, Émile, with a guest (Gus, of Lyon) and a
 * coordinator of Grenoble (Paula); three sites and their resources. Written straight into the tables, so that a test of one
 * feature does not wait for another.
 */
public final class Coop implements AutoCloseable {

  /** The password of all. */
  public static final String PASSWORD = "maillon-demo";

  public static final String ADA = "ada@demo.test";
  public static final String CHLOE = "chloe@demo.test";
  public static final String BRUNO = "bruno@demo.test";
  public static final String DIANE = "diane@demo.test";
  public static final String EMILE = "emile@demo.test";

  /** Ids of the three sites, in the order in which they are made. */
  public static final long LYON = 1;

  public static final long GRENOBLE = 2;
  public static final long SAINT_DENIS = 3;

  // Hashed once for all: it takes a tenth of a second on purpose.
  private static final String HASH =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID).hash(PASSWORD).getResult();

  private static final class Filled {

    static {
      TestDatabase.template("test_coop", Coop::fill);
    }

    static DatabaseAddress copy() {
      return TestDatabase.copyOf("test_coop");
    }
  }

  private final TestApp app;

  private Coop(TestApp app) {
    this.app = app;
  }

  public static Coop start() {
    return start(Map.of());
  }

  public static Coop start(Map<String, String> environment) {
    return new Coop(TestApp.on(Filled.copy(), environment));
  }

  /** Brings the cast and the catalogue into an empty program that runs already. */
  public static Coop in(TestApp app) {
    fill(app.database());
    return new Coop(app);
  }

  public TestApp app() {
    return app;
  }

  public DatabaseAddress database() {
    return app.database();
  }

  public TestClock clock() {
    return app.clock();
  }

  /** A member of the cast as a program, by first name in lower case: {@code as("bruno")}. */
  public Visitor as(String name) {
    return anybody().withToken("token-" + name);
  }

  /** A member of the cast as a browser that has signed in, by first name in lower case. */
  public Visitor browser(String name) {
    return anybody()
        .setCookie("sid", "session-" + name)
        .with("Origin", app.at("").toString())
        .with("Sec-Fetch-Site", "same-origin");
  }

  /** A browser in which that person signed in by the form just now. */
  public Visitor browserOf(String email) {
    return anybody().signIn(email, PASSWORD);
  }

  /** Somebody who has not signed in. */
  public Visitor anybody() {
    return new Visitor(app);
  }

  /** What that member of the cast books by program: the number of the booking. */
  public String booked(String who, JsonObject wish) {
    var answer = as(who).post("/api/v1/bookings", wish);
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.body());
    }
    return new JsonObject(answer.body()).getString("id");
  }

  /** Waits until every event has reached whoever it concerns. */
  public void everythingIsTold() {
    Soon.soon(
        "all events are told",
        () ->
            one("SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM event WHERE seq > (SELECT seq FROM notified_seen))")
                .equals("0"));
  }

  /** One more who can sign in, with the password of all. */
  public MemberId member(String email, String name, Standing standing) {
    var who = new NewMember(new Email(email), name, standing, "fr");
    var outcome = TestApp.done(app.app().people().members().register(who, new Password(PASSWORD)));
    return ((MemberOutcome.Done) outcome).member().id();
  }

  public MemberId id(String email) {
    var found = TestApp.done(app.app().people().members().findByEmail(new Email(email)));
    return found.orElseThrow().id();
  }

  /** The only value of a query. */
  public String one(String query) {
    return TestDatabase.ask(database(), query).get(0);
  }

  /** Empties these tables and all that stand on them, as soon as the program, which writes by itself, is not in the way. */
  public void empty(String tables) {
    Soon.soon(tables + " are empty", () -> {
      try {
        sql("TRUNCATE " + tables + " CASCADE");
        return true;
      } catch (IllegalStateException inTheWay) {
        return false;
      }
    });
  }

  /** Changes the database behind the program's back. */
  public void sql(String... statements) {
    TestDatabase.run(database(), statements);
  }

  /** Everybody may come in again, whoever was shut out or signed out since. */
  public void restorePeople() {
    sql(
        "UPDATE member SET state = 'active' WHERE state <> 'active'",
        "UPDATE resource SET retired_at = NULL WHERE retired_at IS NOT NULL",
        """
        INSERT INTO session (token_hash, member_id, created_at, seen_at, expires_at)
        SELECT sha256(convert_to('session-' || split_part(email, '@', 1), 'UTF8')), id,
               '2026-01-01Z', '2026-01-01Z', '2036-01-01Z'
          FROM member ON CONFLICT DO NOTHING
        """,
        """
        INSERT INTO api_token (token_hash, member_id, created_at, expires_at)
        SELECT sha256(convert_to('token-' || split_part(email, '@', 1), 'UTF8')), id,
               '2026-01-01Z', '2036-01-01Z'
          FROM member ON CONFLICT DO NOTHING
        """);
  }

  @Override
  public void close() {
    app.close();
  }

  /** The cast and the catalogue, in an empty migrated database. */
  public static void fill(DatabaseAddress database) {
    site(database, "lyon", "Lyon", "Europe/Paris");
    site(database, "grenoble", "Grenoble", "Europe/Paris");
    site(database, "saint-denis", "Saint-Denis", "Indian/Reunion");
    member(database, "ada", "Ada Martin", "administrator");
    member(database, "chloe", "Chloé Perrin", "member");
    member(database, "bruno", "Bruno Faure", "member");
    member(database, "diane", "Diane Roussel", "member");
    member(database, "emile", "Émile Garnier", "member");
    member(database, "paula", "Paula Costa", "member");
    member(database, "gus", "Gus Novak", "guest");
    TestDatabase.run(
        database,
        "INSERT INTO coordinates SELECT m.id, s.id FROM member m, site s WHERE m.email = 'ada@demo.test'",
        "INSERT INTO coordinates SELECT m.id, s.id FROM member m, site s WHERE m.email = 'chloe@demo.test' AND s.slug = 'lyon'",
        "INSERT INTO coordinates SELECT m.id, s.id FROM member m, site s WHERE m.email = 'paula@demo.test' AND s.slug = 'grenoble'",
        "INSERT INTO guest_site SELECT m.id, s.id FROM member m, site s WHERE m.email = 'gus@demo.test' AND s.slug = 'lyon'");
    resources(database);
  }

  /** site, kind, slug, name, capacity, units, policy. */
  private static final String RESOURCES = """
      lyon | space | salle-loire | Salle Loire | 12 | 1 | {"granularityMinutes":15}
      lyon | space | salle-rhone | Salle Rhône | 6 | 1 | {"granularityMinutes":15}
      lyon | space | salle-saone | Salle Saône | 8 | 1 | {"granularityMinutes":15}
      lyon | space | bureaux-calmes | Bureaux calmes | 1 | 6 | {"granularityMinutes":15,ALWAYS}
      lyon | space | salle-fourviere | Salle Fourvière | 30 | 0 | {"granularityMinutes":15}
      lyon | space | salle-fourviere-nord | Salle Fourvière nord | 15 | 1 | {"granularityMinutes":15}
      lyon | space | salle-fourviere-sud | Salle Fourvière sud | 15 | 1 | {"granularityMinutes":15}
      lyon | space | studio | Studio | 4 | 1 | {"bufferBeforeMinutes":15,"bufferAfterMinutes":15,"approval":"always"}
      lyon | equipment | videoprojecteur | Vidéoprojecteur | 1 | 3 | {}
      lyon | equipment | decoupe-laser | Découpe laser | 1 | 1 | {}
      lyon | vehicle | zoe-bleue | Zoé bleue | 5 | 1 | {ALWAYS}
      lyon | vehicle | e208-verte | e-208 verte | 5 | 1 | {ALWAYS}
      grenoble | vehicle | kangoo | Kangoo | 5 | 1 | {}
      saint-denis | space | salle-volcan | Salle Volcan | 10 | 1 | {"granularityMinutes":15}
      """;

  private static final String ALWAYS = """
      "hours":{"mon":[["00:00","24:00"]],"tue":[["00:00","24:00"]],"wed":[["00:00","24:00"]],"thu":[["00:00","24:00"]],\
      "fri":[["00:00","24:00"]],"sat":[["00:00","24:00"]],"sun":[["00:00","24:00"]]}""";

  private static void resources(DatabaseAddress database) {
    RESOURCES.lines().forEach(line -> resource(database, line.strip().split(" [|] ")));
    TestDatabase.run(
        database,
        "INSERT INTO resource_part SELECT w.id, p.id, 0 FROM resource w, resource p"
            + " WHERE w.slug = 'salle-fourviere' AND p.slug LIKE 'salle-fourviere-%'",
        "UPDATE resource SET space_group = (SELECT id FROM resource WHERE slug = 'salle-fourviere')"
            + " WHERE slug LIKE 'salle-fourviere%'");
  }

  private static void site(DatabaseAddress database, String slug, String name, String zone) {
    TestDatabase.run(
        database,
        "INSERT INTO site (slug, name, zone) VALUES ('%s', '%s', '%s')"
            .formatted(slug, name, zone));
  }

  private static void member(DatabaseAddress database, String word, String name, String role) {
    String created = "'2026-01-01T00:00:00Z'";
    String later = "'2036-01-01T00:00:00Z'";
    TestDatabase.run(
        database,
        "INSERT INTO member (email, name, password_hash, state, administrator, guest, created_at) VALUES ('%s@demo.test', '%s', '%s', 'active', %s, %s, %s)"
            .formatted(
                word, name, HASH, role.equals("administrator"), role.equals("guest"), created),
        "INSERT INTO api_token (token_hash, member_id, created_at, expires_at) SELECT '%s', id, %s, %s FROM member WHERE email = '%s@demo.test'"
            .formatted(hash("token-" + word), created, later, word),
        "INSERT INTO session (token_hash, member_id, created_at, seen_at, expires_at) SELECT '%s', id, %s, %s, %s FROM member WHERE email = '%s@demo.test'"
            .formatted(hash("session-" + word), created, created, later, word));
  }

  private static void resource(DatabaseAddress database, String... thing) {
    TestDatabase.run(
        database,
        """
        WITH made AS (
          INSERT INTO resource (site_id, kind, slug, name, capacity, policy, space_group)
          SELECT id, '%s', '%s', '%s', %s, '%s', 0 FROM site WHERE slug = '%s' RETURNING id, name)
        INSERT INTO unit (resource_id, label, position)
        SELECT made.id, made.name || ' ' || n, n FROM made, generate_series(1, %s) AS n
        """.formatted(
                thing[1],
                thing[2],
                thing[3],
                thing[4],
                thing[6].replace("ALWAYS", ALWAYS),
                thing[0],
                thing[5]),
        "UPDATE resource SET space_group = id WHERE slug = '%s'".formatted(thing[2]));
  }

  private static String hash(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return "\\x" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
