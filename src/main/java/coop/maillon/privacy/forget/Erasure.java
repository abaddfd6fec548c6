package coop.maillon.privacy.forget;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Forgets whoever left, once what they had is ended: name, address and what they wrote go, what they did stays under a name that
 * tells nothing. While it is done no message is written, since one could name them still.
 */
public final class Erasure {

  /** A request that was under way when they left is over by then; what it wrote goes too. */
  private static final Duration LOOKED_AT = Duration.ofMinutes(5);

  private final AgeStore words = new AgeStore();
  private final ErasureStore store = new ErasureStore();
  private final Database database;
  private final Clock clock;
  private final Lock messages;
  private final Words spoken;

  /**
   * @param messages what is held by whoever writes messages
   * @param spoken the language in which those who left are called
   */
  public Erasure(Database database, Clock clock, Lock messages, Words spoken) {
    this.database = database;
    this.clock = clock;
    this.messages = messages;
    this.spoken = spoken;
  }

  /** Again and again changes nothing more. */
  public Future<Void> of(MemberId member) {
    return database
        .transaction(tx -> tx.lock(List.of(messages))
            .compose(locked -> store.left(tx, member))
            .compose(found -> found
                .filter(this::isToForget)
                .map(left -> forget(tx, member, left).map(true))
                .orElseGet(() -> succeededFuture(false))))
        .compose(
            forgotten -> forgotten ? database.transaction(words::forgetWords) : succeededFuture());
  }

  /** Those whom a fault left behind, and those who left before anybody was forgotten. */
  public Future<Void> followUp() {
    return store.toForget(database).compose(members -> {
      Future<Void> last = succeededFuture();
      for (MemberId member : members) {
        last = last.compose(done -> of(member));
      }
      return last;
    });
  }

  private boolean isToForget(ErasureStore.Left left) {
    return left.forgotten()
        .map(then -> then.plus(LOOKED_AT).isAfter(clock.instant()))
        .orElse(true);
  }

  private Future<Void> forget(Tx tx, MemberId member, ErasureStore.Left left) {
    String pseudonym = spoken.say("departure.pseudonym", "number", member.toString());
    String[] names = {left.name(), Who.firstNameAndInitial(left.name())};
    return store
        .forget(tx, member, pseudonym, names)
        .compose(done -> store.rename(tx, member, pseudonym, clock.instant()));
  }
}
