package coop.maillon.booking.waiting;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Optional;

/** The pages of the waiting list. */
public final class WaitingRoutes {

  private final WaitingList list;
  private final Catalogues catalogues;

  public WaitingRoutes(WaitingList list, Catalogues catalogues) {
    this.list = list;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get("/waiting", Access.SIGNED_IN, this::mine);
    routes.post("/waiting", Access.SIGNED_IN, this::join);
    routes.post("/waiting/:id/acceptance", Access.SIGNED_IN, this::accept);
    routes.post("/waiting/:id/departure", Access.SIGNED_IN, this::leave);
  }

  private Future<Answer> mine(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> list.mine(ask.who())
            .map(all -> Answer.page("waiting/mine", WaitingPage.of(ask, all, catalogue))));
  }

  private Future<Answer> join(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      Optional<Resource> resource = ask.form("resource")
          .flatMap(catalogue::resource)
          .filter(one -> !one.isRetired() && ask.who().maySee(one.site().id().value()));
      Optional<TimeSlot> slot = slot(ask);
      if (resource.isEmpty() || slot.isEmpty()) {
        return succeededFuture(Answer.notFound());
      }
      return list.join(ask.who(), resource.get(), slot.get())
          .map(joined -> Answer.seeOther("/waiting").saying(sentence(ask, joined, resource.get())));
    });
  }

  private static String sentence(Ask ask, WaitingList.Joined joined, Resource resource) {
    return joined
        .refusal()
        .map(why -> why instanceof BookingOutcome.Against against
            ? against.violations().get(0).sentence(ask.words())
            : ask.words().say("waiting.gone"))
        .orElseGet(() -> ask.words().say("waiting.joined", "resource", resource.name()));
  }

  private static Optional<TimeSlot> slot(Ask ask) {
    return ask.form("wait")
        .map(text -> text.split("/"))
        .filter(parts -> parts.length == 2)
        .flatMap(parts -> BookingRequest.slot(parts[0], parts[1]));
  }

  private Future<Answer> accept(Ask ask) {
    return id(ask)
        .map(id -> list.accept(ask.who(), id)
            .map(outcome -> outcome
                .map(known -> accepted(ask, known))
                .orElseGet(() -> gone(ask, "waiting.gone"))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  /** A rule that is against it is said: the offer stands, and somebody may mend it. */
  private static Answer accepted(Ask ask, BookingOutcome outcome) {
    if (outcome instanceof BookingOutcome.Done done) {
      return Answer.seeOther("/bookings/" + done.booking().id())
          .saying(ask.words().say("waiting.taken"));
    }
    return outcome instanceof BookingOutcome.Against against
        ? Answer.seeOther("/waiting").saying(against.violations().get(0).sentence(ask.words()))
        : gone(ask, "waiting.gone");
  }

  private static Answer gone(Ask ask, String why) {
    return Answer.seeOther("/waiting").saying(ask.words().say(why));
  }

  private Future<Answer> leave(Ask ask) {
    return id(ask)
        .map(id -> list.leave(ask.who(), id)
            .map(isLeft -> isLeft
                ? Answer.seeOther("/waiting").saying(ask.words().say("waiting.left"))
                : Answer.notFound()))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static Optional<Long> id(Ask ask) {
    return Optional.of(ask.path("id"))
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::parseLong);
  }
}
