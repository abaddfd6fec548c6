package coop.maillon.board.search;

import coop.maillon.board.PostId;
import coop.maillon.board.PostStatus;
import coop.maillon.db.Database;
import io.vertx.core.Future;
import java.util.List;

/** The posts that somebody may mean, the likeliest first. */
public final class Search {

  private final SearchStore store = new SearchStore(Synonyms.load());
  private final Database database;

  public Search(Database database) {
    this.database = database;
  }

  /**
   * Those that have something of what was typed, best first, whoever may see them.
   *
   * @param status what is written of them; of those expired it may be written that they are published or a draft
   * @return none where nothing was typed that could be looked for
   */
  public Future<List<PostId>> best(String typed, PostStatus status, int atMost) {
    Wanted wanted = Wanted.of(typed);
    return wanted.isNothing()
        ? Future.succeededFuture(List.of())
        : store.best(database, wanted, written(status), atMost);
  }

  private static List<String> written(PostStatus status) {
    return status == PostStatus.EXPIRED
        ? List.of(PostStatus.PUBLISHED.word(), PostStatus.DRAFT.word(), status.word())
        : List.of(status.word());
  }
}
