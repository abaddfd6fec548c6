package coop.maillon.booking.act;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.free.Busy;
import coop.maillon.booking.free.Demand;
import coop.maillon.booking.free.FreeTime;
import coop.maillon.booking.free.Vacancy;
import coop.maillon.booking.seat.Budget;
import coop.maillon.booking.seat.UnitChoice;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is still free to somebody. Read outside of any decision: it may be taken a moment later. */
public final class FreeTimes {

  /** How far beyond a window rows are read, so that those at its edges can be seen whole. */
  private static final int MARGIN_MINUTES = 24 * 60;

  /** How long it may be searched where rows of pools are fixed. */
  private static final Duration SEARCH = Duration.ofMillis(150);

  private final Vertx vertx;
  private final LedgerReads ledger;
  private final UnitChoice choice;
  private final Clock clock;

  public FreeTimes(Vertx vertx, LedgerReads ledger, UnitChoice choice, Clock clock) {
    this.vertx = vertx;
    this.ledger = ledger;
    this.choice = choice;
    this.clock = clock;
  }

  /**
   * Who looks, and when.
   *
   * @param who whose own hold is in nobody's way
   * @param window the time looked at
   * @param replacing a booking whose place counts as free
   * @param late how long what it looks for may have begun already
   */
  public record Looking(Who who, TimeSlot window, Optional<BookingId> replacing, Duration late) {

    public static Looking at(TimeSlot window, Who who) {
      return new Looking(who, window, Optional.empty(), Duration.ZERO);
    }

    public static Looking instead(BookingId booking, TimeSlot window, Who who) {
      return new Looking(who, window, Optional.of(booking), Duration.ZERO);
    }

    /** As one who stands there and may still take what has just begun. */
    public Looking arriving() {
      return new Looking(who, window, replacing, BookingRule.ARRIVING);
    }

    private boolean overlooks(Occupied row, Instant now) {
      return row.isExpiredHold(now)
          || row.isHoldOf(who.id())
          || replacing.filter(row::isOf).isPresent();
    }
  }

  /**
   * When a resource is free and what keeps it from being so.
   *
   * @param busy whole, even where it sticks out of the window; by start
   */
  public record Availability(List<FreeTime.Stretch> free, List<Busy> busy) {}

  /** The availability of one resource, past and notice left aside; two statements and a search at most. */
  public Future<Availability> availability(
      Looking looking, Resource resource, Catalogue catalogue) {
    return read(looking, List.of(resource), catalogue)
        .compose(chain -> vertx.executeBlocking(() -> {
          var demand = Demand.of(resource.policy(), resource.site().zone(), looking.window());
          var free = new Search(chain, catalogue).free(resource, demand);
          return new Availability(free.stretches(), busy(chain, looking.window()));
        }));
  }

  /** What each resource has left within the window for a booking made now, in their order. */
  public Future<List<Vacancy>> vacancies(
      Looking looking, List<Resource> resources, Catalogue catalogue) {
    return read(looking, resources, catalogue)
        .compose(chain -> vertx.executeBlocking(() -> {
          var search = new Search(chain, catalogue);
          return resources.stream()
              .map(resource -> search.vacancy(resource, looking))
              .toList();
        }));
  }

  private Future<Chain> read(Looking looking, List<Resource> resources, Catalogue catalogue) {
    var units = resources.stream()
        .flatMap(resource -> units(resource, catalogue).stream())
        .distinct()
        .toList();
    return ledger
        .around(units, looking.window().spread(MARGIN_MINUTES, MARGIN_MINUTES))
        .map(chain -> chain.without(row -> looking.overlooks(row, clock.instant())));
  }

  private static List<UnitId> units(Resource resource, Catalogue catalogue) {
    return catalogue.leafUnits(resource).stream().map(Unit::id).toList();
  }

  private static List<Busy> busy(Chain chain, TimeSlot window) {
    return chain.rows().stream()
        .flatMap(row -> Busy.of(
            row.unit(),
            row.during(),
            row.own().intersection(row.during()).orElse(row.during()),
            Busy.Cause.valueOf(row.cause().name()))
            .stream())
        .filter(busy -> busy.during().overlaps(window))
        .sorted(Comparator.comparing(Busy::during).thenComparing(Busy::unit))
        .toList();
  }

  /** One search over rows that were read together. */
  private final class Search {

    private final Chain chain;
    private final Catalogue catalogue;
    private final Instant now = clock.instant();
    private final Budget budget = Budget.lasting(SEARCH, System::nanoTime);

    Search(Chain chain, Catalogue catalogue) {
      this.chain = chain;
      this.catalogue = catalogue;
    }

    FreeTime free(Resource resource, Demand demand) {
      var pool = chain.pool(resource, units(resource, catalogue), now);
      return resource.isWhole()
          ? FreeTime.ofAll(pool, demand)
          : FreeTime.of(pool, demand, choice, budget);
    }

    Vacancy vacancy(Resource resource, Looking looking) {
      var zone = resource.site().zone();
      var free = bookable(resource, looking)
          .map(window -> free(resource, Demand.of(resource.policy(), zone, window)))
          .orElse(FreeTime.NONE);
      return Vacancy.of(resource.id(), free, resource.policy(), zone);
    }

    /** The part of the window in which a booking made now may lie: never before now, for members not beyond notice and advance. */
    private Optional<TimeSlot> bookable(Resource resource, Looking looking) {
      var policy = resource.policy();
      var window = looking.window();
      var earliest = now.minus(looking.late());
      if (looking.who().mayCoordinate(resource.site().id().value())) {
        return TimeSlot.between(later(window.start(), earliest), window.end());
      }
      var first = earliest.plus(Duration.ofMinutes(policy.noticeMinutes()));
      var last = policy.advanceDays().stream()
          .mapToObj(days -> now.atZone(resource.site().zone()).toLocalDate().plusDays(days + 1L))
          .map(day -> day.atStartOfDay(resource.site().zone()).toInstant())
          .filter(end -> end.isBefore(window.end()))
          .findFirst();
      return TimeSlot.between(later(window.start(), first), last.orElse(window.end()));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
