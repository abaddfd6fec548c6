package coop.maillon.booking;

import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody asked for something and did not get it: for whoever counts that.
 *
 * @param actor who asked
 * @param booking the one that was to change; the reasons without a resource are those of its first
 */
public record Denied(long actor, TimeSlot slot, List<Reason> reasons, Optional<BookingId> booking) {

  private static final String TAKEN = "taken";

  public Denied {
    reasons = List.copyOf(reasons);
  }

  /**
   * One thing that stood in the way.
   *
   * @param resource whose; empty where the asker named none
   * @param rule the word of a rule, or `taken`
   */
  public record Reason(Optional<ResourceId> resource, String rule) {}

  /** What was refused of a request; empty where nothing was. */
  public static Optional<Denied> of(BookingRequest request, BookingOutcome outcome) {
    var wanted = Stream.concat(request.anyOf().stream().limit(1), request.also().stream())
        .map(Wish::resource)
        .toList();
    return of(request.actor().id(), wanted, outcome, Optional.empty());
  }

  /** The same of a change. */
  public static Optional<Denied> of(BookingChange change, BookingOutcome outcome) {
    return of(
        change.actor().id(),
        change.resource().stream().toList(),
        outcome,
        Optional.of(change.booking()));
  }

  /** The same of a date of a series, by what was claimed for it. */
  public static Optional<Denied> of(Claim claim, BookingOutcome outcome) {
    return of(
        claim.actor().id(),
        claim.resources().toList(),
        outcome,
        claim.replacing().map(Booking::id));
  }

  private static Optional<Denied> of(
      long actor, List<Resource> wanted, BookingOutcome outcome, Optional<BookingId> booking) {
    if (outcome instanceof BookingOutcome.Taken taken) {
      return Optional.of(new Denied(actor, taken.wanted(), reasons(taken, wanted), booking));
    }
    return outcome instanceof BookingOutcome.Against against
        ? Optional.of(new Denied(actor, against.wanted(), reasons(against, wanted), booking))
        : Optional.empty();
  }

  private static List<Reason> reasons(BookingOutcome.Taken taken, List<Resource> wanted) {
    return taken.full().isEmpty()
        ? List.of(new Reason(first(wanted), TAKEN))
        : taken.full().stream().map(id -> new Reason(Optional.of(id), TAKEN)).toList();
  }

  private static List<Reason> reasons(BookingOutcome.Against against, List<Resource> wanted) {
    return against.violations().stream()
        .map(violation -> new Reason(named(violation, wanted), violation.rule()))
        .distinct()
        .toList();
  }

  /** A violation names its resource as people do. */
  private static Optional<ResourceId> named(Violation violation, List<Resource> wanted) {
    return wanted.stream()
        .filter(resource -> resource.name().equals(violation.values().get("resource")))
        .findFirst()
        .map(Resource::id)
        .or(() -> first(wanted));
  }

  private static Optional<ResourceId> first(List<Resource> wanted) {
    return wanted.stream().findFirst().map(Resource::id);
  }
}
