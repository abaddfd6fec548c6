package coop.maillon.member;

import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.web.Messages;
import coop.maillon.web.RouteTable;
import coop.maillon.web.SessionCookie;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** The package put together: App makes one, and gives its parts to whoever asks for them. */
public final class People {

  private final PeopleSettings settings;
  private final Sessions sessions;
  private final SignIns signIns;
  private final Links links;
  private final Tokens tokens;
  private final Members members;
  private final Profiles profiles;
  private final Throttle throttle;
  private final Messages messages;

  public People(Vertx vertx, PeopleSettings settings, Letters letters, Ground ground) {
    var clock = ground.clock().withZone(settings.zone());
    var database = ground.database();
    var store = new MemberStore(database, clock);
    this.settings = settings;
    this.messages = ground.messages();
    this.throttle = settings.limits() == PeopleSettings.Limits.ON
        ? Throttle.on(database, clock)
        : Throttle.off(clock);
    this.sessions = new Sessions(database, ground.events(), settings.sessionLife(), clock);
    var kin = new Kin(database, store, sessions, new Passwords(vertx), throttle, clock);
    this.signIns = new SignIns(kin);
    this.links = new Links(vertx, settings, letters, kin);
    this.tokens = new Tokens(database, sessions, clock);
    this.members = new Members(kin, links);
    this.profiles = new Profiles(kin, signIns);
  }

  public void mount(RouteTable routes) {
    var cookie = SessionCookie.of(settings.publicUrl());
    var doors = new Doors(sessions, cookie);
    new SignInRoutes(signIns, members, doors).mount(routes);
    new LinkRoutes(links, doors).mount(routes);
    new ProfileRoutes(
            new ProfileRoutes.Parts(profiles, members, sessions, tokens, messages), settings.zone())
        .mount(routes);
    new MemberRoutes(members).mount(routes);
    new MemberApi(signIns, tokens, members).mount(routes);
  }

  public Sessions sessions() {
    return sessions;
  }

  public Members members() {
    return members;
  }

  public Tokens tokens() {
    return tokens;
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
  public record Ground(Database database, Events events, Messages messages, Clock clock) {}
}
