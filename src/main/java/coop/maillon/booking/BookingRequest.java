package coop.maillon.booking;

import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A wish to book, well formed but not yet judged.
 *
 * @param actor who asks
 * @param member whom it is for: the actor, or somebody on whose behalf a coordinator books
 * @param memberName that person's name
 * @param anyOf the first of these that is free is taken, with all of {@code also}; one or more
 * @param once present where a repeat of the request must not book again
 */
public record BookingRequest(
    Who actor,
    MemberId member,
    String memberName,
    List<Wish> anyOf,
    List<Wish> also,
    TimeSlot slot,
    Details details,
    Optional<Once> once) {

  /** The longest that anything can be booked at once, so that no day by day account of it grows without bound. */
  public static final int LONGEST_DAYS = 400;

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

  public BookingRequest {
    anyOf = List.copyOf(anyOf);
    also = List.copyOf(also);
  }

  /** One thing, for oneself. */
  public static BookingRequest of(Who actor, Wish wish, TimeSlot slot, Details details) {
    var self = new MemberId(actor.id());
    return new BookingRequest(
        actor, self, actor.name(), List.of(wish), List.of(), slot, details, Optional.empty());
  }

  /** The same, for other things: the first of {@code anyOf} that is free, with all of {@code also}. */
  public BookingRequest wishing(List<Wish> others, List<Wish> with) {
    return new BookingRequest(actor, member, memberName, others, with, slot, details, once);
  }

  /** The same at another time, to be done however often it is asked. */
  public BookingRequest at(TimeSlot other) {
    return new BookingRequest(
        actor, member, memberName, anyOf, also, other, details, Optional.empty());
  }

  /** The same, for somebody else. */
  public BookingRequest on(MemberId other, String name) {
    return new BookingRequest(actor, other, name, anyOf, also, slot, details, once);
  }

  /** Whether a coordinator of every site concerned asks. */
  public boolean isByCoordinator() {
    return java.util.stream.Stream.concat(anyOf.stream(), also.stream())
        .allMatch(wish -> actor.mayCoordinate(wish.resource().site().id().value()));
  }

  /** All that it may hold. */
  public java.util.Set<ResourceId> resources() {
    return java.util.stream.Stream.concat(anyOf.stream(), also.stream())
        .map(wish -> wish.resource().id())
        .collect(java.util.stream.Collectors.toSet());
  }

  public BookingRequest once(Once key) {
    return new BookingRequest(
        actor, member, memberName, anyOf, also, slot, details, Optional.of(key));
  }

  /** The same wish on a newer catalogue; empty where something wished for is no longer there. */
  public Optional<BookingRequest> on(Catalogue catalogue) {
    var first = again(anyOf, catalogue);
    var others = again(also, catalogue);
    return first.size() + others.size() < anyOf.size() + also.size()
        ? Optional.empty()
        : Optional.of(
            new BookingRequest(actor, member, memberName, first, others, slot, details, once));
  }

  private static List<Wish> again(List<Wish> wishes, Catalogue catalogue) {
    return wishes.stream()
        .flatMap(wish -> catalogue
            .resource(wish.resource().id())
            .filter(resource -> !resource.isRetired())
            .map(resource -> new Wish(resource, wish.unit()))
            .stream())
        .toList();
  }

  /** What is claimed where the i-th of {@code anyOf} is taken. */
  public Claim claim(int i, Instant asked) {
    return claim(Claim.Purpose.PLACE, i, asked);
  }

  /** The same, for another purpose. */
  public Claim claim(Claim.Purpose purpose, int i, Instant asked) {
    var wishes = new java.util.ArrayList<Wish>();
    wishes.add(anyOf.get(i));
    wishes.addAll(also);
    return Claim.of(purpose, actor, member, asked)
        .wishing(wishes, slot)
        .driving(details.distanceKm());
  }

  /**
   * Two instants as a page carried them.
   *
   * @return empty where they cannot be read, do not follow each other, or lie further apart than {@link #LONGEST_DAYS}
   */
  public static Optional<TimeSlot> slot(String from, String to) {
    try {
      var start = Instant.parse(from);
      var end = Instant.parse(to);
      return start.isBefore(EARLIEST) || end.isAfter(LATEST)
          ? Optional.empty()
          : TimeSlot.between(start, end).filter(slot -> !slot.isLongerThan(LONGEST_DAYS));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
