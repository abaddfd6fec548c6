package coop.maillon.vehicle.cost;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.bill.Bill;
import coop.maillon.booking.bill.CostWords;
import coop.maillon.booking.page.SlotWords;
import coop.maillon.member.MemberId;
import coop.maillon.resource.ResourceId;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where coordinators put right what a booking came to. */
public final class CorrectionRoutes {

  private static final String PATH = "/bookings/:id/correction";
  private static final String TEMPLATE = "vehicle/correction";
  private static final int LONGEST_REASON = 200;

  private final Settlements settlements;
  private final BookingReads reads;
  private final BillReads bills;

  public CorrectionRoutes(Settlements settlements, BookingReads reads, BillReads bills) {
    this.settlements = settlements;
    this.reads = reads;
    this.bills = bills;
  }

  public void mount(RouteTable routes) {
    routes.get(
        PATH,
        Access.COORDINATOR,
        ask -> found(
            ask, found -> succeededFuture(Answer.page(TEMPLATE, page(ask, found, List.of())))));
    routes.post(PATH, Access.COORDINATOR, ask -> found(ask, found -> correct(ask, found)));
  }

  /** A booking that is settled. */
  private record Found(BookingReads.Read read, List<Bill> bills) {

    Booking booking() {
      return read.booking();
    }

    int corrections() {
      return bills.stream().mapToInt(bill -> bill.corrections().size()).sum();
    }
  }

  private Future<Answer> found(Ask ask, Function<Found, Future<Answer>> act) {
    return BookingId.read(ask.path("id"))
        .map(id -> reads
            .find(ask.who(), id)
            .compose(found -> found
                .map(read ->
                    Visibility.of(read.booking(), ask.who(), read.catalogue()).coordinates()
                        ? bills.of(id).compose(all -> settled(act, new Found(read, all)))
                        : succeededFuture(Answer.forbidden()))
                .orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static Future<Answer> settled(Function<Found, Future<Answer>> act, Found found) {
    return found.bills().isEmpty() ? succeededFuture(Answer.notFound()) : act.apply(found);
  }

  private Future<Answer> correct(Ask ask, Found found) {
    var fields = Fields.of(ask).required("amount", "reason");
    var amount = SignedEuros.read(fields, "amount");
    String reason = fields.text("reason").max(LONGEST_REASON).optional().orElse("");
    int seen = fields.whole("seen", 0, 10_000).orElse(found.corrections());
    if (!fields.complete()) {
      return succeededFuture(Answer.refused(TEMPLATE, page(ask, found, fields.problems())));
    }
    var asked = new Correcting(
        found.booking().id(),
        resource(ask, found),
        amount.orElseThrow(),
        reason,
        new MemberId(ask.who().id()),
        seen);
    return settlements.correct(asked).map(outcome -> answer(ask, found, outcome));
  }

  private static Answer answer(Ask ask, Found found, Settlements.Outcome outcome) {
    String back = "/bookings/" + found.booking().id();
    return switch (outcome) {
      case DONE -> Answer.seeOther(back).saying(ask.words().say("cost.corrected"));
      case BEFORE ->
        Answer.conflict(
            TEMPLATE,
            page(
                ask,
                found,
                List.of(new FieldProblem("amount", ask.words().say("cost.correction.before")))));
      case MISSING -> Answer.notFound();
    };
  }

  /** The one that is meant; the first where nothing is said. */
  private static ResourceId resource(Ask ask, Found found) {
    var wanted = ask.form("resource").orElse("");
    return found.bills().stream()
        .map(Bill::resource)
        .filter(id -> found.read().catalogue().known(id).slug().equals(wanted))
        .findFirst()
        .orElse(found.bills().get(0).resource());
  }

  private static CorrectionPage page(Ask ask, Found found, List<FieldProblem> problems) {
    var byField = new HashMap<String, String>();
    problems.forEach(problem -> byField.putIfAbsent(problem.field(), problem.message()));
    var booking = found.booking();
    var catalogue = found.read().catalogue();
    var first = catalogue.known(booking.first().resource());
    var visible = Visibility.of(booking, ask.who(), catalogue);
    return new CorrectionPage(
        ask.words()
            .say("cost.correction.of", "resource", first.name(), "name", booking.memberName()),
        new SlotWords(ask.words(), first.site().zone()).whole(booking.slot()),
        "/bookings/" + booking.id(),
        new CostWords(ask.words())
            .of(booking, found.bills(), catalogue, visible)
            .map(part -> part.without())
            .orElseThrow(),
        found.corrections(),
        choices(ask, found),
        ask.form("amount").orElse(""),
        ask.form("reason").orElse(""),
        byField);
  }

  private static List<CorrectionPage.Choice> choices(Ask ask, Found found) {
    Optional<String> wanted = ask.form("resource");
    return found.bills().stream()
        .map(bill -> found.read().catalogue().known(bill.resource()))
        .map(one -> new CorrectionPage.Choice(
            one.slug(), one.name(), wanted.equals(Optional.of(one.slug()))))
        .toList();
  }
}
