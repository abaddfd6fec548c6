package coop.maillon.vehicle.fleet;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Violation;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.vehicle.Admission;
import coop.maillon.vehicle.Admission.Refusal;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.Trip;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** A claim on a vehicle, as far as its charge goes. */
record Drive(Claim claim, Resource resource, Standing standing) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** Nothing where the charge is enough, or where another has the time: the ledger says that better. */
  Optional<Violation> refusal() {
    return standing.chain().map(this::refusal).orElseGet(this::unread);
  }

  /** What is booked already may become shorter whatever is known. */
  private Optional<Violation> unread() {
    return replaced().isPresent()
        ? Optional.empty()
        : Optional.of(new Violation("no-reading", Map.of("resource", resource.name())));
  }

  private Optional<Violation> refusal(Chain present) {
    return trip(present).flatMap(trip -> {
      Chain others = beside(Standing.without(present, claim.givenUp()), trip);
      var admission = new Admission(others, trip);
      return others.isFree(trip)
          ? admission.refusal(present).map(why -> worded(why, admission))
          : Optional.empty();
    });
  }

  /** Empty where it was over when the charge was read. */
  private Optional<Trip> trip(Chain present) {
    long id = replaced().map(booking -> booking.id().value()).orElse(0L);
    return Standing.since(present.reading().at(), claim.slot()).map(slot -> trip(id, slot));
  }

  private Trip trip(long id, TimeSlot slot) {
    return Trip.of(id, slot.start(), slot.end(), Standing.km(claim.distanceKm(), claim.slot()));
  }

  private Optional<Booking> replaced() {
    return claim.replacing().filter(before -> before.resources().contains(resource.id()));
  }

  /** With the other dates of the same act, which go as far. */
  private Chain beside(Chain chain, Trip wanted) {
    Chain all = chain;
    long id = -1;
    for (Claim.Beside other : claim.alongside()) {
      var trip = Standing.since(chain.reading().at(), other.slot())
          .map(slot -> Trip.of(0, slot.start(), slot.end(), wanted.km()));
      if (other.resources().contains(resource)
          && trip.filter(all::isFree).filter(one -> !one.overlaps(wanted)).isPresent()) {
        all = all.with(trip(id--, new TimeSlot(trip.get().start(), trip.get().end())));
      }
    }
    return all;
  }

  private Violation worded(Refusal why, Admission admission) {
    return why instanceof Refusal.BreaksLater later
        ? breaks(later, admission)
        : new Violation(
            "range-self",
            how(Map.of(
                "resource", resource.name(),
                "km", (int) Math.round(admission.wanted().km()),
                "max", admission.mostKm())));
  }

  /** Never whose it is: how full the car must be, and when. */
  private Violation breaks(Refusal.BreaksLater later, Admission admission) {
    var battery = standing.vehicle().battery();
    var start = later.later().start().atZone(standing.zone());
    double percent = Math.min(100, battery.percent(later.neededKwh()));
    return new Violation(
        "breaks-later",
        how(Map.of(
            "resource", resource.name(),
            "km", (int) Math.round(admission.wanted().km()),
            "max", admission.mostKm(),
            "percent", (int) Math.ceil(percent - 1e-6),
            "day", LocalDate.from(start),
            "time", CLOCK.format(start))));
  }

  private Map<String, Object> how(Map<String, Object> values) {
    if (claim.distanceKm().isPresent()) {
      return values;
    }
    var silent = new java.util.HashMap<>(values);
    silent.put("how", "silent");
    return silent;
  }
}
