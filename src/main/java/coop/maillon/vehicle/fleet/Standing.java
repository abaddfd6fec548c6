package coop.maillon.vehicle.fleet;

import coop.maillon.booking.BookingId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.vehicle.Chain;
import coop.maillon.vehicle.Ranges;
import coop.maillon.vehicle.Reading;
import coop.maillon.vehicle.Trip;
import coop.maillon.vehicle.Vehicle;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A vehicle as it stands: what it can do, what was read off it last, and the bookings since.
 *
 * @param parameters as its coordinator wrote them
 * @param learned what it uses, where its trips have told
 */
public record Standing(
    Parameters parameters,
    Optional<Learned> learned,
    ZoneId zone,
    Optional<Noted> noted,
    List<Trip> trips) {

  /** What is reckoned where nobody announced anything: no history tells better yet. */
  private static final double KM_AN_HOUR = 8;

  private static final double MOST_UNANNOUNCED_KM = 60;

  /** Empty where the vehicle is not judged by its charge. */
  public static Optional<Standing> of(List<JsonObject> rows, ZoneId zone) {
    return of(rows, zone, Instant.MIN);
  }

  /** The same, where what should be back by that moment and is not is thought to come back then. */
  public static Optional<Standing> of(List<JsonObject> rows, ZoneId zone, Instant now) {
    return rows.stream().findFirst().map(row -> {
      var noted = noted(row);
      var trips = noted.stream()
          .flatMap(last -> rows.stream()
              .filter(one -> one.getValue("trip") != null)
              .map(one -> trip(one, last.at(), now)))
          .toList();
      return new Standing(parameters(row), learned(row), zone, noted, apart(trips));
    });
  }

  /** What is late is so until the next begins. */
  private static List<Trip> apart(List<Trip> trips) {
    var apart = new ArrayList<Trip>();
    for (int i = 0; i < trips.size(); i++) {
      Trip trip = trips.get(i);
      boolean isIn = i + 1 < trips.size() && trips.get(i + 1).start().isBefore(trip.end());
      apart.add(isIn ? trip.at(trip.start(), trips.get(i + 1).start()) : trip);
    }
    return apart;
  }

  /** All that it has ahead. */
  public Optional<Chain> chain() {
    Vehicle vehicle = vehicle();
    return noted.map(last -> new Chain(
        vehicle,
        new Reading(
            last.at(),
            vehicle.battery().kwh(last.socPct()),
            last.plugged() ? Trip.Plug.IN : Trip.Plug.OUT),
        trips));
  }

  /** How far it goes within each of several slots, by start; empty where nobody can say, or another has it then. */
  public List<OptionalInt> farthest(List<TimeSlot> slots) {
    var ranges = chain().map(Ranges::new);
    return slots.stream()
        .map(slot ->
            ranges.flatMap(known -> rest(slot).map(known::mostKm)).orElse(OptionalInt.empty()))
        .toList();
  }

  /** What was left of the slot when the charge was read, as a trip to nowhere. */
  private Optional<Trip> rest(TimeSlot slot) {
    return noted
        .flatMap(last -> since(last.at(), slot))
        .map(left -> Trip.of(0, left.start(), left.end(), 0));
  }

  /** Trips without those that are given up. */
  static Chain without(Chain chain, Collection<BookingId> givenUp) {
    Chain left = chain;
    for (BookingId id : givenUp) {
      left = left.without(id.value());
    }
    return left;
  }

  /** As it is reckoned with: what it was seen to use goes before what was written of it. */
  public Vehicle vehicle() {
    return learned
        .map(seen -> parameters.using(seen.kwhPer100Km()))
        .orElse(parameters)
        .vehicle(zone);
  }

  /** How far it is expected to go within a slot. */
  static double km(OptionalInt announced, TimeSlot slot) {
    return announced.isPresent()
        ? announced.getAsInt()
        : Math.min(MOST_UNANNOUNCED_KM, KM_AN_HOUR * slot.minutes() / 60.0);
  }

  /** What was left of a slot when the charge was read: all of the way, since nobody knows how much was driven. */
  static Optional<TimeSlot> since(Instant read, TimeSlot slot) {
    return TimeSlot.between(slot.start().isBefore(read) ? read : slot.start(), slot.end());
  }

  private static Trip trip(JsonObject row, Instant read, Instant now) {
    var slot = new TimeSlot(
        Instant.ofEpochMilli(row.getLong("starts")), Instant.ofEpochMilli(row.getLong("ends")));
    Integer announced = row.getInteger("distance_km");
    var km = announced == null ? OptionalInt.empty() : OptionalInt.of(announced);
    var rest = since(read, slot).orElse(slot);
    boolean isLate = row.getBoolean("is_out") && rest.end().isBefore(now);
    return Trip.of(row.getLong("trip"), rest.start(), isLate ? now : rest.end(), km(km, slot));
  }

  private static Optional<Noted> noted(JsonObject row) {
    Integer odometer = row.getInteger("odometer_km");
    return Optional.ofNullable(row.getLong("read_at"))
        .map(at -> new Noted(
            Instant.ofEpochMilli(at),
            row.getDouble("soc_pct"),
            row.getBoolean("plugged"),
            odometer == null ? OptionalInt.empty() : OptionalInt.of(odometer)));
  }

  private static Optional<Learned> learned(JsonObject row) {
    return Optional.ofNullable(row.getDouble("learned_kwh_per_100km"))
        .map(seen -> new Learned(seen, row.getInteger("learned_trips")));
  }

  private static Parameters parameters(JsonObject row) {
    return new Parameters(
        row.getDouble("usable_kwh"),
        row.getDouble("kwh_per_100km"),
        row.getDouble("plug_kw"),
        row.getDouble("efficiency"),
        row.getDouble("reserve"),
        row.getDouble("margin"),
        row.getDouble("winter"));
  }
}
