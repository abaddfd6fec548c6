package coop.maillon.booking.planning;

import coop.maillon.db.Database;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.event.Events;
import coop.maillon.event.Relay;
import coop.maillon.member.session.Sessions;
import coop.maillon.resource.Catalogues;
import coop.maillon.web.Credentials;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A server that asks the database exactly what the planning of a day asks and then writes a body that was made beforehand: what the
 * planning is measured against. Arguments: database address, port, size of the body in bytes, session, day, and {@code ledger}
 * to read the ledger at each request, as the planning does after each change.
 */
public final class BareHandler {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final Database database;
  private final Sessions sessions;
  private final Catalogues catalogues;
  private final Buffer body;
  private final OffsetDateTime start;
  private final Set<String> more;

  private BareHandler(Database database, Sessions sessions, Buffer body, List<String> how) {
    this.database = database;
    this.sessions = sessions;
    this.catalogues = new Catalogues(database);
    this.body = body;
    this.start = LocalDate.parse(how.get(0)).atStartOfDay(PARIS).toOffsetDateTime();
    this.more = Set.copyOf(how);
  }

  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    var database =
        Database.open(vertx, DatabaseAddress.parse(arguments[0]).connectOptions(), 16, 256);
    var clock = Clock.systemUTC();
    var events = new Events(database, new Relay(vertx, database), clock);
    var sessions = new Sessions(database, events, Duration.ofDays(14), clock);
    var body = Buffer.buffer("x".repeat(Integer.parseInt(arguments[2])));
    var bare =
        new BareHandler(database, sessions, body, List.of(arguments).subList(4, arguments.length));
    var credentials = new Credentials(Credentials.Kind.SESSION, arguments[3]);
    vertx
        .createHttpServer()
        .requestHandler(request -> bare.answer(request, credentials))
        .listen(Integer.parseInt(arguments[1]), "127.0.0.1")
        .onSuccess(server -> System.out.println("bare ready"));
  }

  private void answer(HttpServerRequest request, Credentials credentials) {
    sessions
        .whoIs(credentials)
        .compose(who -> ask(who.orElseThrow().id()))
        .onSuccess(
            asked -> request.response().putHeader("Content-Type", "text/html").end(body))
        .onFailure(fault -> request.response().setStatusCode(500).end(String.valueOf(fault)));
  }

  private Future<?> ask(long who) {
    var now = OffsetDateTime.now(Clock.systemUTC());
    return Future.all(
        catalogues.moment(),
        more.contains("ledger")
            ? database.run(PlanningStore.OF_SITE, 1L, start, start.plusDays(1), now, false)
            : Future.succeededFuture(),
        database.run(MineStore.MINE, who, now, now.plusHours(12), start, start.plusDays(1)));
  }
}
