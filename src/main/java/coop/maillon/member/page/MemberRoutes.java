package coop.maillon.member.page;

import coop.maillon.member.Ids;
import coop.maillon.member.KnownSite;
import coop.maillon.member.Member;
import coop.maillon.member.MemberId;
import coop.maillon.member.account.MemberOutcome;
import coop.maillon.member.account.MemberOutcome.Done;
import coop.maillon.member.account.Members;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The pages on which coordinators look after members. */
final class MemberRoutes {

  private static final String LIST = "/manage/members";
  private static final int MOST_PAGES = 1000;

  private final Members members;

  MemberRoutes(Members members) {
    this.members = members;
  }

  void mount(RouteTable routes) {
    routes.get(LIST, Access.COORDINATOR, this::list);
    routes.post(LIST, Access.COORDINATOR, this::invite);
    routes.get(LIST + "/:id", Access.COORDINATOR, this::one);
    routes.post(LIST + "/:id/standing", Access.COORDINATOR, this::setStanding);
    routes.post(
        LIST + "/:id/suspension",
        Access.COORDINATOR,
        ask -> decide(ask, id -> members.suspend(ask.who(), id), "member.one.suspended"));
    routes.post(
        LIST + "/:id/reactivation",
        Access.COORDINATOR,
        ask -> decide(ask, id -> members.reactivate(ask.who(), id), "member.one.reactivated"));
    routes.post(LIST + "/:id/invitation", Access.COORDINATOR, this::inviteAgain);
  }

  private Future<Answer> list(Ask ask) {
    return page(ask, InvitationForm.blank()).map(page -> Answer.page("member/list", page));
  }

  private Future<Answer> invite(Ask ask) {
    return members.sites().compose(sites -> {
      var read = InvitationForm.read(ask, sites);
      return read.who()
          .map(who -> members
              .invite(ask.who(), who)
              .compose(outcome -> invited(ask, read.typed(), outcome)))
          .orElseGet(() -> refused(ask, read.typed()));
    });
  }

  private Future<Answer> invited(Ask ask, InvitationForm typed, MemberOutcome outcome) {
    var words = ask.words();
    return outcome.fold(
        done ->
            Future.succeededFuture(Answer.seeOther(LIST + "/" + done.member().id())
                .saying(words.say("member.list.invited", "name", done.member().name()))),
        () -> refused(ask, typed.with(new FieldProblem("email", words.say("member.email.taken")))),
        () -> Future.succeededFuture(Answer.forbidden()),
        () -> Future.succeededFuture(Answer.notFound()));
  }

  private Future<Answer> refused(Ask ask, InvitationForm typed) {
    return page(ask, typed).map(page -> Answer.refused("member/list", page));
  }

  private Future<MembersPage> page(Ask ask, InvitationForm typed) {
    var q = ask.query("q").orElse("").strip();
    int number = Fields.ofQuery(ask).whole("page", 1, MOST_PAGES).orElse(1);
    var found = members.search(q, MembersPage.PAGE, (number - 1) * MembersPage.PAGE);
    var sites = members.sites();
    return members
        .count(q)
        .compose(count -> found.compose(people -> sites.map(known -> MembersPage.of(
            ask, new MembersPage.Found(q, number, count, people), typed.view(ask.who(), known)))));
  }

  private Future<Answer> one(Ask ask) {
    return found(
        ask,
        (member, sites) -> Future.succeededFuture(Answer.page(
            "member/one", MemberPage.of(ask, MemberPage.Edit.of(member, sites), sites))));
  }

  private Future<Answer> setStanding(Ask ask) {
    return found(ask, (member, sites) -> {
      var fields = Fields.of(ask);
      var form = StandingForm.read(fields);
      var standing = form.standing(fields, sites);
      if (!fields.complete()) {
        var edit = new MemberPage.Edit(member, form, fields.problems());
        return Future.succeededFuture(
            Answer.refused("member/one", MemberPage.of(ask, edit, sites)));
      }
      return decide(ask, id -> members.setStanding(ask.who(), id, standing), "member.one.saved");
    });
  }

  private Future<Answer> inviteAgain(Ask ask) {
    return found(
        ask,
        (member, sites) -> members
            .inviteAgain(ask.who(), member.id())
            .map(outcome -> answer(
                outcome,
                done -> Answer.page(
                    "member/one",
                    MemberPage.of(ask, MemberPage.Edit.of(done.member(), sites), sites)
                        .withLink(done.link().orElseThrow())))));
  }

  private Future<Answer> decide(
      Ask ask, Function<MemberId, Future<MemberOutcome>> act, String sentence) {
    return Ids.read(ask.path("id"))
        .map(id -> act.apply(new MemberId(id))
            .map(outcome -> answer(
                outcome,
                done -> Answer.seeOther(LIST + "/" + id)
                    .saying(ask.words().say(sentence, "name", done.member().name())))))
        .orElse(Future.succeededFuture(Answer.notFound()));
  }

  private static Answer answer(MemberOutcome outcome, Function<Done, Answer> done) {
    return outcome.fold(done, () -> Answer.failed(409), Answer::forbidden, Answer::notFound);
  }

  private Future<Answer> found(Ask ask, BiFunction<Member, List<KnownSite>, Future<Answer>> act) {
    return Ids.read(ask.path("id"))
        .map(id -> members
            .find(new MemberId(id))
            .compose(member -> member.isEmpty()
                ? Future.succeededFuture(Answer.notFound())
                : members.sites().compose(sites -> act.apply(member.get(), sites))))
        .orElse(Future.succeededFuture(Answer.notFound()));
  }
}
