package coop.maillon.member.page;

import coop.maillon.member.Ids;
import coop.maillon.member.MemberId;
import coop.maillon.member.account.People;
import coop.maillon.member.account.Profiles;
import coop.maillon.member.account.Profiles.PasswordChange;
import coop.maillon.member.session.ApiToken;
import coop.maillon.member.session.Password;
import coop.maillon.member.session.Sessions;
import coop.maillon.member.session.Tokens;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Messages;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The page of oneself: profile, password, open sessions, tokens. */
final class ProfileRoutes {

  private static final Map<String, Duration> LIVES =
      Map.of("30", Duration.ofDays(30), "90", Duration.ofDays(90), "365", Duration.ofDays(365));

  private final Profiles profiles;
  private final Function<Ask, Future<Around>> around;
  private final Sessions sessions;
  private final Tokens tokens;
  private final Messages messages;
  private final ZoneId zone;

  /**
   * Makes the routes.
   *
   * @param zone in which times are told that belong to no site
   */
  ProfileRoutes(Parts parts, ZoneId zone) {
    this.profiles = parts.profiles();
    this.around = parts.around();
    this.sessions = parts.sessions();
    this.tokens = parts.tokens();
    this.messages = parts.messages();
    this.zone = zone;
  }

  void mount(RouteTable routes) {
    routes.get(
        "/me", Access.SIGNED_IN, ask -> page(ask).map(page -> Answer.page("member/me", page)));
    routes.post("/me", Access.SIGNED_IN, this::save);
    routes.post("/me/password", Access.SIGNED_IN, this::changePassword);
    routes.post("/me/tokens", Access.SIGNED_IN, this::issue);
    routes.post("/me/tokens/:id/revocation", Access.SIGNED_IN, this::revoke);
  }

  private Future<Answer> save(Ask ask) {
    return around.apply(ask).compose(there -> {
      var profile = ProfileForm.read(ask, there.sites());
      var form = ProfileForm.of(ask.words(), profile, there.sites());
      return form.nameProblem().isPresent()
          ? page(ask, form, there).map(page -> Answer.refused("member/me", page))
          : profiles.save(ask.who(), profile).map(done -> savedIn(profile.language()));
    });
  }

  private Future<Answer> changePassword(Ask ask) {
    var words = ask.words();
    var wanted = ask.form("new-password").orElse("");
    var problem = Password.problemOf(wanted, ask.who().email()).map(words::say);
    if (problem.isPresent()) {
      return refused(ask, page -> page.withPasswordProblems(Optional.empty(), problem));
    }
    var change =
        new PasswordChange(new Password(ask.form("password").orElse("")), new Password(wanted));
    return Doors.orBusy(profiles
        .changePassword(ask.who(), change, ask.secret().orElse(""), ask.address())
        .compose(outcome -> outcome.fold(
            known -> Future.succeededFuture(saved(ask, "member.me.password.saved")),
            () -> notChanged(ask, words.say("member.me.password.mismatch")),
            wait -> notChanged(
                ask, words.say("member.login.wait", "seconds", Doors.seconds(wait.left()))))));
  }

  private Future<Answer> notChanged(Ask ask, String problem) {
    return refused(ask, page -> page.withPasswordProblems(Optional.of(problem), Optional.empty()));
  }

  private Future<Answer> issue(Ask ask) {
    var label = ask.form("label").orElse("").strip();
    if (label.isEmpty() || label.length() > Tokens.LONGEST_LABEL) {
      var problem = ask.words().say("member.tokens.label.missing", "max", Tokens.LONGEST_LABEL);
      return refused(ask, page -> page.withLabelProblem(label, problem));
    }
    var reach = ask.form("reach").filter("full"::equals).isPresent()
        ? ApiToken.Reach.FULL
        : ApiToken.Reach.READ_ONLY;
    var life = LIVES.getOrDefault(ask.form("days").orElse(""), Tokens.USUAL_LIFE);
    return tokens
        .issue(id(ask.who()), label, reach, life)
        .compose(issued -> page(ask)
            .map(
                page -> Answer.page("member/me", page.withIssued(issued.secret().value()))));
  }

  private Future<Answer> revoke(Ask ask) {
    return Ids.read(ask.path("id"))
        .map(token -> tokens
            .revoke(id(ask.who()), token)
            .map(gone -> gone ? saved(ask, "member.tokens.revoked") : Answer.notFound()))
        .orElse(Future.succeededFuture(Answer.notFound()));
  }

  private Future<Answer> refused(Ask ask, UnaryOperator<ProfilePage> change) {
    return page(ask).map(page -> Answer.refused("member/me", change.apply(page)));
  }

  private static Answer saved(Ask ask, String key) {
    return Answer.seeOther("/me").saying(ask.words().say(key));
  }

  /** In the language just chosen, which is that of the next page. */
  private Answer savedIn(String language) {
    return Answer.seeOther("/me").saying(messages.in(language).say("member.me.saved"));
  }

  private Future<ProfilePage> page(Ask ask) {
    return around.apply(ask).compose(there -> page(ask, ProfileForm.of(ask, there.sites()), there));
  }

  private Future<ProfilePage> page(Ask ask, ProfileForm form, Around there) {
    return sessions
        .keysOf(id(ask.who()), ask.secret().orElse(""))
        .map(keys ->
            ProfilePage.of(ask, form, new ProfilePage.Facts(roles(ask), keys, there, zone)));
  }

  private static String roles(Ask ask) {
    return Roles.of(ask.who()).stream()
        .map(role -> ask.words().say("member.role." + role.word()))
        .collect(Collectors.joining(", "));
  }

  private static MemberId id(Who who) {
    return new MemberId(who.id());
  }

  /** What the page of oneself is made of. */
  record Parts(
      Profiles profiles,
      Sessions sessions,
      Tokens tokens,
      Messages messages,
      Function<Ask, Future<Around>> around) {

    static Parts of(People people, Messages messages, Function<Ask, Future<Around>> around) {
      return new Parts(people.profiles(), people.sessions(), people.tokens(), messages, around);
    }
  }
}
