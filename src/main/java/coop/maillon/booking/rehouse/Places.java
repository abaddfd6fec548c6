package coop.maillon.booking.rehouse;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Seat;
import coop.maillon.booking.clearing.ClearingPlan;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where to look for homes: which resources could serve whom, and what is known of the ledger there. */
public final class Places {

  private static final Duration NEAR = Duration.ofDays(1).plus(Homes.FARTHEST);

  private final Order order;
  private final ClearingPlan plan;
  private final Set<MemberId> guests;
  private final Map<BookingId, Set<ResourceId>> lost = new HashMap<>();

  /**
   * @param before the ledger around the space, as it was
   * @param plan what of it gives way
   * @param guests those of the members who may not be sent to another site
   */
  public Places(Order order, Chain before, ClearingPlan plan, Set<MemberId> guests) {
    this.order = order;
    this.plan = plan;
    this.guests = guests;
    for (Booking booking : plan.cancelled()) {
      lost.put(
          booking.id(),
          before.rows().stream()
              .filter(row -> row.isOf(booking.id()) && order.space().reaches(row))
              .map(Occupied::resource)
              .collect(Collectors.toSet()));
    }
  }

  /** Everything of which the ledger must be known. */
  public List<Resource> all() {
    Stream<Resource> serving =
        plan.cancelled().stream().flatMap(booking -> lostBy(booking).flatMap(this::serving));
    Stream<Resource> held = plan.cancelled().stream()
        .flatMap(booking -> booking.resources().stream().map(this::known));
    return Stream.of(serving, held, order.closed().stream())
        .flatMap(some -> some)
        .distinct()
        .toList();
  }

  /** From before the first possible home to after the last. */
  public TimeSlot span() {
    var slots = plan.cancelled().stream().map(Booking::slot).toList();
    var first = slots.stream().map(TimeSlot::start).min(Instant::compareTo).orElseThrow();
    var last = slots.stream().map(TimeSlot::end).max(Instant::compareTo).orElseThrow();
    return new TimeSlot(first.minus(NEAR), last.plus(NEAR));
  }

  /** The rows that are there once the space is cleared, without those of the bookings that lose their place. */
  public List<Seat> staying(Chain chain, Instant now) {
    var changed = new HashMap<Long, Occupied>();
    plan.trimmed().forEach(row -> changed.put(row.id(), row));
    plan.moved().forEach(row -> changed.put(row.id(), row));
    return chain.rows().stream()
        .filter(row -> !row.isExpiredHold(now) && !endsAsHold(row))
        .filter(row -> row.booking().filter(lost::containsKey).isEmpty())
        .map(row -> changed.getOrDefault(row.id(), row))
        .flatMap(row -> shortened(row).stream())
        .map(Places::seat)
        .toList();
  }

  public List<Homes.Loss> losses(Chain chain) {
    return plan.cancelled().stream()
        .map(booking -> new Homes.Loss(
            booking,
            lost.getOrDefault(booking.id(), Set.of()),
            lostBy(booking)
                .collect(Collectors.toMap(
                    Resource::id, resource -> servingFor(booking, resource).toList())),
            chain.rows().stream()
                .filter(row -> row.isOf(booking.id()))
                .map(Places::seat)
                .toList()))
        .toList();
  }

  private Stream<Resource> lostBy(Booking booking) {
    return lost.getOrDefault(booking.id(), Set.of()).stream().map(this::known);
  }

  private Stream<Resource> servingFor(Booking booking, Resource instead) {
    return serving(instead)
        .filter(place ->
            place.site().id().equals(instead.site().id()) || !guests.contains(booking.member()));
  }

  /** Similar and not smaller; at another site only where the clocks on the wall are the same. */
  private Stream<Resource> serving(Resource instead) {
    return order.catalogue().resources().stream()
        .filter(place -> !place.isRetired()
            && isLike(place, instead)
            && place.capacity() >= instead.capacity()
            && !order.catalogue().leafUnits(place).isEmpty())
        .filter(order.mayServe())
        .filter(place -> place.site().id().equals(instead.site().id())
            || order.actor().mayCoordinate(place.site().id().value())
                && place.site().zone().equals(instead.site().zone()));
  }

  /** A room is a room and a car a car; but a laser cutter is no projector: equipment has to have a word in common. */
  private static boolean isLike(Resource place, Resource instead) {
    return place.kind() == instead.kind()
        && (place.kind() != Kind.EQUIPMENT
            || place.id().equals(instead.id())
            || place.tags().stream().anyMatch(instead.tags()::contains));
  }

  private Resource known(ResourceId id) {
    return order.catalogue().known(id);
  }

  private boolean endsAsHold(Occupied row) {
    return row.hold().filter(hold -> plan.holds().contains(hold.id())).isPresent();
  }

  private Optional<Occupied> shortened(Occupied row) {
    boolean endsEarly = plan.shortened().stream().anyMatch(one -> row.isOf(one.id()));
    Instant end = order.space().slot().start();
    return endsEarly && row.during().end().isAfter(end)
        ? TimeSlot.between(row.during().start(), end).map(row::lasting)
        : Optional.of(row);
  }

  private static Seat seat(Occupied row) {
    return new Seat(row.resource(), row.unit(), row.during());
  }
}
