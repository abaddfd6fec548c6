package coop.maillon.booking.rehouse;

import coop.maillon.booking.Booked;
import coop.maillon.booking.Booking;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Seat;
import coop.maillon.booking.Wish;
import coop.maillon.booking.clearing.ClosedSpace;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Grid;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every place to which a booking could go that loses its own, by what is free and what rules of time allow. */
public final class Homes {

  /** By how much a booking may be shifted at most (product.md, Coordination), and in which steps at least. */
  public static final Duration FARTHEST = Duration.ofMinutes(60);

  private static final int STEP_MINUTES = 15;

  /** The cheapest are looked at, no more; of several things, so many ways to hold them at one time. */
  private static final int MOST = 48;

  private static final int MOST_WAYS = 500;

  private final Ground ground;
  private final Map<UnitId, List<TimeSlot>> taken = new HashMap<>();

  /**
   * @param stays the rows that are there once the space is cleared, without those of the bookings that lose their place
   * @param obeys whether rules of time let a claim be
   */
  public record Ground(
      Catalogue catalogue,
      List<Seat> stays,
      ClosedSpace space,
      Who actor,
      Instant now,
      Predicate<Claim> obeys) {}

  public Homes(Ground ground) {
    this.ground = ground;
    ground
        .stays()
        .forEach(
            row -> taken.computeIfAbsent(row.unit(), unit -> new ArrayList<>()).add(row.during()));
  }

  /**
   * A booking and what it loses.
   *
   * @param lost its resources that close
   * @param places the resources that may take the place of each of them
   * @param rows what it occupies at present
   */
  public record Loss(
      Booking booking,
      Set<ResourceId> lost,
      Map<ResourceId, List<Resource>> places,
      List<Seat> rows) {}

  public List<Home> of(Loss loss) {
    return slots(loss).stream()
        .flatMap(slot -> at(loss, slot))
        .filter(home -> !home.claim().needsApproval())
        .filter(home -> ground.obeys().test(home.claim()))
        .sorted(Comparator.comparing(Home::cost))
        .limit(MOST)
        .toList();
  }

  /** Its own time, and those within an hour of it that lie on the grid of what it could have instead. */
  private Set<TimeSlot> slots(Loss loss) {
    TimeSlot own = loss.booking().slot();
    var slots = new LinkedHashSet<TimeSlot>(List.of(own));
    loss.places().values().stream()
        .flatMap(List::stream)
        .map(place -> new Grid(
            place.site().zone(), Math.max(STEP_MINUTES, place.policy().granularityMinutes())))
        .distinct()
        .flatMap(grid -> near(grid, own.start()))
        .forEach(start -> slots.add(new TimeSlot(start, start.plus(own.length()))));
    slots.removeIf(slot -> slot.start().isBefore(ground.now()));
    return slots;
  }

  private static Stream<Instant> near(Grid grid, Instant start) {
    return Stream.iterate(
        grid.next(start.minus(FARTHEST)), at -> !at.isAfter(start.plus(FARTHEST)), grid::after);
  }

  /** One thing of a booking, held in one way. */
  private record Piece(Wish wish, List<Seat> seats, Optional<Resource> lost) {}

  private Stream<Home> at(Loss loss, TimeSlot slot) {
    List<List<Piece>> ways = List.of(List.of());
    for (Booked one : loss.booking().booked()) {
      List<Piece> pieces = loss.lost().contains(one.resource())
          ? elsewhere(loss, one, slot)
          : here(loss, one, slot).stream().toList();
      ways = ways.stream()
          .flatMap(way ->
              pieces.stream().filter(piece -> isApart(way, piece)).map(piece -> with(way, piece)))
          .limit(MOST_WAYS)
          .toList();
    }
    return ways.stream().map(way -> home(loss.booking(), slot, way));
  }

