package coop.maillon.vehicle.outlook;

import coop.maillon.booking.Booking;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.vehicle.Admission;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.State;
import coop.maillon.vehicle.Times;
import coop.maillon.vehicle.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A booking of a car as far as its charge goes, and where it would have enough.
 *
 * @param chain what is expected of all its bookings; empty where nobody read its charge
 */
record Plight(BookingReads.Read read, Resource car, Optional<Chain> chain) {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** Later than that is another day. */
  private static final Duration LATEST = Duration.ofHours(12);

  Booking booking() {
    return read.booking();
  }

  /** Empty where it is over. */
  Optional<Chain.Step> step() {
    return chain.stream()
        .flatMap(all -> all.forward().stream())
        .filter(step -> step.trip().id() == booking().id().value())
        .findFirst();
  }

  Optional<State> state() {
    return step().map(one -> State.of(chain.orElseThrow().vehicle(), one.endKwh()));
  }

  /** How far it can go as it is. */
  int mostKm() {
    return step().map(one -> Outlook.mostKm(chain.orElseThrow(), one)).orElse(0);
  }

  int percentLeft() {
    return step()
        .map(one -> Outlook.percentLeft(chain.orElseThrow().vehicle(), one))
        .orElse(0);
  }

  int wantedKm() {
    return step().map(one -> (int) Math.round(one.trip().km())).orElse(0);
  }

  /** Whether it would keep its reserve then, and all others theirs. */
  boolean isEnough(TimeSlot slot) {
    return step()
        .map(one -> one.trip().at(slot.start(), slot.end()))
        .filter(trip -> others().isFree(trip) && isEnough(trip))
        .isPresent();
  }

  private boolean isEnough(Trip trip) {
    return new Admission(others(), trip).refusal().isEmpty();
  }

  /** The same, as soon as it is charged; empty where it cannot be so today. */
  Optional<TimeSlot> later(Instant now) {
    var slot = booking().slot();
    return step()
        .filter(one -> slot.start().isAfter(now))
        .flatMap(one ->
            new Times(others(), QUARTER).earliestStart(one.trip(), slot.start().plus(LATEST)))
        .map(start -> new TimeSlot(start, start.plus(slot.length())))
        .filter(when -> !when.equals(slot))
        .filter(when -> car.policy().openingHours().covers(car.site().zone(), when));
  }

  private Chain others() {
    return chain.orElseThrow().without(booking().id().value());
  }
}
