package coop.maillon.web;

import coop.maillon.web.RouteTable.Mount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Says who may not come in, before any handler is asked. */
final class Gate {

  private final Origins origins;

  Gate(Origins origins) {
    this.origins = origins;
  }

  /** The refusal of whoever has not shown who they are, or whom another site's page sent. */
  Optional<Answer> beforeReading(Ask ask, Mount mount, Optional<Credentials> credentials) {
    boolean byToken =
        credentials.filter(shown -> shown.kind() == Credentials.Kind.TOKEN).isPresent();
    if (mount.unsafe() && !byToken && origins.isForeign(ask.request())) {
      return Optional.of(Answer.forbidden());
    }
    boolean unknown = ask.visitor().isEmpty();
    if (unknown && (mount.entry().access().needsSignIn() || byToken)) {
      return Optional.of(signInFirst(ask));
    }
    return Optional.empty();
  }

  /** The refusal of whoever is known and may not come here, once the body made sense. */
  Optional<Answer> afterReading(Ask ask, Mount mount) {
    return ask.visitor()
        .filter(who -> !mount.entry().access().admits(who) || onlyReads(who) && mount.unsafe())
        .map(who -> Answer.forbidden());
  }

  /** The refusal of a WebSocket, if any. */
  Optional<Answer> ofSocket(Ask ask, Access access, Optional<Credentials> credentials) {
    boolean foreign =
        credentials.filter(shown -> !origins.maySpeak(ask.request(), shown)).isPresent();
    if (foreign) {
      return Optional.of(Answer.forbidden());
    }
    if (ask.visitor().isEmpty() && access.needsSignIn()) {
      return Optional.of(Answer.failed(401));
    }
    return ask.visitor().filter(who -> !access.admits(who)).map(who -> Answer.forbidden());
  }

  private static boolean onlyReads(Who who) {
    return who.proof() == Who.Proof.READ_ONLY_TOKEN;
  }

  private static Answer signInFirst(Ask ask) {
    if (ask.api()) {
      return Answer.failed(401).with("WWW-Authenticate", "Bearer");
    }
    if (ask.htmx()) {
      return Answer.failed(401).with("HX-Redirect", "/login");
    }
    boolean returns = ask.method().equals("GET") && !ask.uri().equals("/");
    String next = returns ? "?next=" + URLEncoder.encode(ask.uri(), StandardCharsets.UTF_8) : "";
    return Answer.seeOther("/login" + next);
  }
}
