package coop.maillon.member.page;

import coop.maillon.member.Member;
import coop.maillon.member.MemberId;
import coop.maillon.member.Profile;
import coop.maillon.member.account.LinkPurpose;
import coop.maillon.member.account.Links;
import coop.maillon.member.session.Password;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Headers;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** The pages behind mailed links. Opening one uses nothing: mail programs open links too. */
final class LinkRoutes {

  private final Links links;
  private final Doors doors;

  LinkRoutes(Links links, Doors doors) {
    this.links = links;
    this.doors = doors;
  }

  void mount(RouteTable routes) {
    routes.get("/password", Access.ANYONE, ask -> Future.succeededFuture(request(ask)));
    routes.post("/password", Access.ANYONE, this::send);
    routes.get("/password/:secret", Access.ANYONE, ask -> form(ask, LinkPurpose.PASSWORD));
    routes.post("/password/:secret", Access.ANYONE, this::setPassword);
    routes.get("/invitation/:secret", Access.ANYONE, ask -> form(ask, LinkPurpose.INVITATION));
    routes.post("/invitation/:secret", Access.ANYONE, this::join);
  }

  private static Answer request(Ask ask) {
    return Answer.page("member/password", page(ask, false, Optional.empty()));
  }

  private Future<Answer> send(Ask ask) {
    var email = ask.form("email").orElse("").strip();
    if (email.isEmpty()) {
      var problem = ask.words().say("member.password.whose");
      return Future.succeededFuture(
          Answer.refused("member/password", page(ask, false, Optional.of(problem))));
    }
    return links
        .request(email, ask.address())
        .map(wait -> wait.map(left -> tooMany(ask, left))
            .orElseGet(() -> Answer.page("member/password", page(ask, true, Optional.empty()))));
  }

  private static Answer tooMany(Ask ask, Duration left) {
    long seconds = Doors.seconds(left);
    var problem = ask.words().say("member.password.wait", "minutes", (seconds + 59) / 60);
    return Answer.refused("member/password", page(ask, false, Optional.of(problem)))
        .with("Retry-After", Long.toString(seconds));
  }

  private static LinkSentPage page(Ask ask, boolean sent, Optional<String> problem) {
    var title = ask.words().say("member.password.title");
    return new LinkSentPage(title, ask.form("email").orElse(""), sent, problem);
  }

  private Future<Answer> form(Ask ask, LinkPurpose purpose) {
    return links
        .look(purpose, ask.path("secret"))
        .map(found -> found
            .map(member -> Answer.page(template(purpose), LinkPage.blank(ask, purpose, member)))
            .orElseGet(() -> gone(ask, purpose)));
  }

  private Future<Answer> setPassword(Ask ask) {
    return chosen(
        ask,
        LinkPurpose.PASSWORD,
        (password, name) -> links.setPassword(ask.path("secret"), password));
  }

  private Future<Answer> join(Ask ask) {
    return chosen(
        ask,
        LinkPurpose.INVITATION,
        (password, name) -> links.join(ask.path("secret"), name, password));
  }

  private Future<Answer> chosen(Ask ask, LinkPurpose purpose, Choice choice) {
    return links
        .look(purpose, ask.path("secret"))
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(gone(ask, purpose))
            : check(ask, purpose, found.get(), choice));
  }

  private Future<Answer> check(Ask ask, LinkPurpose purpose, Member member, Choice choice) {
    var words = ask.words();
    var typed = ask.form("password").orElse("");
    var name = ask.form("name").orElse(member.name()).strip();
    var problem = Password.problemOf(typed, member.email()).map(words::say);
    var nameProblem = Profile.problemOfName(name).map(words::say);
    if (problem.isPresent() || nameProblem.isPresent()) {
      var page = LinkPage.blank(ask, purpose, member).with(name, nameProblem, problem);
      return Future.succeededFuture(Answer.refused(template(purpose), page));
    }
    return Doors.orBusy(choice
        .take(new Password(typed), name)
        .compose(done -> done.isEmpty()
            ? Future.succeededFuture(gone(ask, purpose))
            : enter(ask, purpose, done.get())));
  }

  private Future<Answer> enter(Ask ask, LinkPurpose purpose, MemberId member) {
    var sentence = ask.words().say("member." + purpose.word() + ".done");
    return doors.enter(ask, member, Optional.empty()).map(answer -> answer.saying(sentence));
  }

  private static Answer gone(Ask ask, LinkPurpose purpose) {
    var words = ask.words();
    var key = "member." + purpose.word() + ".gone";
    var page = new GonePage(words.say("member.link.gone"), words.say(key));
    return new Answer.Page(410, "member/link-gone", page, Headers.NONE);
  }

  private static String template(LinkPurpose purpose) {
    return purpose == LinkPurpose.PASSWORD ? "member/password-new" : "member/invitation";
  }

  /** What the form of a link does, once its fields are right. */
  @FunctionalInterface
  private interface Choice {
    Future<Optional<MemberId>> take(Password password, String name);
  }
}
