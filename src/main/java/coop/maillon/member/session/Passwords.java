package coop.maillon.member.session;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes passwords away from the event loop: argon2id, 19 MiB, two passes, one lane (OWASP's second choice, about 100 ms). */
public final class Passwords {

  private static final int KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int BYTES = 32;
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(KIB, PASSES, 1, BYTES, Argon2.ID);
  private static final int THREADS = 2;
  /** About seven seconds of work; whoever comes after is told to come back. */
  private static final int LONGEST_QUEUE = 128;

  private final WorkerExecutor workers;
  private final AtomicInteger waiting = new AtomicInteger();
  private final String nobodys = nobodys();

  public Passwords(Vertx vertx) {
    this.workers = vertx.createSharedWorkerExecutor("maillon-passwords", THREADS);
  }

  /** The hash to keep, in PHC form with its salt and parameters; {@link Busy} when the queue is full. */
  public Future<String> hash(Password password) {
    return work(() -> ARGON2.hash(password.value()).getResult());
  }

  /** Whether the password is the one hashed; takes as long when there is no hash, and then says no. */
  public Future<Boolean> matches(Password password, Optional<String> hash) {
    return work(() -> ARGON2.check(password.value(), hash.orElse(nobodys)) && hash.isPresent());
  }

  /** Random bytes in the form of a hash: checking against it costs what any check costs, and making it costs nothing. */
  private static String nobodys() {
    String how = "$argon2id$v=19$m=" + KIB + ",t=" + PASSES + ",p=1$";
    return how + randomly(2 * BYTES) + "$" + randomly(BYTES);
  }

  private static String randomly(int bytes) {
    var random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().withoutPadding().encodeToString(random);
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
