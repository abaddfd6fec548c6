package coop.maillon.booking.planning;

import static coop.maillon.support.TestApp.done;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Bookings;
import coop.maillon.booking.Details;
import coop.maillon.booking.FutureBookings;
import coop.maillon.booking.Wish;
import coop.maillon.booking.seat.IntervalColouring;
import coop.maillon.db.Database;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.event.Events;
import coop.maillon.event.Relay;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.TimeSlot;
import coop.maillon.support.TestClock;
import coop.maillon.support.TestDatabase;
import coop.maillon.web.Assets;
import coop.maillon.web.Credentials;
import coop.maillon.web.EdgeSettings;
import coop.maillon.web.Messages;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Views;
import coop.maillon.web.Web;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The planning with the booking core behind it on a port of its own; the cast signs in by first name. */
final class PlanningOnPort implements AutoCloseable {

  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  private static final String CAST = """
      INSERT INTO site (slug, name, zone) VALUES
        ('lyon', 'Lyon', 'Europe/Paris'), ('grenoble', 'Grenoble', 'Europe/Paris'),
        ('saint-denis', 'Saint-Denis', 'Indian/Reunion');
      INSERT INTO member (email, name, state, administrator, guest, created_at) VALUES
        ('ada@demo.test', 'Ada Mercier', 'active', true, false, '2026-01-01'),
        ('chloe@demo.test', 'Chloé Petit', 'active', false, false, '2026-01-01'),
        ('bruno@demo.test', 'Bruno Faure', 'active', false, false, '2026-01-01'),
        ('diane@demo.test', 'Diane Roussel', 'active', false, false, '2026-01-01'),
        ('emile@demo.test', 'Émile Girard', 'active', false, false, '2026-01-01'),
        ('gael@demo.test', 'Gaël Invité', 'active', false, true, '2026-01-01');
      INSERT INTO coordinates (member_id, site_id) VALUES (2, 1);
      INSERT INTO guest_site (member_id, site_id) VALUES (6, 1);
      INSERT INTO resource (site_id, slug, kind, name, capacity, space_group, policy, position, attributes) VALUES
        (1, 'salle-loire', 'space', 'Salle Loire', 12, 1, '{}', 1, '{"wheelchair":"true"}'),
        (1, 'salle-rhone', 'space', 'Salle Rhône', 6, 2, '{}', 2, '{}'),
        (1, 'salle-saone', 'space', 'Salle Saône', 8, 3, '{}', 3, '{}'),
        (1, 'bureaux-calmes', 'space', 'Bureaux calmes', 1, 4, '{"hours":{"mon":[["00:00","24:00"]],"tue":[["00:00","24:00"]],"wed":[["00:00","24:00"]],"thu":[["00:00","24:00"]],"fri":[["00:00","24:00"]],"sat":[["00:00","24:00"]],"sun":[["00:00","24:00"]]}}', 4, '{}'),
        (1, 'salle-fourviere', 'space', 'Salle Fourvière', 30, 5, '{}', 5, '{}'),
        (1, 'salle-fourviere-nord', 'space', 'Salle Fourvière nord', 15, 5, '{}', 6, '{}'),
        (1, 'salle-fourviere-sud', 'space', 'Salle Fourvière sud', 15, 5, '{}', 7, '{}'),
        (1, 'studio', 'space', 'Studio', 4, 8, '{"bufferBeforeMinutes":15,"bufferAfterMinutes":15,"approval":"always"}', 8, '{}'),
        (1, 'videoprojecteur', 'equipment', 'Vidéoprojecteur', 1, 9, '{}', 9, '{}'),
        (1, 'zoe-bleue', 'vehicle', 'Zoé bleue', 5, 10, '{"hours":{"mon":[["00:00","24:00"]],"tue":[["00:00","24:00"]],"wed":[["00:00","24:00"]],"thu":[["00:00","24:00"]],"fri":[["00:00","24:00"]],"sat":[["00:00","24:00"]],"sun":[["00:00","24:00"]]}}', 10, '{}'),
        (3, 'salle-volcan', 'space', 'Salle Volcan', 10, 11, '{}', 11, '{}');
      INSERT INTO resource_part (whole_id, part_id) VALUES (5, 6), (5, 7);
      INSERT INTO unit (resource_id, label) VALUES
        (1, '1'), (2, '1'), (3, '1'), (4, '1'), (4, '2'), (4, '3'), (4, '4'), (4, '5'), (4, '6'),
        (6, '1'), (7, '1'), (8, '1'), (9, '1'), (9, '2'), (9, '3'), (10, '1'), (11, '1');
      """;

