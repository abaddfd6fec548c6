package coop.maillon.member.session;

import coop.maillon.db.Database;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The API tokens of a member: made, shown once, listed by their label, revoked. */
public final class Tokens {

  public static final Duration USUAL_LIFE = Duration.ofDays(90);
  public static final int LONGEST_LABEL = 60;

  private final Database database;
  private final TokenStore store = new TokenStore();
  private final Sessions sessions;
  private final Clock clock;

  public Tokens(Database database, Sessions sessions, Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.clock = clock;
  }

  public Future<Issued> issue(MemberId member, String label, ApiToken.Reach reach, Duration life) {
    var secret = Secret.fresh();
    Instant now = clock.instant();
    var token = new ApiToken(0, label, reach, now, now.plus(life), Optional.empty());
    return store
        .insert(database, member, secret.hash(), token)
        .map(new Issued(secret, token.expiresAt()));
  }

  /** Whether there was such a token of that member. */
  public Future<Boolean> revoke(MemberId member, long id) {
    return database.transaction(tx -> store
        .delete(tx, member, id)
        .compose(gone -> gone
            ? sessions.tellAccessChanged(tx, member).map(true)
            : Future.succeededFuture(false)));
  }

  public Future<Void> forgetExpired() {
    return store.forgetExpired(database, clock.instant());
  }

  /** A new token: the only moment at which its secret is known. */
  public record Issued(Secret secret, Instant expiresAt) {}
}
