package coop.maillon.booking.free;

import coop.maillon.resource.Policy;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a resource has left to give, alone or with others that are to be booked along with it.
 *
 * @param free when it is free, from the first instant at which the person who asks may start
 * @param rhythms the grids and lengths that a slot has to obey, the resource's own first
 */
public record Vacancy(ResourceId resource, FreeTime free, List<Rhythm> rhythms) {

  /** How often a part is cut shorter before it is given up: a day in quarters of an hour. */
  private static final int MOST_STEPS = 96;

  public Vacancy {
    rhythms = List.copyOf(rhythms);
  }

  public static Vacancy of(ResourceId resource, FreeTime free, Policy policy, ZoneId zone) {
    return new Vacancy(resource, free, List.of(new Rhythm(policy, zone)));
  }

  /** Nothing left. */
  public static Vacancy none(ResourceId resource) {
    return new Vacancy(resource, FreeTime.NONE, List.of(new Rhythm(Policy.SILENT, ZoneOffset.UTC)));
  }

  /** What both have left for one booking that takes this resource and the other along. */
  public Vacancy along(Vacancy other) {
    var all = Stream.concat(rhythms.stream(), other.rhythms.stream()).toList();
    return new Vacancy(resource, free.along(other.free), all);
  }

  /** Whether the slot is free and obeys every grid and length. */
  public boolean accepts(TimeSlot slot) {
    return rhythms.stream().allMatch(rhythm -> rhythm.allows(slot)) && free.fits(slot);
  }

  /**
   * The earliest slots of a length, by start.
   *
   * @param minutes elapsed, 1 or more; more where grid or shortest booking ask for it
   * @param most how many at most
   */
  public List<TimeSlot> earliest(long minutes, int most) {
    if (minutes > rhythm().policy().maxMinutes().orElse(Integer.MAX_VALUE)) {
      return List.of();
    }
    return free.ranges().stream()
        .flatMap(range -> within(range, minutes, most).stream())
        .distinct()
        .sorted()
        .limit(most)
        .toList();
  }

  /** The same length at the nearest start that is not before the slot's; empty where none is left. */
  Optional<TimeSlot> nextTo(TimeSlot slot) {
    return free.ranges().stream()
        .flatMap(range ->
            TimeSlot.between(slot.start(), range.end()).flatMap(range::intersection).stream())
        .flatMap(rest -> within(rest, lengthLike(slot), 1).stream())
        .min(Comparator.naturalOrder());
  }

  /** The same length at the nearest start before the slot's; empty where none was left. */
  Optional<TimeSlot> lastBefore(TimeSlot slot) {
    return free.ranges().stream()
        .filter(range -> range.start().isBefore(slot.start()))
        .flatMap(range -> latestWithin(range, slot).stream())
        .max(Comparator.naturalOrder());
  }

  /** The same length so many local days later, or earlier. */
  TimeSlot daysLater(TimeSlot slot, int days) {
    var start = slot.start().atZone(rhythm().zone()).plusDays(days).toInstant();
    return new TimeSlot(start, start.plus(slot.length()));
  }

  /** The longest part of the slot that is bookable and passes, the earliest of equals; empty where none is. */
  Optional<TimeSlot> partOf(TimeSlot slot, Predicate<TimeSlot> passes) {
    return free.ranges().stream()
        .flatMap(range -> range.intersection(slot).stream())
        .flatMap(part -> trimmed(part).stream())
        .flatMap(part ->
            shorter(part).filter(one -> accepts(one) && passes.test(one)).findFirst().stream())
        .max(Comparator.comparing(TimeSlot::length)
            .thenComparing(TimeSlot::start, Comparator.reverseOrder()));
  }

  private List<TimeSlot> within(TimeSlot range, long minutes, int most) {
    var found = new ArrayList<TimeSlot>();
    var start = rhythm().grid().next(range.start());
    while (found.size() < most && start.isBefore(range.end())) {
      var slot = rhythm().from(start, minutes);
      if (slot.end().isAfter(range.end())) {
        break;
      }
      if (accepts(slot)) {
        found.add(slot);
      }
      start = rhythm().startAfter(start);
    }
    return found;
  }

  private Optional<TimeSlot> latestWithin(TimeSlot range, TimeSlot slot) {
    var minutes = lengthLike(slot);
    var latest = range.end().minusSeconds(60 * minutes);
    var start = rhythm().grid().last(earlier(latest, slot.start().minusNanos(1)));
    while (!start.isBefore(range.start())) {
      var candidate = rhythm().from(start, minutes);
      if (accepts(candidate)) {
        return Optional.of(candidate);
      }
      start = rhythm().grid().before(start);
    }
    return Optional.empty();
  }

  private Optional<TimeSlot> trimmed(TimeSlot part) {
    var start = rhythm().grid().next(part.start());
    var end = rhythm().grid().last(part.end());
    var longest = rhythm().policy().maxMinutes();
    var last = longest.isPresent()
        ? rhythm().grid().last(earlier(end, start.plusSeconds(60L * longest.getAsInt())))
        : end;
    return TimeSlot.between(start, last);
  }

  /** The part itself, then shorter and shorter ones from the same start. */
  private Stream<TimeSlot> shorter(TimeSlot part) {
    return Stream.iterate(
            part.end(), end -> end.isAfter(part.start()), end -> rhythm().endBefore(end))
        .limit(MOST_STEPS)
        .map(end -> new TimeSlot(part.start(), end));
  }

  // As long as was wanted, but never longer than may be.
  private long lengthLike(TimeSlot slot) {
    return Math.min(slot.minutes(), rhythm().policy().maxMinutes().orElse(Integer.MAX_VALUE));
  }

  private Rhythm rhythm() {
    return rhythms.get(0);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
