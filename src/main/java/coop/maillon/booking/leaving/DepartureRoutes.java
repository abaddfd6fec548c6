package coop.maillon.booking.leaving;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.member.Ids;
import coop.maillon.member.Member;
import coop.maillon.member.MemberId;
import coop.maillon.member.account.MemberOutcome;
import coop.maillon.member.account.Members;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/** The page on which one leaves, or sees somebody off: it shows first what ends. */
public final class DepartureRoutes {

  private static final String MINE = "/me/departure";
  private static final String THEIRS = "/manage/members/:id/departure";
  private static final String TEMPLATE = "member/departure";

  private final Departures departures;
  private final Members members;

  public DepartureRoutes(Departures departures, Members members) {
    this.departures = departures;
    this.members = members;
  }

  public void mount(RouteTable routes) {
    routes.get(MINE, Access.SIGNED_IN, ask -> found(ask, self(ask), member -> look(ask, member)));
    routes.post(MINE, Access.SIGNED_IN, ask -> found(ask, self(ask), member -> leave(ask, member)));
    routes.get(
        THEIRS, Access.COORDINATOR, ask -> found(ask, other(ask), member -> look(ask, member)));
    routes.post(
        THEIRS, Access.COORDINATOR, ask -> found(ask, other(ask), member -> leave(ask, member)));
  }

  private static Optional<MemberId> self(Ask ask) {
    return Optional.of(new MemberId(ask.who().id()));
  }

  private static Optional<MemberId> other(Ask ask) {
    return Ids.read(ask.path("id")).map(MemberId::new);
  }

  private Future<Answer> found(
      Ask ask, Optional<MemberId> id, Function<Member, Future<Answer>> act) {
    return id.map(members::find)
        .orElse(succeededFuture(Optional.empty()))
        .compose(member -> member
            .filter(one -> one.state() != Member.State.LEFT)
            .map(act)
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> look(Ask ask, Member member) {
    return page(ask, member).map(page -> Answer.page(TEMPLATE, page));
  }

  private Future<DeparturePage> page(Ask ask, Member member) {
    return departures.ahead(member.id()).map(ahead -> DeparturePage.of(ask, member, ahead));
  }

  private Future<Answer> leave(Ask ask, Member member) {
    if (ask.form("sure").isEmpty()) {
      return page(ask, member)
          .map(page ->
              Answer.refused(TEMPLATE, page.with(ask.words().say("departure.sure.missing"))));
    }
    return departures.leave(ask.who(), member.id()).map(outcome -> told(ask, outcome));
  }

  private static Answer told(Ask ask, MemberOutcome outcome) {
    return outcome.fold(
        done -> done.member().id().value() == ask.who().id()
            ? Answer.seeOther("/login").saying(ask.words().say("departure.done.self"))
            : Answer.seeOther("/manage/members/" + done.member().id())
                .saying(ask.words().say("departure.done", "name", done.member().name())),
        () -> Answer.failed(409),
        Answer::forbidden,
        Answer::notFound);
  }
}
