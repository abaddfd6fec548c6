package coop.maillon.resource;

import coop.maillon.member.Group;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How much of some resources together may be booked in a stretch of time.
 *
 * @param zone where its days, weeks and months begin
 * @param amount minutes or bookings, 1 or more
 * @param group the team that shares it; for single members, the group it is for, or nobody in particular
 * @param set the resources that count
 */
public record Quota(
    Id id,
    String name,
    ZoneId zone,
    Measure measure,
    int amount,
    Period period,
    Holder holder,
    Optional<Group> group,
    Set<ResourceId> set) {

  public Quota {
    set = Set.copyOf(set);
  }

  /** Which quota. */
  public record Id(long value) {

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** What is counted: elapsed minutes, or bookings. */
  public enum Measure {
    MINUTES,
    BOOKINGS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Measure> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
  }

  /** The stretch in which it is counted; a week begins on Monday, the future is whatever has not begun. */
  public enum Period {
    DAY,
    WEEK,
    MONTH,
    FUTURE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Period> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
  }

  /** Whose bookings are counted together. */
  public enum Holder {
    MEMBER,
    TEAM;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Holder> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
  }
}
