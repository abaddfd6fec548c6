package coop.maillon.booking.page;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.act.LedgerReads;
import coop.maillon.booking.beforehand.Beforehand;
import coop.maillon.booking.beforehand.BeforehandReads;
import coop.maillon.booking.page.NewBookingPage.Also;
import coop.maillon.booking.page.NewBookingPage.Answered;
import coop.maillon.booking.page.NewBookingPage.Choices;
import coop.maillon.booking.page.NewBookingPage.Length;
import coop.maillon.booking.page.NewBookingPage.Twice;
import coop.maillon.booking.page.NewBookingPage.UnitLine;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import coop.maillon.resource.page.Place;
import coop.maillon.resource.page.RuleWords;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of the booking form from what was typed, what came of it, and one look at the ledger. */
final class NewBookingPages {

  private static final int MOST_ALSO = 12;

  private final LedgerReads ledger;
  private final BeforehandReads beforehand;

  NewBookingPages(LedgerReads ledger, BeforehandReads beforehand) {
    this.ledger = ledger;
    this.beforehand = beforehand;
  }

  /** A form, read, and what stands in its way if that was asked. */
  record Told(
      BookingForm.Read read,
      Verdict verdict,
      Optional<BookingOutcome> why,
      Optional<NewBookingPage.Earlier> earlier) {

    static Told of(BookingForm.Read read, Verdict verdict) {
      return new Told(read, verdict, Optional.empty(), Optional.empty());
    }

    static Told hindered(BookingForm.Read read, BookingOutcome why) {
      return new Told(read, Verdict.HINDERED, Optional.of(why), Optional.empty());
    }

    static Told refused(BookingForm.Read read, BookingOutcome why) {
      return new Told(read, Verdict.REFUSED, Optional.of(why), Optional.empty());
    }
  }

  /** What is known of the slot: something is in its way, or was when it was asked for. */
  enum Verdict {
    UNKNOWN,
    FREE,
    HINDERED,
    REFUSED;

    Refusal.Moment moment() {
      return this == REFUSED ? Refusal.Moment.ASKING : Refusal.Moment.LOOKING;
    }
  }

  Future<NewBookingPage> page(Ask ask, Catalogue catalogue, Told told) {
    LocalDate day = day(ask, told.read());
    var others = others(ask, catalogue, told.read().resource());
    var look = look(day, told.read(), others, catalogue);
    return ledger
        .around(look.units(), look.window())
        .compose(chain -> beforehand
            .of(looking(ask, told.read(), catalogue), ask.words())
            .map(known ->
                new Drawing(ask, catalogue, told, new Sight(day, others, chain, known)).page()));
  }

  /** Of the member it is for, at the time asked for or now, with all that is to come along. */
  private static BeforehandReads.Looking looking(
      Ask ask, BookingForm.Read read, Catalogue catalogue) {
    var also = read.typed().also().stream().flatMap(slug -> catalogue.resource(slug).stream());
    var wanted = Stream.concat(Stream.of(read.resource()), also).distinct().toList();
    var now = BeforehandReads.Looking.now(ask.who(), wanted, ask.now());
    return new BeforehandReads.Looking(
        ask.who(),
        read.request().map(BookingRequest::member).orElse(now.member()),
        wanted,
        read.slot().orElse(now.slot()),
        read.request().map(one -> one.details().distanceKm()).orElse(now.km()),
        ask.now());
  }

  private static LocalDate day(Ask ask, BookingForm.Read read) {
    return read.typed()
        .slot()
        .day()
        .filter(day -> day.getYear() >= 1900 && day.getYear() < 3000)
        .orElseGet(() -> LocalDate.ofInstant(ask.now(), read.resource().site().zone()));
  }

  /** Equipment of the same place, which one may want with it. */
  private static List<Resource> others(Ask ask, Catalogue catalogue, Resource resource) {
    return Visible.resources(catalogue, ask.who())
        .filter(other -> other.kind() == Kind.EQUIPMENT)
        .filter(other -> other.site().id().equals(resource.site().id()))
        .filter(other -> !other.id().equals(resource.id()))
        .limit(MOST_ALSO)
        .toList();
  }

  /** What to read of the ledger. */
  private record Look(Set<UnitId> units, TimeSlot window) {}

