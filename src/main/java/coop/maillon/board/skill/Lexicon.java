package coop.maillon.board.skill;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.search.Plain;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The words that skills go by, which coordinators keep: two for the same thing become one, and each may be tied to ROME 4.0. */
public final class Lexicon {

  private final LexiconStore store = new LexiconStore();
  private final Database database;
  private final Events events;

  public Lexicon(Database database, Events events) {
    this.database = database;
    this.events = events;
  }

  Future<List<Entry>> all(String part) {
    return store.all(database, part);
  }

  /** Which of the two names is no skill. */
  enum Unknown {
    WORD,
    INTO,
    SAME
  }

  /** From now on the one word leads to the other, for everybody who has it; empty where it is done. */
  Future<Optional<Unknown>> merge(Who who, String word, String into) {
    return database.transaction(tx -> store.locked(tx, word, into).compose(found -> {
      var against = against(found, Plain.of(word), Plain.of(into));
      return against.isPresent()
          ? tx.rollback().map(against)
          : merged(tx, who, new Merge(word, into), found).map(against);
    }));
  }

  private static Optional<Unknown> against(Map<String, Long> found, String word, String into) {
    if (!found.containsKey(word)) {
      return Optional.of(Unknown.WORD);
    }
    if (!found.containsKey(into)) {
      return Optional.of(Unknown.INTO);
    }
    return word.equals(into) ? Optional.of(Unknown.SAME) : Optional.empty();
  }

  private record Merge(String word, String into) {}

  private Future<Void> merged(Tx tx, Who who, Merge merge, Map<String, Long> found) {
    var told = new JsonObject()
        .put("actor", who.id())
        .put("before", new JsonObject().put("name", merge.word()))
        .put("after", new JsonObject().put("name", merge.into()));
    return store
        .merge(tx, id(found, merge.word()), id(found, merge.into()))
        .compose(done -> events.publish(tx, "skill.merged", told));
  }

  private static long id(Map<String, Long> found, String name) {
    return Objects.requireNonNull(found.get(Plain.of(name)), name);
  }

  /**
   * Ties it to an occupation of ROME, or to none.
   *
   * @param code one of {@link Rome}, or empty
   */
  Future<Boolean> tie(Who who, String name, String code) {
    var told = new JsonObject()
        .put("actor", who.id())
        .put("after", new JsonObject().put("name", name).put("rome", code));
    return database.transaction(tx -> store
        .tie(tx, name, code)
        .compose(done ->
            done ? events.publish(tx, "skill.tied", told).map(true) : succeededFuture(false)));
  }
}
