package coop.maillon.member.session;

import coop.maillon.db.Database;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Slows down whoever guesses: a growing delay per account, a limit per address, counted in the database for all nodes. */
public final class Throttle {

  private final Optional<AttemptStore> store;
  private final Clock clock;

  private Throttle(Optional<AttemptStore> store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public static Throttle on(Database database, Clock clock) {
    return new Throttle(Optional.of(new AttemptStore(database)), clock);
  }

  /** For load tests: nobody ever waits. */
  public static Throttle off(Clock clock) {
    return new Throttle(Optional.empty(), clock);
  }

  /** How long one still has to wait for these tries, if at all. */
  public Future<Optional<Duration>> waitOf(List<Try> tries) {
    Instant now = clock.instant();
    var keys = tries.stream().map(Try::key).toList();
    return store
        .map(attempts -> attempts
            .waitingUntil(keys, now)
            .map(until -> until.map(then -> Duration.between(now, then))))
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  public Future<Void> count(List<Try> tries) {
    Instant now = clock.instant();
    return store
        .map(attempts -> Future.all(tries.stream()
                .map(one -> attempts.failed(one.key(), one.limit(), now))
                .toList())
            .<Void>mapEmpty())
        .orElse(Future.succeededFuture());
  }

  /** Forgets the account's failures; the address keeps its own, or one good account would open all others. */
  public Future<Void> passed(Tries tries) {
    return store
        .map(attempts -> attempts.passed(tries.account().key(), clock.instant()))
        .orElse(Future.succeededFuture());
  }

  public Future<Void> forgetOld() {
    return store
        .map(attempts -> attempts.forgetBefore(clock.instant().minus(Duration.ofDays(1))))
        .orElse(Future.succeededFuture());
  }

  /** One counter that a try raises. */
  public record Try(Limit limit, String subject) {

    String key() {
      return limit.keyOf(subject);
    }
  }

  /** A try counts against the account that it names and the address that it comes from. */
  public record Tries(Try account, Try address) {

    public static Tries toSignIn(String email, String address) {
      return new Tries(new Try(Limit.ACCOUNT, email), new Try(Limit.ADDRESS, address));
    }

    public static Tries toGetALink(String email, String address) {
      return new Tries(
          new Try(Limit.LINKS_OF_ACCOUNT, email), new Try(Limit.LINKS_OF_ADDRESS, address));
    }

    public List<Try> all() {
      return List.of(account, address);
    }
  }
}
