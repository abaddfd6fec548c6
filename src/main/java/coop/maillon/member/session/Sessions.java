package coop.maillon.member.session;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.member.MemberId;
import coop.maillon.member.session.SessionStore.Opening;
import coop.maillon.member.session.SessionStore.Seen;
import coop.maillon.web.Credentials;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Who is signed in, in which browsers: opened at sign-in under a new secret, longer-lived with each use, ended for good. */
public final class Sessions {

  /** Told when somebody's sessions, tokens or rights changed: whatever they have open is to be judged again. */
  public static final String ACCESS_CHANGED = "member.access";

  private static final Duration WRITTEN_DOWN_EVERY = Duration.ofMinutes(5);
  private static final int LONGEST_AGENT = 200;

  private final Database database;
  private final SessionStore store;
  private final KeyStore keys = new KeyStore();
  private final Events events;
  private final Duration life;
  private final Clock clock;

  public Sessions(Database database, Events events, Duration life, Clock clock) {
    this.database = database;
    this.store = new SessionStore(database);
    this.events = events;
    this.life = life;
    this.clock = clock;
  }

  /** Whose session or token that is, by one query; once in five minutes a second one writes down that it is used. */
  public Future<Optional<Who>> whoIs(Credentials credentials) {
    var hash = new Secret(credentials.secret()).hash();
    Instant now = clock.instant();
    LocalDate today = LocalDate.now(clock);
    if (credentials.kind() == Credentials.Kind.TOKEN) {
      return store
          .whoByToken(hash, now, today)
          .compose(seen -> isFresh(seen, now)
              ? Future.succeededFuture(seen.map(Seen::who))
              : store.tokenUsed(hash, now).map(seen.map(Seen::who)));
    }
    return store
        .whoBySession(hash, now, today)
        .compose(seen -> isFresh(seen, now)
            ? Future.succeededFuture(seen.map(Seen::who))
            : store.sessionSeen(hash, now, now.plus(life)).map(seen.map(Seen::who)));
  }

  /**
   * Opens a session and ends the one that the browser came with.
   *
   * @param agent what the browser calls itself, shown to its owner among the open sessions
   */
  public Future<Secret> open(MemberId member, String agent, Optional<String> before) {
    var secret = Secret.fresh();
    Instant now = clock.instant();
    var named = agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    var opening = new Opening(now, now.plus(life), named);
    return database
        .transaction(
            tx -> end(tx, before).compose(done -> store.open(tx, secret.hash(), member, opening)))
        .map(secret);
  }

  /** Signs this browser out. */
  public Future<Void> close(String secret) {
    return database.transaction(tx -> end(tx, Optional.of(secret)));
  }

  /** Signs every browser out. */
  public Future<Void> closeAll(MemberId member) {
    return database.transaction(tx -> closeAll(tx, member));
  }

  public Future<Void> closeAll(Tx tx, MemberId member) {
    return store.closeAll(tx, member).compose(done -> tellAccessChanged(tx, member));
  }

  public Future<Void> closeOthers(Tx tx, MemberId member, String kept) {
    return store
        .closeOthers(tx, member, new Secret(kept).hash())
        .compose(done -> tellAccessChanged(tx, member));
  }

  public Future<Void> tellAccessChanged(Tx tx, MemberId member) {
    return events.publish(tx, ACCESS_CHANGED, new JsonObject().put("member", member.value()));
  }

  /** What somebody changed about a member, for whoever keeps account of it. */
  public Future<Void> tellChanged(Tx tx, MemberId member, JsonObject change) {
    return events.publish(tx, "member.changed", change.put("member", member.value()));
  }

  /** All that opens an account; {@code present} is the secret of the session that asks. */
  public Future<Keys> keysOf(MemberId member, String present) {
    return keys.of(database, member, new Secret(present).hash(), clock.instant());
  }

  public Future<Void> forgetExpired() {
    return store.forgetExpired(clock.instant());
  }

  public Duration life() {
    return life;
  }

  private Future<Void> end(Tx tx, Optional<String> secret) {
    return secret
        .map(known -> store
            .close(tx, new Secret(known).hash())
            .compose(owner -> owner
                .map(member -> tellAccessChanged(tx, member))
                .orElse(Future.succeededFuture())))
        .orElse(Future.succeededFuture());
  }

  private static boolean isFresh(Optional<Seen> seen, Instant now) {
    return seen.map(proof -> proof.used().isAfter(now.minus(WRITTEN_DOWN_EVERY)))
        .orElse(true);
  }
}
