package coop.maillon.resource;

import java.util.Arrays;
import java.util.Optional;

/** A rule of a policy that is one whole number. */
public enum Limit {
  /** Starts and ends fall on every so many minutes from local midnight; 1 is no grid. */
  GRANULARITY("granularityMinutes", 1, 24 * 60),
  /** The shortest booking, in elapsed minutes. */
  SHORTEST("minMinutes", 1, 366 * 24 * 60),
  /** The longest booking, in elapsed minutes. */
  LONGEST("maxMinutes", 1, 366 * 24 * 60),
  /** Elapsed minutes between the act of booking and the start. */
  NOTICE("noticeMinutes", 0, 366 * 24 * 60),
  /** How many days ahead a booking may start. */
  ADVANCE("advanceDays", 1, 3660),
  /** Minutes kept free before each booking. */
  BUFFER_BEFORE("bufferBeforeMinutes", 0, 24 * 60),
  /** Minutes kept free after each booking. */
  BUFFER_AFTER("bufferAfterMinutes", 0, 24 * 60),
  /** Elapsed minutes before the start until which a member may cancel. */
  DEADLINE("deadlineMinutes", 0, 366 * 24 * 60),
  /** How many bookings to come a member may have on the resource. */
  FUTURE_BOOKINGS("futureBookingsPerMember", 0, 10_000),
  /** Elapsed minutes above which a coordinator has to say yes. */
  APPROVAL_ABOVE("approvalAboveMinutes", 1, 366 * 24 * 60),
  /** Elapsed minutes after the start by which one has to have checked in, or the place is given away. */
  CHECK_IN("checkInMinutes", 1, 24 * 60);

  private final String member;
  private final int least;
  private final int most;

  Limit(String member, int least, int most) {
    this.member = member;
    this.least = least;
    this.most = most;
  }

  /** Its name in JSON and in forms. */
  public String member() {
    return member;
  }

  /** The smallest value it may have. */
  public int least() {
    return least;
  }

  /** The largest value it may have. */
  public int most() {
    return most;
  }

  /** Whether the value may be its. */
  public boolean allows(int value) {
    return value >= least && value <= most;
  }

  /** The limit of that name; empty for any other. */
  public static Optional<Limit> of(String member) {
    return Arrays.stream(values()).filter(limit -> limit.member.equals(member)).findFirst();
  }
}
