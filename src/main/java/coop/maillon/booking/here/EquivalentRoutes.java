package coop.maillon.booking.here;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.FreeTimes;
import coop.maillon.booking.free.Alternative;
import coop.maillon.booking.free.Alternatives;
import coop.maillon.booking.free.Vacancy;
import coop.maillon.booking.page.Option;
import coop.maillon.booking.page.SlotWords;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Collections;
import java.util.List;

/** What could stand in for a thing that the one before has not brought back; one click moves the booking there. */
public final class EquivalentRoutes {

  private static final int LOOKED_AT = 12;

  private final BookingReads reads;
  private final FreeTimes free;

  public EquivalentRoutes(BookingReads reads, FreeTimes free) {
    this.reads = reads;
    this.free = free;
  }

  public void mount(RouteTable routes) {
    routes.get("/bookings/:id/equivalents", Access.SIGNED_IN, this::show);
  }

  private Future<Answer> show(Ask ask) {
    return BookingId.read(ask.path("id"))
        .map(id -> reads
            .find(ask.who(), id)
            .compose(found -> found
                .map(read -> show(ask, read))
                .orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private Future<Answer> show(Ask ask, BookingReads.Read read) {
    if (!Visibility.of(read.booking(), ask.who(), read.catalogue()).mayChange()) {
      return succeededFuture(Answer.forbidden());
    }
    var booking = read.booking();
    var looking =
        FreeTimes.Looking.instead(booking.id(), booking.slot(), ask.who()).arriving();
    return free.vacancies(looking, standIns(booking, read.catalogue()), read.catalogue())
        .map(vacancies -> Answer.page("here/equivalents", page(ask, read, vacancies)));
  }

  /** Of the same kind and site; a laser cutter is no projector, so equipment has to share a tag. */
  private static List<Resource> standIns(Booking booking, Catalogue catalogue) {
    var asked = catalogue.known(booking.first().resource());
    return Alternatives.similarTo(asked, catalogue.inService(asked.site().id())).stream()
        .filter(one ->
            asked.kind() != Kind.EQUIPMENT || !Collections.disjoint(one.tags(), asked.tags()))
        .filter(one -> !booking.resources().contains(one.id()))
        .limit(LOOKED_AT)
        .toList();
  }

  private static EquivalentsPage page(Ask ask, BookingReads.Read read, List<Vacancy> vacancies) {
    var booking = read.booking();
    var asked = read.catalogue().known(booking.first().resource());
    var wished = new Option.Wished(asked, booking.slot());
    return new EquivalentsPage(
        ask.words().say("equivalents.title"),
        booking.id().toString(),
        booking.version(),
        asked.name(),
        new SlotWords(ask.words(), asked.site().zone()).whole(booking.slot()),
        vacancies.stream()
            .filter(vacancy -> vacancy.free().fits(booking.slot()))
            .map(vacancy -> new Alternative(vacancy.resource(), booking.slot()))
            .map(way -> Option.of(way, wished, read.catalogue(), ask.words()))
            .toList());
  }
}
