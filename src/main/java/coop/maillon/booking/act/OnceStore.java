package coop.maillon.booking.act;

import coop.maillon.booking.Once;
import coop.maillon.db.Repeat;
import coop.maillon.db.RepeatStore;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Optional;

/** The keys of requests that must be done once, and the answers given, as booking asks for them. */
public final class OnceStore {

  private final RepeatStore repeats = new RepeatStore();

  /** The answer to an earlier request under the same key. */
  public record Kept(Buffer bodyHash, String answer) {}

  Future<Void> claim(Tx tx, long member, Once once, Instant now) {
    return repeats.claim(tx, repeat(member, once), now);
  }

  Future<Optional<Kept>> kept(Tx tx, long member, Once once) {
    return repeats
        .kept(tx, repeat(member, once))
        .map(found -> found.map(kept -> new Kept(kept.bodyHash(), kept.answer())));
  }

  public Future<Void> keep(Tx tx, long member, Once once, String answer) {
    return repeats.keep(tx, repeat(member, once), answer);
  }

  private static Repeat repeat(long member, Once once) {
    return new Repeat(member, once.method(), once.path(), once.key(), once.bodyHash());
  }
}
