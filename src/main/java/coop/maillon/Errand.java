package coop.maillon;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Function;

/** One thing done through the program's use cases at the command line, without serving anybody. */
final class Errand {

  /** Why it was not done, in a line. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    Refused(String why) {
      super(why);
    }
  }

  private Errand() {}

  /** Does it on the database of the settings, beside a running server if there is one. Blocks. */
  static <T> T run(Config config, Function<App, Future<T>> act) throws Exception {
    Vertx vertx = Vertx.vertx();
    try (Storage storage = Storage.join(config)) {
      var ground =
          new App.Ground(storage.address().connectOptions(), App.views(), Clock.systemUTC());
      App app = App.wired(vertx, config, ground);
      return Serve.done(act.apply(app).eventually(app::stop));
    } finally {
      Serve.done(vertx.close());
    }
  }

  static <T> Future<T> refused(String why) {
    return Future.failedFuture(new Refused(why));
  }
}
