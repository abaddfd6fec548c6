package coop.maillon.booking.act;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Violation;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.web.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Until when a booking may be cancelled. */
public final class Deadline {

  private Deadline() {}

  /** Each resource for which it is too late; none of which the actor coordinates the site, and whoever a closure sent elsewhere may cancel free. */
  public static List<Violation> missed(
      Booking booking, Who actor, Catalogue catalogue, Instant now) {
    if (booking.course().rehousedBy().isPresent()) {
      return List.of();
    }
    return Acts.resources(booking, catalogue).stream()
        .filter(resource -> !actor.mayCoordinate(resource.site().id().value()))
        .filter(resource -> isTooLate(booking, resource, now))
        .map(resource -> new Violation(
            "deadline",
            Map.of("resource", resource.name(), "minutes", resource.policy().deadlineMinutes())))
        .toList();
  }

  private static boolean isTooLate(Booking booking, Resource resource, Instant now) {
    int minutes = resource.policy().deadlineMinutes();
    return minutes > 0 && now.isAfter(booking.slot().start().minus(Duration.ofMinutes(minutes)));
  }
}
