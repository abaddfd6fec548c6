package coop.maillon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.BoardThings;
import coop.maillon.support.Coop;
import coop.maillon.support.Visitor;
import coop.maillon.web.RouteTable.Entry;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may come in where: every route, asked by everybody, against the table in access.txt.
 *
 * <p>Each asks with an empty body about something of Bruno's: 400 or 422 means let in, and told what is missing; 401 and
 * a 303 to the sign-in mean not known; 403 seen but not allowed; 404 not to be seen. What is found on a run is left in
 * target/access.txt, to be read line by line before it becomes the table.
 */
class AccessTest {

  private static final Path TABLE = Path.of("src/test/resources/access.txt");
  private static final Path FOUND = Path.of("target/access.txt");

  /** The columns of the table: what they are called there, and who of the cast they are. */
  private static final Map<String, String> PEOPLE = people();

  private int made;
  private boolean changed = true;

  @Test
  void everyRouteLetsInWhomTheTableSaysAndNobodyElse() throws IOException {
    List<String> found = new ArrayList<>();
    try (var coop = Coop.start(Map.of("MAILLON_DEMO", "false", "MAILLON_RATE_LIMITS", "off"))) {
      for (Entry route : coop.app().app().routes().entries()) {
        found.add(line(coop, route));
      }
    }
    found.sort(null);
    List<String> table = Files.readAllLines(TABLE);
    List<String> heading = table.stream().filter(line -> line.startsWith("#")).toList();
    Files.write(FOUND, Stream.concat(heading.stream(), found.stream()).toList());
    assertThat(found)
        .as("who may come in where; target/access.txt has what was found")
        .containsExactlyElementsOf(table.subList(heading.size(), table.size()));
  }

  @Test
  void nobodyIsLetInByAnUnsafeRequestFromElsewhere() {
    try (var coop = Coop.start()) {
      for (Entry route : coop.app().app().routes().entries()) {
        if (!route.method().equals("GET") && !route.path().startsWith("/api/")) {
          var answer = coop.browser("ada")
              .with("Origin", "https://elsewhere.example")
              .with("Sec-Fetch-Site", "cross-site")
              .submit(path(coop, route));
          assertThat(answer.statusCode()).as(route.toString()).isEqualTo(403);
        }
      }
    }
  }

  private String line(Coop coop, Entry route) {
    var line = new StringBuilder("%-44s %-6s".formatted(route.path(), route.method()));
    PEOPLE.forEach((role, name) -> line.append(" %3d".formatted(ask(coop, name, route))));
    return line.toString();
  }

  private int ask(Coop coop, String name, Entry route) {
    // What is only read changes nobody.
    if (changed) {
      coop.restorePeople();
    }
    changed = !route.method().equals("GET");
    String path = path(coop, route);
    boolean api = route.path().startsWith("/api/");
    Visitor asker = name.isEmpty() ? coop.anybody() : api ? coop.as(name) : coop.browser(name);
    return switch (route.method()) {
      case "GET" -> asker.get(path).statusCode();
      case "DELETE" -> asker.delete(path).statusCode();
      case "PATCH" -> asker.with("If-Match", "1").patch(path, new JsonObject()).statusCode();
      default ->
        api
            ? asker.post(path, new JsonObject()).statusCode()
            : asker.submit(path).statusCode();
    };
  }

  /** The route with something of Bruno's, or of Lyon, in the place of its variables. */
  private String path(Coop coop, Entry route) {
    String path = route.path();
    if (path.contains("/bookings/:id")) {
      return path.replace(":id", booking(coop));
    }
    if (path.contains("/series/:id")) {
      return path.replace(":id", series(coop));
    }
    if (path.contains("/holds/:id")) {
      return path.replace(":id", hold(coop));
    }
    if (path.contains("/closures/:id")) {
      return path.replace(":id", closure(coop));
    }
    if (path.contains("/members/:id")) {
      return path.replace(":id", coop.one("SELECT id FROM member WHERE email = 'emile@demo.test'"));
    }
    path = ofBoard(coop, ofRules(coop, path));
    return path.replaceAll("/(resources|codes)/:slug", "/$1/salle-rhone")
        .replace("/here/:slug", "/here/bureaux-calmes")
        .replace("/sites/:slug", "/sites/lyon")
        .replaceAll("/(vehicles|tariffs)/:slug", "/$1/zoe-bleue")
        .replaceAll(":[a-z]+", "1");
  }

  private static String ofBoard(Coop coop, String path) {
    if (path.contains("/answers/:id")) {
      return path.replace(":id", BoardThings.answer(coop));
    }
    if (path.contains("/engagements/:id")) {
      return path.replace(":id", BoardThings.engagement(coop));
    }
    return path.contains("/posts/:id") || path.contains("/board/:id")
        ? path.replace(":id", BoardThings.post(coop))
        : path;
  }

  private String ofRules(Coop coop, String path) {
    if (path.contains("/maintenance/:id")) {
      return path.replace(":id", maintenance(coop));
    }
    if (path.contains("/groups/:id")) {
      return path.replace(":id", group(coop));
    }
    if (path.contains("/quotas/:id")) {
      return path.replace(":id", quota(coop));
    }
    if (path.contains("/habilitations/:id") || path.contains("/trainings/:id")) {
      return path.replace(":id", habilitation(coop));
    }
    return path;
  }

