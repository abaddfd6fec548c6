package coop.maillon.booking.page;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Shelf;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.MyBookings;
import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What booking/mine shows: one shelf of one's bookings. */
record MyBookingsPage(
    String title,
    List<Tab> tabs,
    List<Line> lines,
    String none,
    Optional<String> previous,
    Optional<String> next) {

  public boolean anything() {
    return !lines.isEmpty();
  }

  /** One shelf, with how many bookings are on it. */
  record Tab(String href, String label, int count, boolean current) {}

  /** One booking, with what can be done at once. */
  record Line(
      String id,
      String times,
      String day,
      String resource,
      String place,
      Optional<String> heading,
      Optional<String> invited,
      Optional<String> together,
      BookingPage.State state,
      boolean canCancel,
      boolean canUndo,
      boolean canRepeat,
      String again,
      String key) {}

  static MyBookingsPage of(Ask ask, MyBookings.Found found) {
    Words words = ask.words();
    var page = found.page();
    boolean more = page.number() * page.size() < found.count(page.shelf());
    return new MyBookingsPage(
        words.say("booking.mine"),
        Stream.of(Shelf.values()).map(shelf -> tab(shelf, found, words)).toList(),
        found.bookings().stream().map(booking -> line(ask, found, booking)).toList(),
        words.say("booking.mine." + page.shelf().word() + ".none"),
        page.number() > 1
            ? Optional.of(address(page.shelf(), page.number() - 1))
            : Optional.empty(),
        more ? Optional.of(address(page.shelf(), page.number() + 1)) : Optional.empty());
  }

  private static Tab tab(Shelf shelf, MyBookings.Found found, Words words) {
    return new Tab(
        address(shelf, 1),
        words.say("booking.mine." + shelf.word()),
        found.count(shelf),
        shelf == found.page().shelf());
  }

  private static String address(Shelf shelf, int page) {
    String show = shelf == Shelf.UPCOMING ? "" : "show=" + shelf.word();
    String number = page == 1 ? "" : "page=" + page;
    String both = show + (show.isEmpty() || number.isEmpty() ? "" : "&") + number;
    return "/bookings" + (both.isEmpty() ? "" : "?" + both);
  }

  private static Line line(Ask ask, MyBookings.Found found, Booking booking) {
    Resource first = found.catalogue().known(booking.first().resource());
    var said = new SlotWords(ask.words(), first.site().zone());
    var visible = Visibility.of(booking, ask.who(), found.catalogue());
    boolean alive = booking.statusAt(ask.now()).occupies();
    boolean repeatable = !alive && visible.isMine() && !first.isRetired();
    return new Line(
        booking.id().toString(),
        said.times(booking.slot()),
        said.shortDay(booking.slot()),
        name(booking, found),
        first.site().name(),
        Optional.of(booking.details().title()).filter(text -> !text.isEmpty()),
        visible.isMine()
            ? Optional.empty()
            : Optional.of(ask.words().say("booking.mine.invited", "name", booking.memberName())),
        Optional.ofNullable(found.together().get(booking.id()))
            .map(series -> together(series, said, found.page().shelf())),
        StateWords.of(booking, ask.now(), said),
        alive && visible.isMine() && booking.course().arrived().isEmpty(),
        !alive && visible.mayChange() && booking.canBeUndoneAt(ask.now()),
        repeatable,
        repeatable ? said.whole(Again.next(booking, first.site().zone(), ask.now())) : "",
        repeatable ? FormKey.next() : "");
  }

  /** How many dates of its series the line stands for, and until when. */
  private static String together(MyBookings.Together series, SlotWords said, Shelf shelf) {
    return said.words()
        .say(
            shelf == Shelf.ENDED ? "series.mine.ended" : "series.mine",
            "count",
            series.count(),
            "until",
            said.words().day(said.date(series.until())));
  }

  private static String name(Booking booking, MyBookings.Found found) {
    return String.join(
        ", ",
        booking.resources().stream()
            .map(id -> found.catalogue().known(id).name())
            .toList());
  }
}
