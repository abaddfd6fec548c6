package coop.maillon.member.page;

import coop.maillon.member.MemberId;
import coop.maillon.member.session.Passwords;
import coop.maillon.member.session.Sessions;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.LocalPath;
import coop.maillon.web.SessionCookie;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** How a browser comes in and goes out: the session, and the cookie that carries it. */
final class Doors {

  private static final String BUSY_SECONDS = "5";

  private final Sessions sessions;
  private final SessionCookie cookie;

  Doors(Sessions sessions, SessionCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  /** Opens a session under a new secret, and leads on: only ever to a place on this server. */
  Future<Answer> enter(Ask ask, MemberId member, Optional<String> next) {
    var agent = ask.header("User-Agent").orElse("");
    var to = next.flatMap(LocalPath::of).orElse("/");
    return sessions
        .open(member, agent, ask.secret())
        .map(secret ->
            Answer.seeOther(to).with("Set-Cookie", cookie.issue(secret.value(), sessions.life())));
  }

  Future<Answer> leave(Ask ask) {
    return sessions.close(ask.secret().orElse("")).map(done -> out());
  }

  Future<Answer> leaveEverywhere(Ask ask) {
    return sessions.closeAll(new MemberId(ask.who().id())).map(done -> out());
  }

  /** Says to come back soon where too many passwords wait to be checked. */
  static Future<Answer> orBusy(Future<Answer> answer) {
    return answer.recover(fault -> fault instanceof Passwords.Busy
        ? Future.succeededFuture(Answer.failed(503).with("Retry-After", BUSY_SECONDS))
        : Future.failedFuture(fault));
  }

  /** Whole seconds, never none: what Retry-After takes. */
  static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  private Answer out() {
    return Answer.seeOther("/login").with("Set-Cookie", cookie.clear());
  }
}
