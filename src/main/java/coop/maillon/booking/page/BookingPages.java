package coop.maillon.booking.page;

import static java.util.Optional.empty;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Undo;
import coop.maillon.booking.Visibility;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.api.BookingJson;
import coop.maillon.booking.arriving.Entry;
import coop.maillon.booking.arriving.StayWords;
import coop.maillon.booking.bill.CostWords;
import coop.maillon.booking.page.BookingPage.About;
import coop.maillon.booking.page.BookingPage.DetailsForm;
import coop.maillon.booking.page.BookingPage.Doable;
import coop.maillon.booking.page.BookingPage.MoveForm;
import coop.maillon.booking.page.BookingPage.ResourceChoice;
import coop.maillon.booking.page.BookingPage.UndoWay;
import coop.maillon.booking.page.BookingPage.Where;
import coop.maillon.booking.repeat.SeriesPart;
import coop.maillon.booking.series.SeriesReads;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** One booking's page in the making: what this reader may see of it and do with it now. */
record BookingPages(Ask ask, SeriesReads.Dated dated, PersonStore.Around around, Asked asked) {

  /**
   * What was asked of the booking and not done.
   *
   * @param move the place asked for, where one was
   * @param details what the booking should say, where that could not be read
   * @param beyond the time that was wanted more, where somebody would have stayed
   */
  record Asked(
      Optional<TypedMove> move,
      Optional<BookingOutcome> why,
      Optional<BookingPage.AskFirst> agreement,
      Optional<DetailsForm> details,
      Optional<TimeSlot> beyond) {

    static final Asked NOTHING = new Asked(empty(), empty(), empty(), empty(), empty());

    static Asked but(BookingOutcome why) {
      return NOTHING.refused(why);
    }

    static Asked of(DetailsForm typed) {
      return new Asked(empty(), empty(), empty(), Optional.of(typed), empty());
    }

    static Asked of(TypedMove move, Optional<BookingPage.AskFirst> agreement) {
      return new Asked(Optional.of(move), empty(), agreement, empty(), empty());
    }

    static Asked staying(BookingOutcome why, Optional<TimeSlot> beyond) {
      return new Asked(empty(), Optional.of(why), empty(), empty(), beyond);
    }

    Asked refused(BookingOutcome outcome) {
      return new Asked(move, Optional.of(outcome), empty(), empty(), beyond);
    }
  }

  BookingPage page() {
    Booking booking = booking();
    String whose = visible().isMine() ? "booking.show.mine" : "booking.show.other";
    return new BookingPage(
        words().say(whose, "resource", first().name()),
        booking.id().toString(),
        booking.version(),
        where(),
        StateWords.of(booking, now(), said()),
        about(),
        doable(),
        new Story(booking, first(), said(), now()).steps(),
        move(),
        refusal(),
        asked.beyond().isPresent() ? "/bookings" : "/bookings/" + booking.id() + "/move",
        asked.agreement(),
        new StayWords(ask, catalogue()).of(booking, around.neighbours(), ""),
        dated.series().map(view -> SeriesPart.of(ask, view, booking())),
        new CostWords(words()).of(booking(), around.bills(), catalogue(), visible()));
  }

  private Booking booking() {
    return dated.read().booking();
  }

  private Catalogue catalogue() {
    return dated.read().catalogue();
  }

  private Words words() {
    return ask.words();
  }

  private Instant now() {
    return ask.now();
  }

  private Resource first() {
    return catalogue().known(booking().first().resource());
  }

  private SlotWords said() {
    return new SlotWords(words(), first().site().zone());
  }

  private Visibility visible() {
    return Visibility.of(booking(), ask.who(), catalogue());
  }

  private Where where() {
    var slot = booking().slot();
    String near = said().nearness(slot, now());
    var anyCar = new BookingPage.AnyCarWords(booking(), first(), ask, now());
    return new Where(
        first().name(),
        first().slug(),
        said().times(slot),
        said().day(slot) + (near.isEmpty() ? "" : ", " + near),
        first().site().name(),
        "/?site=" + first().site().slug() + "&date=" + said().date(slot.start()),
        words().say("booking.planning-of", "day", said().day(slot)),
        unit(),
        first().isPool() && unit().isEmpty() && booking().statusAt(now()).occupies(),
        anyCar.open(),
        anyCar.given(),
        with());
  }

  /** Which unit, once it will not change any more. */
  private Optional<String> unit() {
    Booked one = booking().first();
    boolean isBound = one.chosen().isPresent()
        || !now().isBefore(booking().slot().start().minus(Occupied.BOUND_BEFORE));
    return first().isPool() && isBound
        ? one.chosen().or(one::present).flatMap(catalogue()::unit).map(unit -> unit.label())
        : Optional.empty();
  }

  private Optional<String> with() {
    String others = booking().resources().stream()
        .skip(1)
        .map(id -> catalogue().known(id).name())
        .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(words().say("booking.show.with", "resources", others));
  }

