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
 * @param calendar the days on which those hours do not hold
 * @param admission whom it lets book
 * @param bringingBack whether it has to be brought back; where nobody says, its kind does
 */
public record Policy(
    Optional<WeeklyHours> hours,
    Optional<Approval> approval,
    Map<Limit, Integer> limits,
    Calendar calendar,
    Admission admission,
    Optional<Return> bringingBack) {

  /** Says nothing. */
  public static final Policy SILENT = of(Optional.empty(), Optional.empty(), Map.of());

  /** Holds where nobody says otherwise: usual hours, no approval, no grid, no limit, no buffer. */
  public static final Policy USUAL = of(
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

  private static Policy of(
      Optional<WeeklyHours> hours, Optional<Approval> approval, Map<Limit, Integer> limits) {
    return new Policy(hours, approval, limits, Calendar.SILENT, Admission.SILENT, Optional.empty());
  }

  public Policy with(WeeklyHours said) {
    return new Policy(Optional.of(said), approval, limits, calendar, admission, bringingBack);
  }

  public Policy with(Approval said) {
    return new Policy(hours, Optional.of(said), limits, calendar, admission, bringingBack);
  }

  public Policy with(Map<Limit, Integer> said) {
    return new Policy(hours, approval, said, calendar, admission, bringingBack);
  }

  public Policy with(Calendar said) {
    return new Policy(hours, approval, limits, said, admission, bringingBack);
  }

  public Policy with(Admission said) {
    return new Policy(hours, approval, limits, calendar, said, bringingBack);
  }

  public Policy with(Return said) {
    return new Policy(hours, approval, limits, calendar, admission, Optional.of(said));
  }

  public Policy with(Limit limit, int value) {
    var more = new EnumMap<Limit, Integer>(Limit.class);
    more.putAll(limits);
    more.put(limit, value);
    return with(more);
  }

  /** This policy, and where it is silent the other: a resource's over its site's. */
  public Policy over(Policy other) {
    var asked = asksAnything() ? other.askingNobody() : other;
    return new Policy(
        hours.or(asked::hours),
        approval.or(asked::approval),
        limitsOver(asked.limits),
        calendar.over(asked.calendar),
        admission.over(asked.admission),
        bringingBack.or(asked::bringingBack));
  }

  private Map<Limit, Integer> limitsOver(Map<Limit, Integer> others) {
    var both = new EnumMap<Limit, Integer>(Limit.class);
    both.putAll(others);
    both.putAll(limits);
    if (contradictsItself(both)) {
      // one limit each: what the resource says of its own bookings stands
      both.remove(limits.containsKey(Limit.SHORTEST) ? Limit.LONGEST : Limit.SHORTEST);
    }
    return both;
  }

  // Approval is one rule in three members: whoever says one of them has said the rule.
  private boolean asksAnything() {
    return approval.isPresent()
        || limits.containsKey(Limit.APPROVAL_ABOVE)
        || admission.asking().isPresent();
  }

  private Policy askingNobody() {
    var others = new EnumMap<Limit, Integer>(Limit.class);
    others.putAll(limits);
    others.remove(Limit.APPROVAL_ABOVE);
    var nobody = new Admission(admission.groups(), admission.habilitations(), Optional.empty());
    return new Policy(hours, Optional.of(Approval.NEVER), others, calendar, nobody, bringingBack);
  }

  /** The policy with everything said that holds. */
  public Policy inForce() {
    return over(USUAL);
  }

  public OpeningHours openingHours() {
    return new OpeningHours(hours.orElse(WeeklyHours.USUAL), calendar);
  }

  /** Whether each booking waits for a coordinator's yes. */
  public boolean asksApproval() {
    return approval.orElse(Approval.NEVER) == Approval.ALWAYS;
  }

  /** Whether a booking of that length does, whoever books. */
  public boolean asksApproval(TimeSlot slot) {
    return asksApproval()
        || approvalAboveMinutes().isPresent()
            && slot.length().toSeconds() > approvalAboveMinutes().getAsInt() * 60L;
  }

  /** Elapsed minutes above which a booking waits for a coordinator's yes; empty: no length does. */
  public OptionalInt approvalAboveMinutes() {
    return limit(Limit.APPROVAL_ABOVE);
  }

  /** Elapsed minutes after the start by which one has to be there; empty: nobody asks. */
  public OptionalInt checkInMinutes() {
    return limit(Limit.CHECK_IN);
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
