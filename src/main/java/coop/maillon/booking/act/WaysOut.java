package coop.maillon.booking.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Wish;
import coop.maillon.booking.free.Alternative;
import coop.maillon.booking.free.Alternatives;
import coop.maillon.booking.free.Vacancy;
import coop.maillon.db.Database;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What to propose to somebody who did not get what they asked for. Looked up once the locks are gone. */
public final class WaysOut {

  /** How far around the wanted time another is looked for. */
  private static final int NEAR_MINUTES = 7 * 24 * 60;

  /** Who wants more than that is not helped by a list of four. */
  private static final Duration LONGEST = Duration.ofDays(31);

  /** How many resources that could stand in are looked at. */
  private static final int SIMILAR = 6;

  private final BookingStore bookings = new BookingStore();
  private final Database database;
  private final Catalogues catalogues;
  private final FreeTimes free;
  private final Groundwork groundwork;
  private final Clock clock;

  WaysOut(
      Database database,
      Catalogues catalogues,
      FreeTimes free,
      Groundwork groundwork,
      Clock clock) {
    this.database = database;
    this.catalogues = catalogues;
    this.free = free;
    this.groundwork = groundwork;
    this.clock = clock;
  }

  public Future<BookingOutcome> with(BookingOutcome outcome, Wanting wanting) {
    if (outcome instanceof BookingOutcome.Taken taken) {
      return find(wanting).map(taken::with);
    }
    if (outcome instanceof BookingOutcome.Against against) {
      return find(wanting)
          .map(ways -> new BookingOutcome.Against(against.wanted(), against.violations(), ways));
    }
    return succeededFuture(outcome);
  }

  /** The same for a refused change, around the place that was asked for. */
  Future<BookingOutcome> after(BookingOutcome outcome, BookingChange change) {
    return after(
        outcome,
        change.booking(),
        (booking, catalogue) ->
            instead(change.actor(), booking, change.wishes(booking, catalogue)));
  }

  /** The same for a refused undo, around the place to return to. */
  Future<BookingOutcome> afterUndo(BookingOutcome outcome, Who actor, BookingId id) {
    return after(
        outcome,
        id,
        (booking, catalogue) -> instead(actor, booking, Acts.formerWishes(booking, catalogue)));
  }

  /** Another place for that booking; its own counts as free. */
  private Function<TimeSlot, Wanting> instead(Who actor, Booking booking, List<Wish> wishes) {
    return slot -> Wanting.of(Claim.of(Claim.Purpose.MOVE, actor, booking.member(), clock.instant())
        .wishing(wishes, slot)
        .driving(booking.details().distanceKm())
        .replacing(booking, List.of()));
  }

  private Future<BookingOutcome> after(
      BookingOutcome outcome,
      BookingId id,
      BiFunction<Booking, Catalogue, Function<TimeSlot, Wanting>> wanting) {
    return wanted(outcome)
        .map(slot -> catalogues
            .atHand()
            .compose(catalogue -> bookings
                .find(database, id)
                .compose(found -> found
                    .map(booking ->
                        with(outcome, wanting.apply(booking, catalogue).apply(slot)))
                    .orElseGet(() -> succeededFuture(outcome)))))
        .orElseGet(() -> succeededFuture(outcome));
  }

  private static Optional<TimeSlot> wanted(BookingOutcome outcome) {
    if (outcome instanceof BookingOutcome.Taken taken) {
      return Optional.of(taken.wanted());
    }
    return outcome instanceof BookingOutcome.Against against
        ? Optional.of(against.wanted())
        : Optional.empty();
  }

  private Future<List<Alternative>> find(Wanting wanting) {
    return wanting.slot().length().compareTo(LONGEST) > 0
        ? succeededFuture(List.of())
        : catalogues.atHand().compose(catalogue -> find(wanting, catalogue));
  }

  /** What is proposed would stand before quotas and the like too, as things are now. */
  private Future<List<Alternative>> find(Wanting wanting, Catalogue catalogue) {
    var asked = wanting.wish().resource();
    var near = wanting.slot().spread(NEAR_MINUTES, NEAR_MINUTES);
    var similar = similar(wanting, catalogue);
    var here = vacancies(wanting, near, List.of(asked), catalogue);
    var there = vacancies(wanting, wanting.slot(), similar, catalogue);
    var proposable = groundwork.proposable(
        database,
        Stream.concat(Stream.of(asked), similar.stream())
            .map(resource -> wanting.at(resource, wanting.slot()))
            .toList());
    return Future.all(here, there, proposable).map(done -> {
      var mine = here.result().get(0);
      var others = wanting.wish().unit().isPresent() ? Stream.of(mine) : Stream.<Vacancy>empty();
      return Alternatives.to(
          wanting.slot(),
          mine,
          Stream.concat(others, there.result().stream()).toList(),
          way -> proposable.result().test(wanting.at(catalogue.known(way.resource()), way.slot())));
    });
  }

  /** What each resource has left together with all that was to come along. */
  private Future<List<Vacancy>> vacancies(
      Wanting wanting, TimeSlot window, List<Resource> resources, Catalogue catalogue) {
    var looking =
        new FreeTimes.Looking(wanting.actor(), window, wanting.replacing(), Duration.ZERO);
    var all = Stream.concat(resources.stream(), wanting.also().stream()).toList();
    return free.vacancies(looking, all, catalogue).map(vacancies -> {
      var also = vacancies.subList(resources.size(), vacancies.size());
      return vacancies.subList(0, resources.size()).stream()
          .map(vacancy -> also.stream().reduce(vacancy, Vacancy::along))
          .toList();
    });
  }

  private static List<Resource> similar(Wanting wanting, Catalogue catalogue) {
    var asked = wanting.wish().resource();
    return Alternatives.similarTo(asked, catalogue.inService(asked.site().id())).stream()
        .filter(other -> wanting.also().stream().noneMatch(with -> with.id().equals(other.id())))
        .limit(SIMILAR)
        .toList();
  }
}