  private String maintenance(Coop coop) {
    return coop.one("""
        INSERT INTO closure_rule (resource_id, rrule, zone, starts_local, minutes, reason, created_by, created_at)
        SELECT r.id, 'FREQ=WEEKLY', 'Europe/Paris', '2027-07-01 08:00', 60, 'paint', m.id, '2026-12-01Z'
          FROM member m, resource r WHERE m.email = 'chloe@demo.test' AND r.slug = 'salle-rhone'
        RETURNING id
        """);
  }

  private String group(Coop coop) {
    return coop.one("""
        INSERT INTO member_group (slug, name, sort) VALUES ('atelier', 'Atelier', 'team')
        ON CONFLICT (slug) DO UPDATE SET name = excluded.name RETURNING id
        """);
  }

  /** A habilitation, with a training of the same number. */
  private String habilitation(Coop coop) {
    return coop.one("""
        WITH made AS (
          INSERT INTO habilitation (slug, name) VALUES ('tour', 'Tour à bois')
          ON CONFLICT (slug) DO UPDATE SET name = excluded.name RETURNING id)
        INSERT INTO training (id, habilitation_id, title, held_on, site_id, created_by)
        SELECT made.id, made.id, 'Prise en main', '2026-12-01', 1, 1 FROM made
        ON CONFLICT (id) DO UPDATE SET completed_at = NULL RETURNING id
        """);
  }

  private String quota(Coop coop) {
    return coop.one("""
        WITH made AS (
          INSERT INTO quota (site_id, name, measure, amount, period, holder)
          SELECT id, 'Rhône', 'bookings', 50, 'day', 'member' FROM site WHERE slug = 'lyon' RETURNING id)
        INSERT INTO quota_resource
        SELECT made.id, r.id FROM made, resource r WHERE r.slug = 'salle-rhone' RETURNING quota_id
        """);
  }

  /** A day and an hour apart: what a weekly series does to one of them never meets another. */
  private String booking(Coop coop) {
    made++;
    return coop.one("""
        WITH made AS (
          INSERT INTO booking (member_id, created_by, status, starts_at, ends_at, created_at)
          SELECT m.id, m.id, 'confirmed', t, t + interval '30 min', t - interval '300 d'
            FROM member m, (SELECT timestamptz '2027-01-04T08:00Z' + interval '25 h' * %d AS t) AS at
           WHERE m.email = 'bruno@demo.test' RETURNING id, member_id, starts_at, ends_at),
        settled AS (
          INSERT INTO settlement (booking_id, resource_id, member_id, at, booked_minutes, used_minutes, km_is_read, kwh_is_read, cents)
          SELECT made.id, r.id, made.member_id, ends_at, 30, 30, false, false, 0
            FROM made, resource r WHERE r.slug = 'zoe-bleue'),
        held AS (
          INSERT INTO booked (booking_id, resource_id)
          SELECT made.id, r.id FROM made, resource r WHERE r.slug = 'zoe-bleue'),
        occupied AS (
          INSERT INTO occupancy (unit_id, resource_id, during, cause, booking_id)
          SELECT u.id, r.id, tstzrange(starts_at, ends_at), 'booking', made.id
            FROM made, resource r JOIN unit u ON u.resource_id = r.id WHERE r.slug = 'zoe-bleue')
        SELECT id FROM made
        """.formatted(made));
  }

  private String series(Coop coop) {
    return coop.one("""
        WITH made AS (
          INSERT INTO series (member_id, created_by, rrule, zone, starts_local, minutes, created_at)
          SELECT m.id, m.id, 'FREQ=WEEKLY;COUNT=2', 'Europe/Paris', '2027-01-04T09:00', 30, '2026-12-01Z'
            FROM member m WHERE m.email = 'bruno@demo.test' RETURNING id)
        UPDATE booking SET series_id = made.id, series_date = '2027-01-04T09:00' FROM made WHERE booking.id = %s
        RETURNING series_id
        """.formatted(booking(coop)));
  }

  private String hold(Coop coop) {
    return coop.one("""
        INSERT INTO hold (member_id, resource_id, starts_at, ends_at, expires_at, last_until)
        SELECT m.id, r.id, '2027-06-01T08:00Z', '2027-06-01T09:00Z', '2027-01-01Z', '2027-01-01Z'
          FROM member m, resource r WHERE m.email = 'bruno@demo.test' AND r.slug = 'salle-rhone'
        ON CONFLICT (member_id) WHERE waiting_id IS NULL
          DO UPDATE SET starts_at = excluded.starts_at
        RETURNING id
        """);
  }

  private String closure(Coop coop) {
    return coop.one("""
        INSERT INTO closure (resource_id, starts_at, ends_at, reason, created_by, created_at)
        SELECT r.id, '2027-07-01T08:00Z', '2027-07-01T09:00Z', 'paint', m.id, '2026-12-01Z'
          FROM member m, resource r WHERE m.email = 'chloe@demo.test' AND r.slug = 'salle-rhone'
        RETURNING id
        """);
  }

  private static Map<String, String> people() {
    var people = new LinkedHashMap<String, String>();
    people.put("anonymous", "");
    people.put("guest", "gus");
    people.put("member", "bruno");
    people.put("other member", "diane");
    people.put("coordinator elsewhere", "paula");
    people.put("coordinator", "chloe");
    people.put("administrator", "ada");
    return people;
  }
}
