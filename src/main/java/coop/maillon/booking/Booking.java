package coop.maillon.booking;

import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One booking, whole; what of it a reader may see, {@link Visibility} says.
 *
 * @param memberName of whom it is for
 * @param booked what it holds, the resource asked for first
 * @param reason why it was rejected or closed, may be empty
 * @param undo what the last cancellation or move gave up, while it can be undone
 * @param course its series, arriving and returning
 */
public record Booking(
    BookingId id,
    MemberId member,
    String memberName,
    BookingStatus status,
    TimeSlot slot,
    Details details,
    List<Booked> booked,
    String reason,
    Optional<Undo> undo,
    Course course,
    int version) {

  public Booking {
    booked = List.copyOf(booked);
  }

  public Booked first() {
    return booked.get(0);
  }

  public List<ResourceId> resources() {
    return booked.stream().map(Booked::resource).toList();
  }

  public boolean isFor(long who) {
    return member.value() == who;
  }

  /** The status as of now: what is confirmed starts and completes by time. */
  public BookingStatus statusAt(Instant now) {
    return status.at(now, slot, course);
  }

  /** Whether another resource may still take the place of the one it lies on: until an hour before, any of those will do. */
  public boolean isOpenAt(Instant now) {
    return !first().anyOf().isEmpty()
        && first().chosen().isEmpty()
        && statusAt(now).occupies()
        && course.arrived().isEmpty()
        && now.isBefore(slot.start().minus(Occupied.BOUND_BEFORE));
  }

  /** The same, where any of these resources would do; none: it keeps the one that it has. */
  public Booking orAnyOf(Set<ResourceId> resources) {
    var held = new ArrayList<>(booked);
    held.set(0, first().orAnyOf(resources));
    return new Booking(
        id, member, memberName, status, slot, details, held, reason, undo, course, version);
  }

  /** For how many more people each of the resources that it holds has room; for none once it has begun. */
  public int room(List<Resource> held, Instant now) {
    if (!slot.start().isAfter(now)) {
      return 0;
    }
    int people = 1 + details.participants().size();
    return held.stream()
        .mapToInt(resource -> Math.max(0, resource.capacity() - people))
        .min()
        .orElse(0);
  }

  /** Whether what was taken should be back by now. */
  public boolean isLateAt(Instant now) {
    return course.isOut()
        && (status == BookingStatus.CONFIRMED || status == BookingStatus.STARTED)
        && !now.isBefore(slot.end());
  }

  /** The same booking for another time, with nothing to undo. */
  public Booking lasting(TimeSlot other) {
    return at(other, booked).undoable(Optional.empty());
  }

  /** The same booking with what it costs as it is: for that time, that way, and by the tariffs of now. */
  public Booking quoted(Catalogue catalogue) {
    var held = booked.stream()
        .map(one -> one.quoted(catalogue.known(one.resource()).quote(slot, details.distanceKm())))
        .toList();
    return at(slot, held);
  }

  /** The same booking come to an end, with nothing to undo. */
  public Booking ended(BookingStatus end, String why) {
    return with(end, why).undoable(Optional.empty());
  }

  public Booking with(BookingStatus other, String why) {
    return new Booking(
        id, member, memberName, other, slot, details, booked, why, undo, course, version);
  }

  public Booking with(Details other) {
    return new Booking(
        id, member, memberName, status, slot, other, booked, reason, undo, course, version);
  }

  public Booking at(TimeSlot other, List<Booked> held) {
    return new Booking(
        id, member, memberName, status, other, details, held, reason, undo, course, version);
  }

  /** What can be undone is of this act alone, unless it is given the number of one that reached more. */
  public Booking undoable(Optional<Undo> kept) {
    return new Booking(
        id,
        member,
        memberName,
        status,
        slot,
        details,
        booked,
        reason,
        kept,
        course.alone(),
        version);
  }

  public Booking versioned(int number) {
    return new Booking(
        id, member, memberName, status, slot, details, booked, reason, undo, course, number);
  }

  public Booking on(Course other) {
    return new Booking(
        id, member, memberName, status, slot, details, booked, reason, undo, other, version);
  }

  public boolean canBeUndoneAt(Instant now) {
    return undo.filter(kept -> now.isBefore(kept.until())).isPresent();
  }
}
