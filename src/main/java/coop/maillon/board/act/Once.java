package coop.maillon.board.act;

import coop.maillon.board.Outcome;
import coop.maillon.board.PostId;
import coop.maillon.db.Repeat;
import coop.maillon.db.RepeatStore;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Does once what is asked under a key, however often it is asked; a refusal is found anew each time. */
final class Once {

  private final RepeatStore repeats = new RepeatStore();
  private final ConversationStore conversations = new ConversationStore();

  /** The key is claimed before anything else, so that simultaneous repeats wait. */
  Future<Outcome> in(Tx tx, Optional<Repeat> repeat, Instant now, Supplier<Future<Outcome>> act) {
    return repeat
        .map(key -> repeats
            .claim(tx, key, now)
            .compose(claimed -> repeats.kept(tx, key))
            .compose(kept -> kept.map(before -> again(tx, key, before))
                .orElseGet(() -> act.get().compose(outcome -> kept(tx, key, outcome)))))
        .orElseGet(act);
  }

  private Future<Outcome> kept(Tx tx, Repeat key, Outcome outcome) {
    return outcome instanceof Outcome.Done done
        ? repeats
            .keep(tx, key, done.conversation().post().id() + " " + done.id())
            .map(outcome)
        : tx.rollback().map(outcome);
  }

  private Future<Outcome> again(Tx tx, Repeat key, RepeatStore.Kept kept) {
    String[] ids = kept.answer().split(" ");
    return conversations
        .find(tx, new PostId(Long.parseLong(ids[0])))
        .map(found -> found
            .<Outcome>map(there -> kept.isOf(key)
                ? new Outcome.Done(there, Long.parseLong(ids[1]))
                : new Outcome.Reused(there))
            .orElseGet(Outcome.Missing::new));
  }
}
