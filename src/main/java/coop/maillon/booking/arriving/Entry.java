package coop.maillon.booking.arriving;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingStatus;
import coop.maillon.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How to get in: door, wifi, key box. For the booker and whoever was invited, from a quarter of an hour before the start to a
 * quarter of an hour after the end (product.md, Check-in).
 *
 * @param resources what the booking holds
 */
public record Entry(Booking booking, List<Resource> resources, Instant now) {

  private static final Duration AROUND = Duration.ofMinutes(15);

  private static final Set<BookingStatus> STANDING =
      Set.of(BookingStatus.CONFIRMED, BookingStatus.STARTED, BookingStatus.COMPLETED);

  /** Those that have something to tell, while it may be told; the code of a car is only shown to whoever asks for it. */
  public List<Resource> told() {
    return open().stream().filter(one -> !isAsked(one)).toList();
  }

  /** What gets one into the one car, while it may be told. */
  public Optional<String> code() {
    return open().stream().filter(this::isAsked).map(Resource::accessInfo).findFirst();
  }

  /** From when it will be told, where there is something and it is too early. */
  public Optional<Instant> later() {
    return isOpen() && now.isBefore(from()) && !known().isEmpty()
        ? Optional.of(from())
        : Optional.empty();
  }

  private List<Resource> open() {
    return isOpen() && !now.isBefore(from()) ? known() : List.of();
  }

  private boolean isAsked(Resource resource) {
    return resource.isOneCar() && resources.stream().filter(Resource::isOneCar).count() == 1;
  }

  private boolean isOpen() {
    return STANDING.contains(booking.statusAt(now))
        && now.isBefore(booking.slot().end().plus(AROUND));
  }

  private Instant from() {
    return booking.slot().start().minus(AROUND);
  }

  private List<Resource> known() {
    return resources.stream().filter(one -> !one.accessInfo().isEmpty()).toList();
  }
}
