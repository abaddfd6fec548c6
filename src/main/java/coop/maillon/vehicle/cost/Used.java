package coop.maillon.vehicle.cost;

import coop.maillon.booking.bill.Bill;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.tariff.Quote;
import coop.maillon.resource.tariff.Stay;
import coop.maillon.resource.tariff.Tariff;
import coop.maillon.resource.tariff.Version;
import coop.maillon.vehicle.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known of the use of one resource of a booking that is over. Pure.
 *
 * @param slot as it stands: up to the minute of leaving, where somebody said that they left
 * @param left when they did
 * @param announced kilometres
 * @param taken what was read off the car when it was taken, and {@code back} when it came back
 * @param electric what is known of the car, where it drives by electricity
 * @param faults what costs more where the tariff says so
 */
record Used(
    ResourceId resource,
    Quote quote,
    TimeSlot slot,
    Coming coming,
    Optional<Instant> left,
    OptionalInt announced,
    Dial taken,
    Dial back,
    Optional<Electric> electric,
    Set<Tariff.Fault> faults) {

  /** Whether the booking stood, or was given free because nobody came. */
  enum Coming {
    STOOD,
    MISSED
  }

  /** What a dashboard showed. */
  record Dial(OptionalInt km, Optional<Double> socPct) {}

  /** A car with a battery, and the factor for its trips. */
  record Electric(Vehicle vehicle, double efficiency, Factor factor) {}

  /** What it comes to, by the version that it was quoted with and the clock of its site. */
  Settled settled(Optional<Version> version, ZoneId zone) {
    Stay stay = stay(zone);
    OptionalInt km = km();
    return new Settled(
        resource,
        new Bill.Usage(
            minutes(stay.start(), stay.booked()),
            minutes(stay.start(), stay.used()),
            km,
            reading()),
        version.map(Version::id),
        version.map(one -> one.tariff().settle(stay, km.orElse(0), faults)).orElse(List.of()),
        energy(km));
  }

  /** What was given back early was booked longer than it is now; what was cut short by others was not. */
  private Stay stay(ZoneId zone) {
    if (coming == Coming.MISSED) {
      return new Stay(quote.start(), quote.end(), quote.start(), zone);
    }
    return left.map(at ->
            new Stay(slot.start(), quote.end(), at.isAfter(slot.end()) ? at : slot.end(), zone))
        .orElseGet(() -> Stay.whole(slot.start(), slot.end(), zone));
  }

  private static int minutes(Instant from, Instant until) {
    return (int) Duration.between(from, until).toMinutes();
  }

  private OptionalInt km() {
    if (coming == Coming.MISSED) {
      return OptionalInt.empty();
    }
    return isRead() ? OptionalInt.of(back.km().getAsInt() - taken.km().getAsInt()) : announced;
  }

  private boolean isRead() {
    return taken.km().isPresent()
        && back.km().isPresent()
        && back.km().getAsInt() >= taken.km().getAsInt();
  }

  private Bill.Reading reading() {
    return isRead() ? Bill.Reading.READ : Bill.Reading.ANNOUNCED;
  }

  /** Of a trip of which nobody knows how far it went, nothing is said. */
  private Optional<Settled.Energy> energy(OptionalInt km) {
    return electric.filter(car -> km.isPresent()).map(car -> energy(car, km.getAsInt()));
  }

  private Settled.Energy energy(Electric car, int km) {
    Optional<Double> read = readKwh(car.vehicle());
    double kwh = read.orElseGet(() -> km * mildKwhPerKm(car.vehicle()));
    var carbon = car.factor().carbon(car.efficiency());
    return new Settled.Energy(
        kwh,
        read.isPresent() ? Bill.Reading.READ : Bill.Reading.ANNOUNCED,
        carbon.emitted(kwh),
        carbon.reference(km),
        car.factor().id());
  }

  /** Off the display; nothing where it came back fuller than it went, since it was charged on the way. */
  private Optional<Double> readKwh(Vehicle vehicle) {
    return taken
        .socPct()
        .flatMap(from -> back.socPct().filter(to -> to <= from).map(to -> from - to))
        .map(points -> vehicle.battery().kwh(points));
  }

  /** As the season has it, without the margin with which one plans. */
  private double mildKwhPerKm(Vehicle vehicle) {
    return vehicle.kwhPerKm(slot.start(), 1) / vehicle.margin();
  }
}
