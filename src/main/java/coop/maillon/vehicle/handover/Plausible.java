package coop.maillon.vehicle.handover;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Violation;
import coop.maillon.vehicle.fleet.Noted;
import coop.maillon.vehicle.fleet.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What cannot be as somebody says it. A counter never goes back; what is only unlikely is believed of whoever looked twice
 * (ev.md, Reading plausibility). Pure.
 */
record Plausible(Sheet before, Booking booking, Handover said) {

  /** So many kilometres since the last look are asked about. */
  private static final int FAR_KM = 1_000;

  /** Displays round, and a battery that rests recovers a little. */
  private static final double DUST_PCT = 2;

  List<Violation> against() {
    Stream<Optional<Violation>> all = said.certainty() == Handover.Certainty.SURE
        ? Stream.of(back())
        : Stream.of(back(), jump(), up(), drop());
    return all.flatMap(Optional::stream).toList();
  }

  private Optional<Violation> back() {
    return driven() < 0
        ? Optional.of(
            new Violation("odometer-back", Map.of("km", before.lastKm().getAsInt())))
        : Optional.empty();
  }

  private Optional<Violation> jump() {
    return driven() > FAR_KM
        ? Optional.of(new Violation("odometer-jump", Map.of("km", driven())))
        : Optional.empty();
  }

  /** Fuller than when it was last looked at, and not on a charger since. */
  private Optional<Violation> up() {
    return before
        .last()
        .filter(last -> isSince(last) && said.socPct().orElse(0.0) > last.socPct() + DUST_PCT)
        .map(last ->
            new Violation("charge-up", Map.of("percent", (int) Math.floor(last.socPct()))));
  }

  /** Far more or far less used than the way takes. */
  private Optional<Violation> drop() {
    return leg()
        .filter(leg -> leg.isTelling() && leg.km() <= FAR_KM && !leg.isPlausible())
        .map(leg -> new Violation(
            "charge-drop", Map.of("km", leg.km(), "points", (int) Math.round(leg.points()))));
  }

  /** What it used on its way, where that can be said. */
  Optional<Leg> leg() {
    return Leg.of(before, booking, said, driven());
  }

  /** Whether nobody drove it or plugged it in between: at a return, read when it was taken. */
  private boolean isSince(Noted last) {
    return said.isReturn() ? Leg.isSince(last, booking) : !last.plugged() && isFirstSince();
  }

  private boolean isFirstSince() {
    return before.standing().map(Standing::trips).orElse(List.of()).stream()
        .findFirst()
        .filter(trip -> trip.id() == booking.id().value())
        .isPresent();
  }

  private int driven() {
    return before.lastKm().isPresent() && said.odometerKm().isPresent()
        ? said.odometerKm().getAsInt() - before.lastKm().getAsInt()
        : 0;
  }
}
