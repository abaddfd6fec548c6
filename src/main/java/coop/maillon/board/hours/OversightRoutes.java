package coop.maillon.board.hours;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.EngagementId;
import coop.maillon.ledger.Limits;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;

/** What coordinators take care of: disputes, hours to be taken back; and for administrators, how far accounts may go. */
public final class OversightRoutes {

  private static final String PATH = "/manage/hours";
  private static final int HOUR = 60;
  private static final int MOST_HOURS = 1000;
  private static final int LONGEST_REASON = 1000;
  private static final Duration OF_LATE = Duration.ofDays(60);

  private final Hours hours;
  private final ZoneId zone;

  /** @param zone in which days are told apart */
  public OversightRoutes(Hours hours, ZoneId zone) {
    this.hours = hours;
    this.zone = zone;
  }

  public void mount(RouteTable routes) {
    routes.get(PATH, Access.COORDINATOR, ask -> page(ask, List.of()));
    routes.post(PATH + "/limits", Access.ADMINISTRATOR, this::limit);
    routes.post(PATH + "/engagements/:id/reversal", Access.COORDINATOR, this::reverse);
  }

  private Future<Answer> page(Ask ask, List<FieldProblem> problems) {
    var overseen = hours.overseen(ask.who(), ask.now().minus(OF_LATE));
    return hours
        .limits()
        .compose(limits -> overseen.map(all -> {
          var page = OversightPage.of(ask, all, new OversightPage.Facts(limits, problems, zone));
          return problems.isEmpty()
              ? Answer.page(OversightPage.TEMPLATE, page)
              : Answer.refused(OversightPage.TEMPLATE, page);
        }));
  }

  private Future<Answer> limit(Ask ask) {
    var fields = Fields.of(ask).required("floor", "welcome");
    int floor = fields.whole("floor", 0, MOST_HOURS).orElse(0);
    var ceiling = fields.whole("ceiling", 0, MOST_HOURS);
    int welcome = fields.whole("welcome", 0, MOST_HOURS).orElse(0);
    if (!fields.complete()) {
      return page(ask, fields.problems());
    }
    var most =
        ceiling.map(high -> OptionalLong.of((long) high * HOUR)).orElse(OptionalLong.empty());
    var limits = new Limits(OptionalLong.of(-(long) floor * HOUR), most, (long) welcome * HOUR);
    return hours.limit(limits).map(done -> home(ask, "hours.limits.said"));
  }

  private Future<Answer> reverse(Ask ask) {
    var fields = Fields.of(ask);
    String reason = fields.text("reason").max(LONGEST_REASON).required();
    if (!fields.complete()) {
      return page(ask, fields.problems());
    }
    return EngagementId.read(ask.path("id"))
        .map(id -> hours.reverse(ask.who(), id, reason).map(outcome -> answer(ask, outcome)))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static Answer answer(Ask ask, Hours.Reversal outcome) {
    return switch (outcome) {
      case DONE -> home(ask, "hours.reversal.said");
      case BEFORE -> home(ask, "board.said.before");
      case FORBIDDEN -> Answer.forbidden();
      case MISSING -> Answer.notFound();
    };
  }

  private static Answer home(Ask ask, String said) {
    return Answer.seeOther(PATH).saying(ask.words().say(said));
  }
}
