package coop.maillon.vehicle.cost;

import coop.maillon.booking.bill.Bill;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.tariff.Tariff;
import java.util.List;
import java.util.Optional;

/**
 * What the use of one resource of a booking comes to.
 *
 * @param tariff the version that counts; empty where its use is free
 */
record Settled(
    ResourceId resource,
    Bill.Usage usage,
    Optional<Long> tariff,
    List<Tariff.Item> items,
    Optional<Energy> energy) {

  /**
   * What a trip took out of the battery, and what it emitted and would have, in kg.
   *
   * @param reading whether the display was read, or it is reckoned from the way
   */
  record Energy(
      double kwh, Bill.Reading reading, double emittedKg, double referenceKg, long factor) {}

  long cents() {
    return Tariff.total(items);
  }
}
