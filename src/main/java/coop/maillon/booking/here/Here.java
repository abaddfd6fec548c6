package coop.maillon.booking.here;

import coop.maillon.booking.Booking;
import coop.maillon.booking.arriving.Moments;
import coop.maillon.booking.arriving.Neighbours;
import coop.maillon.booking.free.FreeTime;
import coop.maillon.booking.free.Vacancy;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A resource at this moment, as somebody who stands before it may know it.
 *
 * @param lying the bookings that lie on its units now or soon, or should be off them; by start
 * @param vacancy what is free of it from now on
 */
record Here(
    Resource resource,
    Catalogue catalogue,
    List<Lying> lying,
    Vacancy vacancy,
    Who who,
    Instant now) {

  /** How long somebody takes what is free, by one click. */
  static final int TAKEN_MINUTES = 30;

  /** Less than that is not worth a click. */
  private static final int WORTH_MINUTES = 10;

  /** A booking with what lies around it. */
  record Lying(Booking booking, Neighbours around) {}

  /** What somebody may come to now, is at, or should have left: their own, or one that they were invited to. */
  Optional<Lying> own() {
    return lying.stream()
        .filter(one -> isOwn(one.booking()))
        .filter(one -> isOn(one.booking()) || Moments.isToCome(one.booking(), now))
        .min(Comparator.comparing(one -> one.booking().slot()));
  }

  /** What they have of it later. */
  Optional<Booking> later() {
    return lying.stream()
        .map(Lying::booking)
        .filter(this::isOwn)
        .filter(one -> one.slot().start().isAfter(now) && one.statusAt(now).occupies())
        .findFirst();
  }

  /** Whoever has it at this moment. */
  Optional<Booking> present() {
    return lying.stream().map(Lying::booking).filter(this::isOn).findFirst();
  }

  /** Until when it is free from now on, for at least one unit. */
  Optional<Instant> freeUntil() {
    return vacancy.free().ranges().stream()
        .filter(range -> range.contains(now))
        .map(TimeSlot::end)
        .max(Comparator.naturalOrder());
  }

  /** When it is free again. */
  Optional<Instant> freeFrom() {
    return vacancy.free().ranges().stream()
        .map(TimeSlot::start)
        .filter(start -> start.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  int freeUnits() {
    return vacancy.free().stretches().stream()
        .filter(stretch -> stretch.during().contains(now))
        .mapToInt(FreeTime.Stretch::units)
        .sum();
  }

  boolean isOpen() {
    return resource
        .policy()
        .openingHours()
        .covers(resource.site().zone(), TimeSlot.ofMinutes(minute(now), 1));
  }

  /** What can be taken at once; nothing where a coordinator would have to say yes. */
  Optional<TimeSlot> takeable() {
    return freeUntil()
        .flatMap(until -> TimeSlot.between(minute(now), until))
        .flatMap(wanted(TAKEN_MINUTES)::intersection)
        .filter(slot -> slot.minutes() >= WORTH_MINUTES && resource.policy().allowsLength(slot))
        .filter(slot -> !resource.policy().asksApproval(slot)
            || who.mayCoordinate(resource.site().id().value()));
  }

  /** From this minute on, as long as was wanted and no less or more than the rules let one have. */
  TimeSlot wanted(int minutes) {
    int least = resource.policy().minMinutes().orElse(1);
    int most = resource.policy().maxMinutes().orElse(Integer.MAX_VALUE);
    return TimeSlot.ofMinutes(minute(now), Math.min(most, Math.max(least, minutes)));
  }

  private boolean isOn(Booking booking) {
    return booking.isLateAt(now)
        || booking.slot().contains(now) && booking.statusAt(now).occupies();
  }

  private boolean isOwn(Booking booking) {
    return booking.isFor(who.id())
        || booking.details().participants().contains(new MemberId(who.id()));
  }

  private static Instant minute(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MINUTES);
  }
}
