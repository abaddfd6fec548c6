package coop.maillon.board.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.PostId;
import coop.maillon.board.page.PostPages.Said;
import coop.maillon.ledger.Standing;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Optional;

/** The board and each post on it, as pages. */
public final class BoardRoutes {

  private final AsideStore store = new AsideStore();
  private final Reading reading;

  public BoardRoutes(Reading reading) {
    this.reading = reading;
  }

  public void mount(RouteTable routes) {
    routes.get("/board", Access.MEMBER, this::list);
    routes.get("/board/:id", Access.MEMBER, this::show);
  }

  private Future<Answer> list(Ask ask) {
    var wanted = Wanted.of(ask);
    long told = reading.told().getAsLong();
    var listed = reading.board().reads().list(ask.who(), wanted.filter());
    var aside = store.of(reading.database(), ask.who(), ask.now());
    var standing = standing(ask, wanted);
    return Future.all(listed, aside, standing)
        .map(done -> Answer.page(
            "board/list",
            BoardPage.of(
                ask,
                new BoardPage.Facts(
                    wanted,
                    listed.result(),
                    aside.result(),
                    standing.result(),
                    reading.moments(ask, reading.zone()),
                    told))));
  }

  /** Looking for words asks twice already: how one's account stands can wait. */
  private Future<Optional<Standing>> standing(Ask ask, Wanted wanted) {
    return wanted.words().isEmpty()
        ? reading.hours().standing(ask.who()).map(Optional::of)
        : succeededFuture(Optional.empty());
  }

  private Future<Answer> show(Ask ask) {
    return PostId.read(ask.path("id"))
        .map(id -> reading.post(ask, id, Said.NOTHING, 200))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }
}
