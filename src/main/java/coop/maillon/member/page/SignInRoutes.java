package coop.maillon.member.page;

import coop.maillon.member.account.Members;
import coop.maillon.member.account.SignIns;
import coop.maillon.member.session.Password;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.LocalPath;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** The pages of coming in and going out. */
final class SignInRoutes {

  private final SignIns signIns;
  private final Members members;
  private final Doors doors;

  SignInRoutes(SignIns signIns, Members members, Doors doors) {
    this.signIns = signIns;
    this.members = members;
    this.doors = doors;
  }

  void mount(RouteTable routes) {
    routes.get("/login", Access.ANYONE, this::form);
    routes.post("/login", Access.ANYONE, this::signIn);
    routes.post("/logout", Access.SIGNED_IN, doors::leave);
    routes.post("/logout/everywhere", Access.SIGNED_IN, doors::leaveEverywhere);
  }

  private Future<Answer> form(Ask ask) {
    if (ask.visitor().isPresent()) {
      var next = ask.query("next").flatMap(LocalPath::of).orElse("/");
      return Future.succeededFuture(Answer.seeOther(next));
    }
    return members.sites().map(sites -> Answer.page("member/login", SignInPage.blank(ask, sites)));
  }

  private Future<Answer> signIn(Ask ask) {
    var email = ask.form("email").orElse("");
    var password = new Password(ask.form("password").orElse(""));
    return Doors.orBusy(signIns
        .judge(email, password, ask.address())
        .compose(outcome -> outcome.fold(
            welcome -> doors.enter(ask, welcome.member().id(), ask.form("next")),
            () -> again(ask, ask.words().say("member.login.mismatch")),
            wait -> tooSoon(ask, Doors.seconds(wait.left())))));
  }

  private Future<Answer> again(Ask ask, String problem) {
    return members
        .sites()
        .map(sites -> Answer.refused("member/login", SignInPage.again(ask, sites, problem)));
  }

  private Future<Answer> tooSoon(Ask ask, long seconds) {
    return again(ask, ask.words().say("member.login.wait", "seconds", seconds))
        .map(page -> page.with("Retry-After", Long.toString(seconds)));
  }
}
