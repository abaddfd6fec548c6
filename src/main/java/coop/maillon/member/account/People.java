package coop.maillon.member.account;

import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.member.session.Passwords;
import coop.maillon.member.session.Sessions;
import coop.maillon.member.session.Throttle;
import coop.maillon.member.session.Tokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** All that is done with accounts, put together: App makes one, and gives its parts to whoever asks for them. */
public final class People {

  private final PeopleSettings settings;
  private final Sessions sessions;
  private final SignIns signIns;
  private final Links links;
  private final Tokens tokens;
  private final Members members;
  private final Goodbyes goodbyes;
  private final Profiles profiles;
  private final Throttle throttle;

  public People(Vertx vertx, PeopleSettings settings, Letters letters, Ground ground) {
    var clock = ground.clock().withZone(settings.zone());
    var database = ground.database();
    var store = new MemberStore(database, clock);
    this.settings = settings;
    this.throttle = settings.limits() == PeopleSettings.Limits.ON
        ? Throttle.on(database, clock)
        : Throttle.off(clock);
    this.sessions = new Sessions(database, ground.events(), settings.sessionLife(), clock);
    var kin = new Kin(database, store, sessions, new Passwords(vertx), throttle, clock);
    this.signIns = new SignIns(kin);
    this.links = new Links(vertx, settings, letters, kin);
    this.tokens = new Tokens(database, sessions, clock);
    this.members = new Members(kin, links);
    this.goodbyes = new Goodbyes(kin);
    this.profiles = new Profiles(kin, signIns);
  }

  public PeopleSettings settings() {
    return settings;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Members members() {
    return members;
  }

  public Goodbyes goodbyes() {
    return goodbyes;
  }

  public Tokens tokens() {
    return tokens;
  }

  public SignIns signIns() {
    return signIns;
  }

  public Links links() {
    return links;
  }

  public Profiles profiles() {
    return profiles;
  }

  /** Throws away what has run out: sessions, tokens, links, counted tries. */
  public Future<Void> tidy() {
    return Future.join(
            sessions.forgetExpired(),
            tokens.forgetExpired(),
            links.forgetExpired(),
            throttle.forgetOld())
        .mapEmpty();
  }

  /** What people stand on. */
  public record Ground(Database database, Events events, Clock clock) {}
}
