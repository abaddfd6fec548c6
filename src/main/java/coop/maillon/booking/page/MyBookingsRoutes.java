package coop.maillon.booking.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Shelf;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.act.MyBookings;
import coop.maillon.resource.Resource;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** One's own bookings, and one of them again. */
final class MyBookingsRoutes {

  private static final int ON_A_PAGE = 20;
  private static final int MOST_PAGES = 10_000;

  private final MyBookings mine;
  private final BookingReads reads;
  private final NewBookingRoutes form;

  MyBookingsRoutes(MyBookings mine, BookingReads reads, NewBookingRoutes form) {
    this.mine = mine;
    this.reads = reads;
    this.form = form;
  }

  void mount(RouteTable routes) {
    routes.get("/bookings", Access.SIGNED_IN, this::list);
    routes.post("/bookings/:id/repetition", Access.SIGNED_IN, this::again);
  }

  private Future<Answer> list(Ask ask) {
    Shelf shelf = ask.query("show").flatMap(Shelf::ofWord).orElse(Shelf.UPCOMING);
    int number = Fields.ofQuery(ask).whole("page", 1, MOST_PAGES).orElse(1);
    return mine.find(ask.who(), new MyBookings.Page(shelf, number, ON_A_PAGE))
        .map(found -> Answer.page("booking/mine", MyBookingsPage.of(ask, found)));
  }

  /** The same weekday at the same time, the next that comes; where it is not free, the form with what is. */
  private Future<Answer> again(Ask ask) {
    return BookingId.read(ask.path("id"))
        .map(id -> reads
            .find(ask.who(), id)
            .compose(found -> found
                .filter(read -> mayRepeat(ask, read))
                .map(read -> again(ask, read))
                .orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static boolean mayRepeat(Ask ask, BookingReads.Read read) {
    return Visibility.of(read.booking(), ask.who(), read.catalogue()).isMine();
  }

  private Future<Answer> again(Ask ask, BookingReads.Read read) {
    Booking before = read.booking();
    List<Resource> resources =
        before.resources().stream().map(read.catalogue()::known).toList();
    var slot = Again.next(before, resources.get(0).site().zone(), ask.now());
    var typed = TypedBooking.again(before, resources, slot);
    return form.place(ask, read.catalogue(), keyed(ask, typed));
  }

  private static TypedBooking keyed(Ask ask, TypedBooking typed) {
    Optional<String> key = ask.form("key").filter(text -> !text.isBlank() && text.length() <= 100);
    return key.map(typed::under).orElse(typed);
  }
}
