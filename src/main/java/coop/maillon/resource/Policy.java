package coop.maillon.resource;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rules under which something may be booked, as far as a resource or its site says them; what is
 * silent comes from the site, then from the usual.
 *
 * <p>The components are what is said; the other methods answer what holds.
 *
 * @param hours when it is open, in the site's local time
 * @param approval whether a coordinator has to say yes
 * @param limits what is said as a number
 */
public record Policy(
    Optional<WeeklyHours> hours, Optional<Approval> approval, Map<Limit, Integer> limits) {

  /** Says nothing. */
  public static final Policy SILENT = new Policy(Optional.empty(), Optional.empty(), Map.of());

  /** Holds where nobody says otherwise: usual hours, no approval, no grid, no limit, no buffer. */
  public static final Policy USUAL = new Policy(
      Optional.of(WeeklyHours.USUAL),
      Optional.of(Approval.NEVER),
      Map.of(Limit.GRANULARITY, 1, Limit.BUFFER_BEFORE, 0, Limit.BUFFER_AFTER, 0, Limit.NOTICE, 0));

  /**
   * Refuses, with an IllegalArgumentException that names it, a number that its limit does not allow
   * and a shortest booking that is longer than the longest.
   */
  public Policy {
    limits = Map.copyOf(limits);
    limits.forEach((limit, value) -> {
      if (!limit.allows(value)) {
        throw new IllegalArgumentException(limit.member() + " may not be " + value);
      }
    });
    if (contradictsItself(limits)) {
      throw new IllegalArgumentException("minMinutes is more than maxMinutes");
    }
  }

  /** Whether the shortest booking would be longer than the longest. */
  public static boolean contradictsItself(Map<Limit, Integer> limits) {
    return limits.getOrDefault(Limit.SHORTEST, 0)
        > limits.getOrDefault(Limit.LONGEST, Integer.MAX_VALUE);
  }

  public Policy with(WeeklyHours said) {
    return new Policy(Optional.of(said), approval, limits);
  }

  public Policy with(Approval said) {
    return new Policy(hours, Optional.of(said), limits);
  }

  public Policy with(Limit limit, int value) {
    var more = new EnumMap<Limit, Integer>(Limit.class);
    more.putAll(limits);
    more.put(limit, value);
    return new Policy(hours, approval, more);
  }

  /** This policy, and where it is silent the other: a resource's over its site's. */
  public Policy over(Policy other) {
    var both = new EnumMap<Limit, Integer>(Limit.class);
    both.putAll(other.limits);
    both.putAll(limits);
    if (contradictsItself(both)) {
      // one limit each: what the resource says of its own bookings stands
      both.remove(limits.containsKey(Limit.SHORTEST) ? Limit.LONGEST : Limit.SHORTEST);
    }
    return new Policy(hours.or(other::hours), approval.or(other::approval), both);
  }

  /** The policy with everything said that holds. */
  public Policy inForce() {
    return over(USUAL);
  }

  public WeeklyHours openingHours() {
    return hours.orElse(WeeklyHours.USUAL);
  }

  public boolean asksApproval() {
    return approval.orElse(Approval.NEVER) == Approval.ALWAYS;
  }

  /** The grid of starts and ends, in the site's zone; of one minute where none is said. */
  public Grid grid(ZoneId zone) {
    return new Grid(zone, granularityMinutes());
  }

  /** Minutes from local midnight of which starts and ends are multiples; 1 is no grid. */
  public int granularityMinutes() {
    return limits.getOrDefault(Limit.GRANULARITY, 1);
  }

  public Buffers buffers() {
    return new Buffers(
        limits.getOrDefault(Limit.BUFFER_BEFORE, 0), limits.getOrDefault(Limit.BUFFER_AFTER, 0));
  }

  /** The shortest booking in elapsed minutes; empty: any. */
  public OptionalInt minMinutes() {
    return limit(Limit.SHORTEST);
  }

  /** The longest booking in elapsed minutes; empty: any. */
  public OptionalInt maxMinutes() {
    return limit(Limit.LONGEST);
  }

  /** Elapsed minutes between booking and start; 0: none. */
  public int noticeMinutes() {
    return limits.getOrDefault(Limit.NOTICE, 0);
  }

  /** How many days ahead a booking may start; empty: any. */
  public OptionalInt advanceDays() {
    return limit(Limit.ADVANCE);
  }

  /** Elapsed minutes before the start until which a member may cancel; 0: until the end. */
  public int deadlineMinutes() {
    return limits.getOrDefault(Limit.DEADLINE, 0);
  }

  /** How many bookings to come a member may have; empty: any. */
  public OptionalInt futureBookings() {
    return limit(Limit.FUTURE_BOOKINGS);
  }

  /** Whether the length lies within the shortest and the longest booking. */
  public boolean allowsLength(TimeSlot slot) {
    var seconds = slot.length().toSeconds();
    return seconds >= minMinutes().orElse(0) * 60L
        && seconds <= maxMinutes().orElse(Integer.MAX_VALUE) * 60L;
  }

  private OptionalInt limit(Limit limit) {
    var said = limits.get(limit);
    return said == null ? OptionalInt.empty() : OptionalInt.of(said);
  }
}