  private About about() {
    Booking booking = booking();
    boolean sees = visible().seesTitle();
    return new About(
        booker(),
        Optional.of(booking.details().title()).filter(text -> sees && !text.isEmpty()),
        sees ? around.people().stream().map(Person::name).collect(Collectors.joining(", ")) : "",
        Optional.of(booking.details().activity()).filter(text -> sees && !text.isEmpty()),
        said().distance(booking).filter(text -> sees),
        booking.details().isPrivate() && visible().isMine(),
        access(),
        entry().flatMap(this::accessFrom),
        Optional.of(booking.reason()).filter(text -> sees && !text.isEmpty()));
  }

  private String booker() {
    if (!visible().seesName()) {
      return words().say("booking.show.for.hidden");
    }
    String name = visible().seesTitle()
        ? booking().memberName()
        : BookingJson.firstNameAndInitial(booking().memberName());
    return words().say("booking.show.for", "name", name);
  }

  /** Of everything that it holds; named where that is more than one. */
  private Optional<String> access() {
    String told = entry().stream()
        .flatMap(entry -> entry.told().stream())
        .map(one -> booking().resources().size() == 1
            ? one.accessInfo()
            : words()
                .say("booking.show.access.of", "resource", one.name(), "text", one.accessInfo()))
        .collect(Collectors.joining(" · "));
    return Optional.of(told).filter(text -> !text.isEmpty());
  }

  private Optional<String> accessFrom(Entry entry) {
    return entry
        .later()
        .map(from -> words().say("booking.show.access.later", "time", said().time(from)))
        .or(() -> entry.code().map(code -> words().say("booking.show.access.car")));
  }

  private Optional<Entry> entry() {
    return visible().seesAccess()
        ? Optional.of(new Entry(booking(), Acts.resources(booking(), catalogue()), now()))
        : Optional.empty();
  }

  private Doable doable() {
    Booking booking = booking();
    boolean pending = booking.status() == BookingStatus.PENDING;
    boolean alive = booking.statusAt(now()).occupies() && visible().mayChange();
    boolean isThere = booking.course().arrived().isPresent();
    return new Doable(
        alive,
        alive && !isThere,
        alive && !isThere,
        pending,
        pending && visible().decides(),
        first().kind() == Kind.VEHICLE,
        alive
            && booking.isFor(ask.who().id())
            && booking.room(Acts.resources(booking, catalogue()), now()) > 0,
        around.warning(words()).filter(said -> alive),
        undoWay(),
        again(),
        FormKey.next(),
        asked.details().orElseGet(() -> DetailsForm.of(booking, around.invited())));
  }

  private Optional<UndoWay> undoWay() {
    return booking()
        .undo()
        .filter(undo -> visible().mayChange() && now().isBefore(undo.until()))
        .map(undo -> UndoWay.of(undone(undo), undo.until(), now(), words()));
  }

  private String undone(Undo undo) {
    boolean wasMoved = booking().statusAt(now()).occupies();
    long together =
        dated.series().map(view -> SeriesPart.together(ask, view, booking())).orElse(0L);
    if (together > 1) {
      String key = wasMoved ? "series.undo.moved" : "series.undo.cancelled";
      return words().say(key, "count", together);
    }
    return wasMoved
        ? words().say("booking.show.undo.moved", "when", said().whole(undo.slot()))
        : words().say("booking.show.undo.cancelled");
  }

  private Optional<String> again() {
    boolean over = !booking().statusAt(now()).occupies();
    return over && visible().isMine() && !first().isRetired()
        ? Optional.of(Again.hint(booking(), said(), now()))
        : Optional.empty();
  }

  private MoveForm move() {
    String wanted = asked.move().map(TypedMove::resource).orElse(first().slug());
    var typed = asked.move().map(TypedMove::slot);
    return new MoveForm(
        typed.orElseGet(() -> TypedSlot.of(booking().slot(), first().site().zone())),
        Visible.resources(catalogue(), ask.who())
            .filter(other -> other.site().id().equals(first().site().id()))
            .filter(other -> other.kind() == first().kind() || other.slug().equals(wanted))
            .map(other ->
                new ResourceChoice(other.slug(), other.name(), other.slug().equals(wanted)))
            .toList(),
        first().policy().asksApproval() && !visible().coordinates(),
        asked.move().isPresent(),
        asked.move().map(TypedMove::problems).orElse(java.util.Map.of()));
  }

  private Optional<Refusal> refusal() {
    return asked.why().flatMap(why -> {
      var resource = asked
          .move()
          .flatMap(move -> catalogue().resource(move.resource()))
          .orElseGet(this::first);
      var slot = asked
          .move()
          .flatMap(TypedMove::read)
          .or(asked::beyond)
          .orElse(booking().slot());
      return RefusalOf.outcome(
          why,
          new Refusal.Telling(
              new Option.Wished(resource, slot),
              Optional.empty(),
              Refusal.Moment.LOOKING,
              catalogue(),
              words()));
    });
  }
}
