package coop.maillon.booking.approval;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.member.MemberId;
import coop.maillon.member.session.Secret;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.Headers;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The page behind a link to decide by. Opening it decides nothing: programs that look through mail open links too. */
public final class ApprovalRoutes {

  private static final int LONGEST_REASON = 300;

  private final ApprovalLinks links;
  private final Bookings bookings;
  private final BookingReads reads;
  private final Function<MemberId, Future<Optional<Who>>> person;

  /** What it acts through. */
  public record Doing(Bookings bookings, BookingReads reads) {}

  /** @param person the active member of that id, as whoever asks */
  public ApprovalRoutes(
      ApprovalLinks links, Doing doing, Function<MemberId, Future<Optional<Who>>> person) {
    this.links = links;
    this.bookings = doing.bookings();
    this.reads = doing.reads();
    this.person = person;
  }

  public void mount(RouteTable routes) {
    routes.get(ApprovalLinks.PATH + ":secret", Access.ANYONE, this::look);
    routes.post(ApprovalLinks.PATH + ":secret", Access.ANYONE, this::decide);
  }

  private Future<Answer> look(Ask ask) {
    return found(
        ask,
        (asked, state) -> succeededFuture(
            state == ApprovalLink.State.OPEN
                ? Answer.page(
                    "manage/approval-link", ApprovalPage.of(ask, asked.read(), Optional.empty()))
                : gone(asked.status(state), SettledPage.of(ask, state, asked.read()))));
  }

  private Future<Answer> decide(Ask ask) {
    return found(
        ask,
        (asked, state) -> state == ApprovalLink.State.OPEN
            ? decide(ask, asked)
            : succeededFuture(gone(409, SettledPage.of(ask, state, asked.read()))));
  }

  private Future<Answer> decide(Ask ask, Asked asked) {
    if (ask.form("decision").filter("yes"::equals).isPresent()) {
      return bookings
          .approve(asked.who(), asked.seen())
          .compose(outcome -> told(ask, asked, outcome));
    }
    var fields = Fields.of(ask);
    String reason = fields.text("reason").max(LONGEST_REASON).optional().orElse("");
    return reason.isEmpty()
        ? succeededFuture(refused(ask, asked, ask.words().say("rules.approval.reason")))
        : bookings
            .reject(asked.who(), asked.seen(), reason)
            .compose(outcome -> told(ask, asked, outcome));
  }

  /** Only a decision that was made uses the link; a yes that a rule forbids leaves it for a no. */
  private Future<Answer> told(Ask ask, Asked asked, BookingOutcome outcome) {
    if (outcome instanceof BookingOutcome.Done) {
      return links.use(new Secret(ask.path("secret"))).map(done -> Answer.seeOther(ask.path()));
    }
    if (outcome instanceof BookingOutcome.Against against) {
      return succeededFuture(
          refused(ask, asked, against.violations().get(0).sentence(ask.words())));
    }
    return found(
        ask, (now, state) -> succeededFuture(gone(409, SettledPage.of(ask, state, now.read()))));
  }

  private static Answer refused(Ask ask, Asked asked, String problem) {
    return Answer.refused(
        "manage/approval-link", ApprovalPage.of(ask, asked.read(), Optional.of(problem)));
  }

  /** A link with the person it is for and the booking it is about. */
  private record Asked(ApprovalLink link, Who who, BookingReads.Read read) {

    Bookings.Seen seen() {
      return new Bookings.Seen(link.booking(), link.version());
    }

    int status(ApprovalLink.State state) {
      return state == ApprovalLink.State.SETTLED ? 200 : 410;
    }

    boolean isTheirs() {
      return Visibility.of(read.booking(), who, read.catalogue()).decides();
    }
  }

  private Future<Answer> found(Ask ask, BiFunction<Asked, ApprovalLink.State, Future<Answer>> act) {
    return links
        .find(new Secret(ask.path("secret")))
        .compose(link -> link.map(this::asked).orElseGet(() -> succeededFuture(Optional.empty())))
        .compose(asked -> asked
            .map(known -> known.isTheirs()
                ? act.apply(known, known.link().stateOf(known.read().booking(), ask.now()))
                : succeededFuture(gone(403, SettledPage.of(ask, ApprovalLink.State.NOT_YOURS))))
            .orElseGet(
                () -> succeededFuture(gone(410, SettledPage.of(ask, ApprovalLink.State.UNKNOWN)))));
  }

  /** Empty where nobody active has it. */
  private Future<Optional<Asked>> asked(ApprovalLink link) {
    return person
        .apply(link.coordinator())
        .compose(who -> reads
            .whole(link.booking())
            .map(read ->
                who.flatMap(known -> read.map(booking -> new Asked(link, known, booking)))));
  }

  private static Answer gone(int status, SettledPage page) {
    return new Answer.Page(status, "manage/approval-gone", page, Headers.NONE);
  }
}
