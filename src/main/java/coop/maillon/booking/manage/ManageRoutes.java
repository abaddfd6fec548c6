package coop.maillon.booking.manage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.closure.Closures;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** The first page of coordination, and the requests that wait for a yes or a no. */
public final class ManageRoutes {

  private static final String APPROVALS = "/manage/approvals";

  private final Bookings bookings;
  private final BookingReads reads;
  private final Closures closures;

  public ManageRoutes(Bookings bookings, BookingReads reads, Closures closures) {
    this.bookings = bookings;
    this.reads = reads;
    this.closures = closures;
  }

  public void mount(RouteTable routes) {
    routes.get("/manage", Access.COORDINATOR, this::overview);
    routes.get(APPROVALS, Access.COORDINATOR, this::approvals);
    routes.post(APPROVALS + "/:id", Access.COORDINATOR, this::decide);
  }

  private Future<Answer> overview(Ask ask) {
    var toDecide = reads.toDecide(ask.who());
    var closed = closures.of(ask.who());
    return Future.all(toDecide, closed)
        .map(done -> Answer.page(
            "manage/overview", OverviewPage.of(ask, toDecide.result(), closed.result())));
  }

  private Future<Answer> approvals(Ask ask) {
    return reads
        .toDecide(ask.who())
        .map(read -> Answer.page("manage/approvals", ApprovalsPage.of(ask, read)));
  }

  private Future<Answer> decide(Ask ask) {
    var fields = Fields.of(ask);
    boolean isYes = fields.text("decision").optional().filter("yes"::equals).isPresent();
    String reason = fields.text("reason").max(300).optional().orElse("");
    return BookingId.read(ask.path("id"))
        .map(id -> isYes
            ? bookings.approve(ask.who(), id).map(outcome -> told(ask, outcome, "yes"))
            : reject(ask, id, reason))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private Future<Answer> reject(Ask ask, BookingId id, String reason) {
    return reason.isEmpty()
        ? reads
            .find(ask.who(), id)
            .map(found -> found.map(read -> withoutReason(ask, read)).orElseGet(Answer::notFound))
        : bookings.reject(ask.who(), id, reason).map(outcome -> told(ask, outcome, "no"));
  }

  private static Answer withoutReason(Ask ask, BookingReads.Read read) {
    return Visibility.of(read.booking(), ask.who(), read.catalogue()).decides()
        ? Answer.seeOther(APPROVALS).saying(ask.words().say("rules.approval.reason"))
        : Answer.forbidden();
  }

  private static Answer told(Ask ask, BookingOutcome outcome, String decision) {
    if (outcome instanceof BookingOutcome.Done done) {
      return Answer.seeOther(APPROVALS)
          .saying(ask.words()
              .say(
                  "manage.approvals." + decision + ".done",
                  "name",
                  done.booking().memberName()));
    }
    if (outcome instanceof BookingOutcome.Against against) {
      return Answer.seeOther(APPROVALS).saying(against.violations().get(0).sentence(ask.words()));
    }
    if (outcome instanceof BookingOutcome.Forbidden) {
      return Answer.forbidden();
    }
    return outcome instanceof BookingOutcome.Missing
        ? Answer.notFound()
        : Answer.seeOther(APPROVALS).saying(ask.words().say("manage.approvals.settled"));
  }
}
