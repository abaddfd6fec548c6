package coop.maillon;

import coop.maillon.db.Database;
import coop.maillon.db.DatabaseAddress;
import coop.maillon.event.Relay;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** The program on one screen: what there is, and what each part is given. */
public final class App {

  private final Database database;
  private final Relay relay;

  private App(Vertx vertx, Config config, DatabaseAddress address, Clock clock) {
    database =
        Database.open(vertx, address.connectOptions(), config.connections(), config.waiting());
    relay = new Relay(vertx, database);
  }

  /**
   * Starts everything on a migrated database.
   *
   * @return once requests are served
   */
  public static Future<App> start(
      Vertx vertx, Config config, DatabaseAddress address, Clock clock) {
    var app = new App(vertx, config, address, clock);
    return app.relay.start().map(app);
  }

  /** Whether the database answers, without which every page is a kind excuse. */
  public Future<Boolean> answers() {
    return database.run("SELECT 1").map(true);
  }

  /** Accepts nothing more, ends what runs, lets go of the database. */
  public Future<Void> stop() {
    return relay.stop().compose(stopped -> database.close());
  }
}
