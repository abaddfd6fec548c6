package coop.maillon;

import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.api.Behalf;
import coop.maillon.booking.manage.Coordination;
import coop.maillon.booking.manage.Jobs;
import coop.maillon.db.Bell;
import coop.maillon.db.Database;
import coop.maillon.db.Faults;
import coop.maillon.demo.Demo;
import coop.maillon.dev.DevRoutes;
import coop.maillon.event.Events;
import coop.maillon.event.Relay;
import coop.maillon.live.Channel;
import coop.maillon.live.LiveHub;
import coop.maillon.member.account.People;
import coop.maillon.member.account.PeopleSettings;
import coop.maillon.member.page.Pages;
import coop.maillon.notification.Notifications;
import coop.maillon.notification.inbox.Inboxes;
import coop.maillon.web.AboutRoutes;
import coop.maillon.web.Assets;
import coop.maillon.web.EdgeSettings;
import coop.maillon.web.Messages;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Views;
import coop.maillon.web.Web;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.pgclient.PgConnectOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program on one screen: what there is, and what each part is given. */
public final class App {

  private static final long LAST_ANSWERS_S = 3;

  private final Database database;
  private final Relay relay;
  private final Bell bell;
  private final Events events;
  private final People people;
  private final Notifications notifications;
  private final Inboxes inboxes;
  private final Coordination coordination;
  private final OutsideWiring outside;
  private final Duration mailsAreKept;
  private final Demo demo;
  private final LiveHub live;
  private final RouteTable routes = new RouteTable();
  private final HttpServer server;

  /** What is got ready before the program is put together, each beside the others. */
  public record Ground(PgConnectOptions server, Views views, Clock clock) {}

  private App(Vertx vertx, Config config, Ground ground) {
    Views views = ground.views();
    Clock clock = ground.clock();
    database = Database.open(vertx, ground.server(), config.connections(), config.waiting());
    relay = new Relay(vertx, database);
    bell = Bell.on(vertx, ground.server(), Relay.CHANNEL, relay::hear);
    events = new Events(database, relay, clock);
    notifications =
        new Notifications(vertx, mail(config), views, new Notifications.Ground(database, clock));
    mailsAreKept = Duration.ofDays(config.periods().mail());
    inboxes = new Inboxes(notifications, database, clock.withZone(config.zone()), views);
    people = new People(
        vertx, people(config), notifications.mails(), new People.Ground(database, events, clock));
    var rules = RulesWiring.rules();
    demo = new Demo(vertx, new Demo.Ground(database, people.members()), rules, clock);
    var booking = new BookingWiring(vertx, database, clock, given(config, rules, views));
    live = new LiveHub(vertx, events, people.sessions()::whoIs, channels(booking));
    outside = booking.outside();
    booking.mount(routes, new Behalf(this::person));
    coordination = booking.coordination(this::tidy);
    mountOthers(config, views, booking);
    var web = new Web(views, edge(config), clock, ports());
    server = vertx.createHttpServer(Web.options()).requestHandler(web.router(vertx, routes));
  }

  private BookingWiring.Given given(Config config, Bookings.Rules rules, Views views) {
    return new BookingWiring.Given(
        events,
        rules,
        views,
        people,
        this::told,
        config.zone(),
        config.linkBase().toString(),
        new Base.Privacy(config.periods(), config.locale().getLanguage()));
  }

  private List<Channel> channels(BookingWiring booking) {
    return Stream.concat(booking.channels().stream(), Stream.of(inboxes.live())).toList();
  }

  private long told() {
    return live.seq();
  }

  private void mountOthers(Config config, Views views, BookingWiring booking) {
    live.mount(routes);
    coordination.mount(routes);
    new Pages(people, views.messages(), booking.mirror()::around).mount(routes);
    notifications.mount(routes);
    inboxes.mount(routes);
    mountAbout(config, views);
  }

  /** Every word, sheet and template of the program. */
  public static Views views() {
    return Views.load(Messages.load(Path.of("conf")), Assets.load());
  }

  /** Everything in its place and nothing started; the database need not be there yet. */
  public static App wired(Vertx vertx, Config config, Ground ground) {
    return new App(vertx, config, ground);
  }

  /**
   * Starts everything on a migrated database.
   *
   * @return once requests are served
   */
  public Future<App> start(Config config) {
    return filled(config)
        .compose(filled -> relay.start())
        .compose(started -> live.start())
        .compose(started -> bell.start())
        .compose(started -> notifications.start(events))
        .compose(started -> server.listen(config.httpPort(), config.httpHost()))
        .onSuccess(started -> coordination.jobs().start())
        .map(this);
  }

  /** The demo data, where the settings ask for it and nothing is there yet. */
  private Future<Boolean> filled(Config config) {
    return config.demo() ? demo.fill() : Future.succeededFuture(false);
  }

  /** What fills an empty database with a cooperative to look at. */
  public Demo demo() {
    return demo;
  }

  /** Where it listens, which is for the system to choose when the settings say 0. */
  public int port() {
    return server.actualPort();
  }

  /** What time does, for tests that do not wait for it. */
  public Jobs jobs() {
    return coordination.jobs();
  }

  /** Who belongs here and how they come in: for the command line and the demo. */
  public People people() {
    return people;
  }

  /** Files in and out: for the command line. */
  OutsideWiring outside() {
    return outside;
  }

  /** Messages and mail. */
  public Notifications notifications() {
    return notifications;
  }

  /** Every way in, for whoever lists them. */
  public RouteTable routes() {
    return routes;
  }

  /** Whether the database answers, without which every page is a kind excuse. */
  public Future<Boolean> answers() {
    return database.run("SELECT 1").map(true);
  }

  /** Accepts nothing more, ends what runs, lets go of the database. */
  public Future<Void> stop() {
    return live.stop()
        .eventually(() -> server.shutdown(LAST_ANSWERS_S, TimeUnit.SECONDS))
        .eventually(bell::stop)
        .eventually(relay::stop)
        .eventually(notifications::stop)
        .eventually(database::close);
  }

  private void mountAbout(Config config, Views views) {
    new AboutRoutes().mount(routes);
    if (config.demo()) {
      new DevRoutes(notifications.mails(), views, routes).mount();
    }
  }

  private Future<Void> tidy() {
    return Future.join(people.tidy(), notifications.mails().tidy(mailsAreKept)).mapEmpty();
  }

  private Future<Optional<Behalf.Person>> person(String named) {
    return people
        .members()
        .findActive(named)
        .map(found -> found.map(member -> new Behalf.Person(member.id(), member.name())));
  }

  private static EdgeSettings edge(Config config) {
    return new EdgeSettings(
        config.publicUrl().map(URI::toString),
        Set.copyOf(config.trustedProxies()),
        config.locale().getLanguage());
  }

  private static PeopleSettings people(Config config) {
    return new PeopleSettings(
        config.linkBase().toString(),
        config.session(),
        config.zone(),
        config.rateLimits() ? PeopleSettings.Limits.ON : PeopleSettings.Limits.OFF);
  }

  private static Notifications.Settings mail(Config config) {
    var server = config.demo() ? Optional.<URI>empty() : config.mail();
    return new Notifications.Settings(
        config.linkBase().toString(), server, config.mailFrom(), config.zone());
  }

  private Web.Ports ports() {
    return new Web.Ports(people.sessions()::whoIs, Faults::isUnavailable);
  }
}
