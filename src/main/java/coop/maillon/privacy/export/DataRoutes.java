package coop.maillon.privacy.export;

import coop.maillon.privacy.Periods;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** All that is kept about oneself: a page that says what it is, and the file. */
public final class DataRoutes {

  private static final String FILE = "maillon.zip";
  private static final String SOON_S = "10";

  private final Parcels parcels;
  private final Periods periods;

  public DataRoutes(Parcels parcels, Periods periods) {
    this.parcels = parcels;
    this.periods = periods;
  }

  public void mount(RouteTable routes) {
    routes.get("/me/data", Access.SIGNED_IN, this::look);
    routes.get("/me/data.zip", Access.SIGNED_IN, this::take);
  }

  private Future<Answer> look(Ask ask) {
    return Future.succeededFuture(Answer.page("privacy/data", DataPage.of(ask.words(), periods)));
  }

  private Future<Answer> take(Ask ask) {
    return parcels
        .of(ask.who(), ask.words())
        .map(file -> file.map(bytes -> Answer.download("application/zip", FILE, bytes))
            .orElseGet(() -> Answer.failed(503).with("Retry-After", SOON_S)));
  }
}