  private static Look look(
      LocalDate day, BookingForm.Read read, List<Resource> others, Catalogue catalogue) {
    var units = Stream.concat(Stream.of(read.resource()), others.stream())
        .flatMap(resource -> catalogue.leafUnits(resource).stream())
        .map(unit -> unit.id())
        .collect(Collectors.toSet());
    var zone = read.resource().site().zone();
    var wholeDay = new TimeSlot(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    return new Look(
        units,
        read.slot()
            .filter(slot -> slot.length().toDays() < 60)
            .map(slot -> new TimeSlot(min(wholeDay, slot), max(wholeDay, slot)).spread(1440, 1440))
            .orElse(wholeDay));
  }

  private static java.time.Instant min(TimeSlot one, TimeSlot other) {
    return one.start().isBefore(other.start()) ? one.start() : other.start();
  }

  private static java.time.Instant max(TimeSlot one, TimeSlot other) {
    return one.end().isAfter(other.end()) ? one.end() : other.end();
  }

  /** What was seen: the day, what could come along, the ledger around, and what to know beforehand. */
  private record Sight(LocalDate day, List<Resource> others, Chain chain, Beforehand known) {}

  /** One page in the making. */
  private record Drawing(Ask ask, Catalogue catalogue, Told told, Sight sight) {

    NewBookingPage page() {
      var read = told.read();
      var resource = read.resource();
      var place = new Place(resource, words());
      return new NewBookingPage(
          words().say("booking.new.title", "resource", resource.name()),
          place.line(),
          "/?site=" + resource.site().slug() + "&date=" + sight.day(),
          words().say("booking.planning-of", "day", words().day(sight.day())),
          read.typed(),
          choices(),
          answered(),
          ByField.of(read.problems()),
          told.earlier(),
          false);
    }

    private Words words() {
      return ask.words();
    }

    private Crowd crowd(Resource resource) {
      Stream<Occupied> rows = sight.chain().rows().stream()
          .filter(row -> row.hold()
              .filter(hold -> hold.member() == ask.who().id() || !hold.expires().isAfter(ask.now()))
              .isEmpty());
      return new Crowd(resource, catalogue.leafUnits(resource), rows);
    }

    private Choices choices() {
      var typed = told.read().typed();
      var resource = told.read().resource();
      long minutes = told.read().slot().map(TimeSlot::minutes).orElse(0L);
      return new Choices(
          Stream.of(30, 60, 90, 120, 240)
              .map(one -> new Length(one, words().minutes(one), one == minutes))
              .toList(),
          sight.others().stream().map(this::also).toList(),
          resource.units().stream()
              .map(unit -> new UnitLine(
                  unit.id().toString(), unit.label(), unit.id().toString().equals(typed.unit())))
              .toList(),
          ask.who().mayCoordinate(resource.site().id().value())
              || !typed.onBehalf().isEmpty(),
          resource.kind() == Kind.VEHICLE,
          resource.isOneCar() && hasOtherCars(resource));
    }

    private boolean hasOtherCars(Resource car) {
      return Visible.resources(catalogue, ask.who())
          .anyMatch(other -> other.isOneCar()
              && other.site().id().equals(car.site().id())
              && !other.id().equals(car.id()));
    }

    private Also also(Resource other) {
      var crowd = crowd(other);
      String note = told.read()
          .slot()
          .map(slot ->
              words().say("booking.also.free", "free", crowd.free(slot), "count", crowd.units()))
          .orElse("");
      boolean chosen = told.read().typed().also().contains(other.slug());
      return new Also(other.slug(), other.name(), note, chosen);
    }

    private Answered answered() {
      var read = told.read();
      var resource = read.resource();
      var said = new SlotWords(words(), resource.site().zone());
      boolean isRefused = told.why().isPresent();
      return new Answered(
          MiniDay.of(
              new MiniDay.Scene(resource, sight.day(), crowd(resource), read.slot(), isRefused),
              words()),
          refusal(),
          told.verdict() == Verdict.FREE,
          needsApproval(),
          resource.site().name(),
          what(),
          read.slot().map(slot -> List.of(said.day(slot), said.times(slot))).orElse(List.of()),
          read.request().map(request -> request.memberName()).orElse(ask.who().name()),
          RuleWords.of(resource, words()),
          sight.known(),
          twice());
    }

    private Twice twice() {
      var slot = told.read().typed().slot();
      var zone = told.read().resource().site().zone();
      return new Twice(
          slot.startsTwice(zone), slot.endsTwice(zone), slot.startLater(), slot.endLater());
    }

    private List<String> what() {
      return Stream.concat(
              Stream.of(told.read().resource()),
              told.read().typed().also().stream()
                  .flatMap(slug -> catalogue.resource(slug).stream()))
          .map(Resource::name)
          .toList();
    }

    private boolean needsApproval() {
      return Stream.concat(
              Stream.of(told.read().resource()),
              told.read().typed().also().stream()
                  .flatMap(slug -> catalogue.resource(slug).stream()))
          .anyMatch(resource -> resource.policy().asksApproval()
              && !ask.who().mayCoordinate(resource.site().id().value()));
    }

    private Optional<Refusal> refusal() {
      var read = told.read();
      return told.why()
          .flatMap(why -> read.slot().flatMap(slot -> {
            var wished = new Option.Wished(read.resource(), slot);
            var taken = crowd(read.resource()).full(slot).stream().findFirst();
            return RefusalOf.outcome(
                why,
                new Refusal.Telling(wished, taken, told.verdict().moment(), catalogue, words()));
          }));
    }
  }
}