  private final Vertx vertx = Vertx.vertx();
  private final TestClock clock = new TestClock();
  private final DatabaseAddress address = TestDatabase.fresh();
  private final Database database;
  private final Relay relay;
  private final Catalogues catalogues;
  private final Bookings bookings;
  private final HttpServer server;
  private final Map<String, Who> people = new HashMap<>();

  PlanningOnPort() {
    this(0);
  }

  PlanningOnPort(int port) {
    TestDatabase.run(address, CAST);
    database = Database.open(vertx, address.connectOptions(), 16, 1000);
    relay = new Relay(vertx, database);
    var events = new Events(database, relay, clock);
    catalogues = new Catalogues(database);
    var rules = new Bookings.Rules(List.of(new FutureBookings()), new IntervalColouring());
    bookings = new Bookings(vertx, database, catalogues, events, clock, rules);
    cast();
    var views = Views.load(Messages.load(Path.of("none")), Assets.load());
    var routes = new RouteTable();
    var plannings = new Plannings(database, catalogues, clock);
    new PlanningRoutes(plannings, catalogues, views, () -> 0).mount(routes);
    var ports = new Web.Ports(this::whoIs, failure -> false);
    var web = new Web(views, new EdgeSettings(Optional.empty(), Set.of(), "fr"), clock, ports);
    done(relay.start());
    server = done(vertx
        .createHttpServer(Web.options())
        .requestHandler(web.router(vertx, routes))
        .listen(port, "127.0.0.1"));
  }

  /** As if the time were this, where the clock of Lyon hangs. */
  PlanningOnPort at(String localTime) {
    clock.set(LocalDateTime.parse(localTime)
        .atZone(java.time.ZoneId.of("Europe/Paris"))
        .toInstant());
    return this;
  }

  Who who(String firstName) {
    return java.util.Objects.requireNonNull(people.get(firstName));
  }

  /** Books for somebody, or tells what stood in the way. */
  BookingOutcome book(String firstName, String slug, TimeSlot slot, Details details) {
    var catalogue = done(catalogues.fresh());
    var resource = catalogue.resource(slug).orElseThrow();
    return done(
        bookings.place(BookingRequest.of(who(firstName), Wish.any(resource), slot, details)));
  }

  /** A slot of the site where the resource is, by the clock there: "2026-12-08T10:00", 120. */
  TimeSlot slot(String slug, String localStart, int minutes) {
    var zone = done(catalogues.fresh()).resource(slug).orElseThrow().site().zone();
    return TimeSlot.ofMinutes(LocalDateTime.parse(localStart).atZone(zone).toInstant(), minutes);
  }

  void run(String... sql) {
    TestDatabase.run(address, sql);
  }

  String base() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  HttpResponse<String> get(String firstName, String path) {
    try {
      var request = HttpRequest.newBuilder(URI.create(base() + path))
          .header("Cookie", "sid=" + firstName)
          .build();
      return BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  Clock clock() {
    return clock;
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    done(server.close());
    done(relay.stop());
    done(database.close());
    done(vertx.close());
  }

  private Future<Optional<Who>> whoIs(Credentials shown) {
    return Future.succeededFuture(Optional.ofNullable(people.get(shown.secret())));
  }

  private void cast() {
    put(who(1, "Ada Mercier", "fr", Set.of(1L, 2L, 3L)));
    put(who(2, "Chloé Petit", "fr", Set.of(1L)));
    put(who(3, "Bruno Faure", "fr", Set.of()));
    put(who(4, "Diane Roussel", "fr", Set.of()));
    put(who(5, "Émile Girard", "en", Set.of()));
    Who guest = who(6, "Gaël Invité", "fr", Set.of());
    put(new Who(
        6,
        guest.name(),
        guest.email(),
        false,
        true,
        Set.of(),
        Set.of(1L),
        "fr",
        "auto",
        0,
        Optional.of(1L),
        Who.Proof.SESSION));
  }

  private void put(Who who) {
    people.put(who.email(), who);
  }

  private static Who who(long id, String name, String language, Set<Long> coordinates) {
    String key = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}| .*", "")
        .toLowerCase(java.util.Locale.ROOT);
    return new Who(
        id,
        name,
        key,
        false,
        false,
        coordinates,
        Set.of(),
        language,
        "auto",
        3,
        Optional.of(1L),
        Who.Proof.SESSION);
  }
}
