package coop.maillon.vehicle.outlook;

import coop.maillon.vehicle.Admission;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.State;
import coop.maillon.vehicle.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a car's bookings can count on now, beside what their members were told last (ev.md, Reading at return). Pure.
 *
 * @param told by number of the booking; who was told nothing was promised enough
 */
record Outlook(Chain chain, Map<Long, State> told, Instant now) {

  /** What is tight a day ahead may still charge. */
  private static final Duration SOON = Duration.ofHours(24);

  /** Something that a member is to learn. */
  record News(long booking, State was, State is, Chain.Step step) {}

  /** Only where something changed for somebody. */
  List<News> news() {
    return chain.forward().stream().flatMap(this::news).toList();
  }

  private Stream<News> news(Chain.Step step) {
    State was = Objects.requireNonNull(told.getOrDefault(step.trip().id(), State.OK));
    State is = State.of(chain.vehicle(), step.endKwh());
    boolean canWait =
        is == State.TIGHT && was == State.OK && step.trip().start().isAfter(now.plus(SOON));
    return is == was || canWait
        ? Stream.empty()
        : Stream.of(new News(step.trip().id(), was, is, step));
  }

  /** How far that booking can go now so that it and all later ones keep their reserve; 0 where nowhere. */
  static int mostKm(Chain chain, Chain.Step step) {
    return new Admission(chain.without(step.trip().id()), step.trip()).mostKm();
  }

  /** What is left at its end, in whole percent; 0 where it does not get there. */
  static int percentLeft(Vehicle vehicle, Chain.Step step) {
    return (int) Math.max(0, Math.floor(vehicle.battery().percent(step.endKwh())));
  }
}
