package coop.maillon.booking.rehouse;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.clearing.ClearingPlan;
import java.util.List;
import java.util.Optional;

/**
 * What has to happen so that a space can close: what it takes to clear it, and where those go who have no place left there.
 *
 * @param displaced those who lose their place, with all their homes
 * @param rehousing the home that each of them gets
 */
public record Evacuation(ClearingPlan clearing, List<Displaced> displaced, Rehousing rehousing) {

  public Evacuation {
    displaced = List.copyOf(displaced);
  }

  /** The bookings that somebody has to be told about, in order of time. */
  public List<Booking> touched() {
    return clearing.touched();
  }

  public Optional<Home> homeOf(Booking booking) {
    return rehousing.of(booking.id());
  }

  /** Those that end when the closure begins. */
  public boolean isShortened(Booking booking) {
    return clearing.shortened().contains(booking);
  }

  /** Those who find a home. */
  public List<Displaced> housed() {
    return displaced.stream().filter(one -> rehousing.of(one.id()).isPresent()).toList();
  }

  /** Those who find none. */
  public List<Booking> cancelled() {
    return clearing.cancelled().stream()
        .filter(booking -> homeOf(booking).isEmpty())
        .toList();
  }

  /** Where else it could go while everybody else keeps the home they get, the cheapest first. */
  public List<Home> otherHomesOf(BookingId booking) {
    var own = rehousing.of(booking);
    return displaced.stream()
        .filter(one -> one.id().equals(booking))
        .flatMap(one -> one.homes().stream())
        .filter(home -> own.filter(home::equals).isEmpty())
        .filter(home -> rehousing.homes().values().stream()
            .filter(other -> !other.booking().equals(booking))
            .noneMatch(home::collidesWith))
        .toList();
  }
}
