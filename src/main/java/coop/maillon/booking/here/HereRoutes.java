package coop.maillon.booking.here;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.Function;

/** The page behind the code on a door: who is not signed in goes there first, and comes back. */
public final class HereRoutes {

  private static final int LONGEST_KEY = 100;

  private final Places places;

  public HereRoutes(Places places) {
    this.places = places;
  }

  public void mount(RouteTable routes) {
    routes.get("/here/:slug", Access.SIGNED_IN, this::show);
    routes.post("/here/:slug/taking", Access.SIGNED_IN, this::take);
  }

  private Future<Answer> show(Ask ask) {
    return found(
        ask, here -> succeededFuture(Answer.page("here/show", new HerePages(ask, here).page())));
  }

  /** What cannot be read is half an hour. */
  private Future<Answer> take(Ask ask) {
    int minutes = Fields.of(ask).whole("minutes", 1, 24 * 60).orElse(Here.TAKEN_MINUTES);
    String key = ask.form("key")
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_KEY)
        .orElseGet(() -> UUID.randomUUID().toString());
    return found(
        ask,
        here -> places
            .take(here, Math.min(minutes, Here.TAKEN_MINUTES), key)
            .map(outcome -> outcome.tell(new TakenAnswers(ask, here, outcome))));
  }

  private Future<Answer> found(Ask ask, Function<Here, Future<Answer>> then) {
    return places
        .find(ask.who(), ask.path("slug"))
        .compose(found -> found.map(then).orElseGet(() -> succeededFuture(Answer.notFound())));
  }
}