  private List<Piece> elsewhere(Loss loss, Booked one, TimeSlot slot) {
    Resource lost = ground.catalogue().known(one.resource());
    return loss.places().getOrDefault(one.resource(), List.of()).stream()
        .filter(place ->
            !loss.booking().resources().contains(place.id()) || place.id().equals(lost.id()))
        .flatMap(place -> ways(place, place.policy().buffers().around(slot))
            .map(seats -> new Piece(Wish.any(place), seats, Optional.of(lost))))
        .toList();
  }

  /** What does not close stays where it is, if it is free when the booking is shifted. */
  private Optional<Piece> here(Loss loss, Booked one, TimeSlot slot) {
    Resource resource = ground.catalogue().known(one.resource());
    var wish = new Wish(resource, one.chosen());
    var rows = loss.rows().stream()
        .filter(row -> row.resource().equals(one.resource()))
        .toList();
    if (slot.equals(loss.booking().slot())) {
      return Optional.of(new Piece(wish, rows, Optional.empty()));
    }
    TimeSlot during = resource.policy().buffers().around(slot);
    var shifted =
        rows.stream().map(row -> new Seat(row.resource(), row.unit(), during)).toList();
    return Optional.of(new Piece(wish, shifted, Optional.empty()))
        .filter(piece -> piece.seats().stream().allMatch(seat -> isFree(seat.unit(), during)));
  }

  /** All units of a whole; of anything else each unit that is free. */
  private Stream<List<Seat>> ways(Resource place, TimeSlot during) {
    var units = ground.catalogue().leafUnits(place).stream().map(Unit::id).toList();
    if (place.isWhole()) {
      return units.stream().allMatch(unit -> isFree(unit, during))
          ? Stream.of(
              units.stream().map(unit -> new Seat(place.id(), unit, during)).toList())
          : Stream.empty();
    }
    return units.stream()
        .filter(unit -> isFree(unit, during))
        .map(unit -> List.of(new Seat(place.id(), unit, during)));
  }

  private boolean isFree(UnitId unit, TimeSlot during) {
    boolean isClosed =
        ground.space().units().contains(unit) && ground.space().slot().overlaps(during);
    return !isClosed && taken.getOrDefault(unit, List.of()).stream().noneMatch(during::overlaps);
  }

  private static boolean isApart(List<Piece> way, Piece piece) {
    return way.stream()
        .flatMap(other -> other.seats().stream())
        .noneMatch(
            seat -> piece.seats().stream().anyMatch(mine -> mine.unit().equals(seat.unit())));
  }

  private static List<Piece> with(List<Piece> way, Piece piece) {
    var longer = new ArrayList<>(way);
    longer.add(piece);
    return longer;
  }

  private Home home(Booking booking, TimeSlot slot, List<Piece> way) {
    Claim claim = Claim.of(Claim.Purpose.REHOUSE, ground.actor(), booking.member(), ground.now())
        .wishing(way.stream().map(Piece::wish).toList(), slot)
        .driving(booking.details().distanceKm())
        .replacing(
            booking, booking.resources().stream().map(ground.catalogue()::known).toList());
    Resource instead = way.stream()
        .filter(piece -> piece.lost().isPresent())
        .findFirst()
        .map(piece -> piece.wish().resource())
        .orElseThrow();
    var seats = way.stream().flatMap(piece -> piece.seats().stream()).toList();
    return new Home(booking.id(), claim, seats, instead, cost(booking, slot, way));
  }

  private static Cost cost(Booking booking, TimeSlot slot, List<Piece> way) {
    int minutes =
        (int) Duration.between(booking.slot().start(), slot.start()).abs().toMinutes();
    int elsewhere = 0;
    int excess = 0;
    for (Piece piece : way) {
      Resource place = piece.wish().resource();
      Resource lost = piece.lost().orElse(place);
      elsewhere = place.site().id().equals(lost.site().id()) ? elsewhere : 1;
      excess += place.capacity() - lost.capacity();
    }
    return new Cost(0, minutes == 0 ? 0 : 1, minutes, elsewhere, excess);
  }
}
