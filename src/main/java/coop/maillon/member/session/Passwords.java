package coop.maillon.member.session;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes passwords away from the event loop: argon2id, 19 MiB, two passes, one lane (OWASP's second choice, about 100 ms). */
public final class Passwords {

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
  private static final int THREADS = 2;
  /** About seven seconds of work; whoever comes after is told to come back. */
  private static final int LONGEST_QUEUE = 128;

  private final WorkerExecutor workers;
  private final AtomicInteger waiting = new AtomicInteger();
  private final String nobodys;

  public Passwords(Vertx vertx) {
    this.workers = vertx.createSharedWorkerExecutor("maillon-passwords", THREADS);
    this.nobodys = ARGON2.hash(Secret.fresh().value()).getResult();
  }

  /** The hash to keep, in PHC form with its salt and parameters; {@link Busy} when the queue is full. */
  public Future<String> hash(Password password) {
    return work(() -> ARGON2.hash(password.value()).getResult());
  }

  /** Whether the password is the one hashed; takes as long when there is no hash, and then says no. */
  public Future<Boolean> matches(Password password, Optional<String> hash) {
    return work(() -> ARGON2.check(password.value(), hash.orElse(nobodys)) && hash.isPresent());
  }

  private <T> Future<T> work(Callable<T> task) {
    if (waiting.incrementAndGet() > LONGEST_QUEUE) {
      waiting.decrementAndGet();
      return Future.failedFuture(new Busy());
    }
    return workers.executeBlocking(task, false).onComplete(done -> waiting.decrementAndGet());
  }

  /** Too many passwords are being checked at this moment. */
  public static final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Busy() {
      super("too many passwords at once", null, false, false);
    }
  }
}
