package coop.maillon.notification;

import coop.maillon.db.Database;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits, a few at a time; what fails is tried again, later and later, and given up after three days. */
public final class Postman {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final int BATCH = 10;
  private static final long LOOK_MS = 15_000;
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final int LONGEST_PROBLEM = 300;

  /** After the first failure, the second, …; the sum is about three days. */
  private static final List<Duration> WAITS = List.of(
      Duration.ofMinutes(1),
      Duration.ofMinutes(5),
      Duration.ofMinutes(15),
      Duration.ofHours(1),
      Duration.ofHours(4),
      Duration.ofHours(12),
      Duration.ofHours(24),
      Duration.ofHours(30));

  private final MailStore store = new MailStore();
  private final Vertx vertx;
  private final Context context;
  private final Database database;
  private final Optional<MailServer> server;
  private final Leaving leaving;
  private final Sorter sorter;
  private final Clock clock;
  private boolean running;
  private boolean again;
  private boolean stopped;
  private Future<Void> round = Future.succeededFuture();

  /**
   * Makes one, still asleep.
   *
   * @param means with no server nothing ever leaves, as in the demo
   */
  public Postman(Vertx vertx, Database database, Means means, Clock clock) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.database = database;
    this.server = means.server();
    this.leaving = means.leaving();
    this.sorter = means.sorter();
    this.clock = clock;
  }

  /** Who writes mails, who says which leave, and who takes them. */
  record Means(Leaving leaving, Sorter sorter, Optional<MailServer> server) {}

  public void start() {
    if (hasServer()) {
      vertx.setPeriodic(LOOK_MS, tick -> wake());
      wake();
    }
  }

  public Future<Void> stop() {
    stopped = true;
    return round.otherwiseEmpty();
  }

  boolean hasServer() {
    return server.isPresent();
  }

  void wake() {
    server.ifPresent(by -> context.runOnContext(now -> {
      if (stopped) {
        return;
      }
      if (running) {
        again = true;
        return;
      }
      running = true;
      again = false;
      round = sendAll(by);
      round.onComplete(done -> rest(done.failed() ? done.cause().toString() : ""));
    }));
  }

  private void rest(String fault) {
    running = false;
    if (!fault.isEmpty()) {
      LOG.warn("mail waits: {}", fault);
      return;
    }
    if (again) {
      wake();
    }
  }

  private Future<Void> sendAll(MailServer by) {
    return sorter
        .gather()
        .compose(gathered -> claim())
        .compose(due -> sorter
            .sort(due)
            .compose(leaves ->
                Future.join(leaves.stream().map(mail -> send(by, mail)).toList()))
            .compose(
                sent -> due.size() == BATCH && !stopped ? sendAll(by) : Future.succeededFuture()));
  }

  private Future<List<Queued>> claim() {
    var now = clock.instant();
    return store.claim(database, now, now.plus(LEASE), BATCH);
  }

  /** One that cannot be written keeps no other from leaving. */
  private Future<Void> send(MailServer by, Queued mail) {
    return Future.succeededFuture(mail)
        .compose(leaving::write)
        .compose(written -> written
            .map(one -> by.send(mail.id(), one).map(true))
            .orElseGet(() -> Future.succeededFuture(false)))
        .compose(
            sent -> sent ? store.sent(database, mail.id(), clock.instant()) : sorter.withhold(mail),
            fault -> failed(mail, fault));
  }

  private Future<Void> failed(Queued mail, Throwable fault) {
    var problem = problemOf(fault);
    boolean hopeless = MailServer.refusesForGood(fault) || mail.course().tries() > WAITS.size();
    LOG.warn(
        "mail {} not sent, try {}{}: {}",
        mail.id(),
        mail.course().tries(),
        hopeless ? ", given up" : "",
        problem);
    return hopeless
        ? store.dead(database, mail.id(), clock.instant(), problem)
        : store.retry(
            database,
            mail.id(),
            clock.instant().plus(WAITS.get(mail.course().tries() - 1)),
            problem);
  }

  private static String problemOf(Throwable fault) {
    var text = String.valueOf(fault.getMessage()).replaceAll("\\s+", " ");
    return text.substring(0, Math.min(text.length(), LONGEST_PROBLEM));
  }
}
