package coop.maillon.board.act;

import coop.maillon.board.AnswerId;
import coop.maillon.board.Conversation;
import coop.maillon.board.EngagementId;
import coop.maillon.board.Listed;
import coop.maillon.board.PostFilter;
import coop.maillon.board.PostId;
import coop.maillon.board.PostStatus;
import coop.maillon.board.Sight;
import coop.maillon.board.search.Search;
import coop.maillon.db.Database;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What is on the board, as somebody may read it. */
public final class BoardReads {

  /** Nobody reads more of what was found. */
  private static final int FOUND = 300;

  private final ConversationStore conversations = new ConversationStore();
  private final PostListStore lists = new PostListStore();
  private final Database database;
  private final Search search;
  private final Clock clock;

  BoardReads(Database database, Clock clock) {
    this.database = database;
    this.search = new Search(database);
    this.clock = clock;
  }

  /**
   * The newest first; of those on the board, one's own site before the others where that is wanted.
   * Where something was typed, what it may mean, the likeliest first.
   */
  public Future<List<Listed>> list(Who who, PostFilter filter) {
    var asked = new PostListStore.Asked(who, filter, clock.instant());
    return filter.words().isBlank()
        ? newest(asked)
        : search.best(filter.words(), filter.status(), FOUND).compose(found -> found(asked, found));
  }

  private Future<List<Listed>> newest(PostListStore.Asked asked) {
    return asked.filter().status() == PostStatus.PUBLISHED
        ? lists.newest(database, asked)
        : lists.newestOff(database, asked);
  }

  private Future<List<Listed>> found(PostListStore.Asked asked, List<PostId> found) {
    return asked.filter().status() == PostStatus.PUBLISHED
        ? lists.found(database, asked, found)
        : lists.foundOff(database, asked, found);
  }

  /** Empty where there is none that they may see. */
  public Future<Optional<Conversation>> find(Who who, PostId post) {
    return whole(post)
        .map(found -> found.filter(there -> new Sight(who).seesAt(there, clock.instant())));
  }

  /** The post that an answer was given to. */
  public Future<Optional<PostId>> postOf(AnswerId answer) {
    return conversations.postOf(database, answer);
  }

  /** The post from which something was agreed on. */
  public Future<Optional<PostId>> postOf(EngagementId engagement) {
    return conversations.postOf(database, engagement);
  }

  /** The same whoever may see it: for those who tell each reader what they may know. */
  public Future<Optional<Conversation>> whole(PostId post) {
    return conversations.find(database, post);
  }
}
