package coop.maillon.member.page;

import coop.maillon.member.Email;
import coop.maillon.member.KnownSite;
import coop.maillon.member.Member;
import coop.maillon.member.NewMember;
import coop.maillon.member.Profile;
import coop.maillon.member.Role;
import coop.maillon.member.Standing;
import coop.maillon.member.account.MemberOutcome;
import coop.maillon.member.account.Members;
import coop.maillon.member.account.SignIns;
import coop.maillon.member.session.ApiToken;
import coop.maillon.member.session.Password;
import coop.maillon.member.session.Tokens;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.Problem;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Members and tokens for programs. */
final class MemberApi {

  private final SignIns signIns;
  private final Tokens tokens;
  private final Members members;

  MemberApi(SignIns signIns, Tokens tokens, Members members) {
    this.signIns = signIns;
    this.tokens = tokens;
    this.members = members;
  }

  void mount(RouteTable routes) {
    routes.post("/api/v1/tokens", Access.ANYONE, this::issue);
    routes.get("/api/v1/me", Access.SIGNED_IN, this::me);
    routes.post("/api/v1/members", Access.COORDINATOR, this::create);
  }

  private Future<Answer> issue(Ask ask) {
    var fields = Fields.ofJson(ask, "email", "password", "label").required("email", "password");
    var email = fields.text("email").max(254).optional().orElse("");
    var label = fields.text("label").max(Tokens.LONGEST_LABEL).optional().orElse("API");
    if (!(ask.body().getValue("password") instanceof String typed)) {
      return refused(fields.problem("password", "field.text"));
    }
    if (!fields.complete()) {
      return refused(fields);
    }
    return Doors.orBusy(signIns
        .judge(email, new Password(typed), ask.address())
        .compose(outcome -> outcome.fold(
            welcome -> issued(welcome.member(), label),
            () -> Future.succeededFuture(
                Problem.of(401, "unauthorized").detail(ask.words().say("member.login.mismatch"))),
            wait -> Future.succeededFuture(tooSoon(ask, Doors.seconds(wait.left()))))));
  }

  private Future<Answer> issued(Member member, String label) {
    return tokens
        .issue(member.id(), label, ApiToken.Reach.FULL, Tokens.USUAL_LIFE)
        .map(issued -> Answer.json(
            201,
            new JsonObject()
                .put("token", issued.secret().value())
                .put("member", MemberJson.of(member))
                .put("expiresAt", issued.expiresAt().toString())));
  }

  private static Answer tooSoon(Ask ask, long seconds) {
    return Problem.of(429, "too-many")
        .detail(ask.words().say("member.login.wait", "seconds", seconds))
        .header("Retry-After", Long.toString(seconds));
  }

  private Future<Answer> me(Ask ask) {
    var who = ask.who();
    return members
        .sites()
        .map(sites -> Answer.json(
            200,
            MemberJson.of(who)
                .put("language", who.language())
                .put("unread", who.unread())
                .put(
                    "homeSite",
                    sites.stream()
                        .filter(
                            site -> who.homeSite().filter(id -> id == site.id()).isPresent())
                        .map(KnownSite::slug)
                        .findFirst()
                        .orElse(null))));
  }

  private Future<Answer> create(Ask ask) {
    return members.sites().compose(sites -> {
      var fields = Fields.ofJson(ask, "email", "name", "roles").required("email", "name");
      return read(ask, fields, sites)
          .map(who -> members.invite(ask.who(), who).map(outcome -> created(ask, outcome)))
          .orElseGet(() -> refused(fields));
    });
  }

  private static Optional<NewMember> read(Ask ask, Fields fields, List<KnownSite> sites) {
    var name = fields.text("name").max(Profile.LONGEST_NAME).optional().orElse("");
    var typed = fields.text("email").max(254).optional();
    var email = typed.flatMap(Email::read);
    if (typed.isPresent() && email.isEmpty()) {
      fields.problem("email", "member.email.shape");
    }
    var standing = standing(fields, sites);
    return email
        .filter(known -> fields.complete())
        .map(known -> new NewMember(known, name, standing, ask.words().language()));
  }

  /** A coordinator here is one of every site, a guest one of every site without an end. */
  private static Standing standing(Fields fields, List<KnownSite> sites) {
    var words = fields.list("roles");
    var roles = words.stream().flatMap(word -> Role.of(word).stream()).collect(Collectors.toSet());
    if (roles.size() < Set.copyOf(words).size()
        || (roles.contains(Role.GUEST) && roles.size() > 1)) {
      fields.problem("roles", "member.roles.unknown");
      return Standing.MEMBER;
    }
    return Standing.of(roles, sites.stream().map(KnownSite::id).collect(Collectors.toSet()));
  }

  private static Answer created(Ask ask, MemberOutcome outcome) {
    return outcome.fold(
        done -> Answer.json(
            201, MemberJson.of(done.member()).put("invitation", done.link().orElse(null))),
        () -> Problem.of(409, "exists").detail(ask.words().say("member.email.taken")),
        Answer::forbidden,
        Answer::notFound);
  }

  private static Future<Answer> refused(Fields fields) {
    return Future.succeededFuture(fields.refusal());
  }
}
