package coop.maillon.vehicle;

import java.util.List;
import java.util.OptionalInt;

/**
 * How far a vehicle goes in each of many slots, as {@link Admission#mostKm} says of one. Both passes are made once; a slot
 * then looks at the trips before and after it alone.
 */
public final class Ranges {

  private final Chain chain;
  private final List<Trip> trips;
  private final List<Chain.Step> expected;
  private final List<Chain.Requirement> needs;
  private int next;

  public Ranges(Chain chain) {
    this.chain = chain;
    trips = chain.trips();
    expected = chain.forward();
    needs = chain.backward();
  }

  /**
   * The most whole kilometres within a slot; empty where another has the vehicle then. Slots asked for in the order in which
   * they start are answered without looking for their place.
   *
   * @param slot a trip, of whatever length
   */
  public OptionalInt mostKm(Trip slot) {
    goTo(slot);
    return isFree(slot)
        ? OptionalInt.of(chain.vehicle().kmOf(startKwh(slot) - mustBringBackKwh(slot), slot))
        : OptionalInt.empty();
  }

  /** Before {@code next} starts everything that starts before the slot. */
  private void goTo(Trip slot) {
    while (next > 0 && !trips.get(next - 1).start().isBefore(slot.start())) {
      next--;
    }
    while (next < trips.size() && trips.get(next).start().isBefore(slot.start())) {
      next++;
    }
  }

  private boolean isFree(Trip slot) {
    return (next == 0 || !trips.get(next - 1).overlaps(slot))
        && (next == trips.size() || !trips.get(next).overlaps(slot));
  }

  private double startKwh(Trip slot) {
    var battery = chain.vehicle().battery();
    return next == 0
        ? battery.charged(chain.reading().kwh(), chain.hoursUntil(slot))
        : battery.charged(expected.get(next - 1).endKwh(), chain.hours(trips.get(next - 1), slot));
  }

  private double mustBringBackKwh(Trip slot) {
    double reserve = chain.vehicle().reserveKwh();
    if (next == trips.size()) {
      return reserve;
    }
    double hours = chain.hours(slot, trips.get(next));
    return Math.max(reserve, chain.vehicle().battery().needed(needs.get(next).startKwh(), hours));
  }
}
