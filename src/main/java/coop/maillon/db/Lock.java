package coop.maillon.db;

import java.util.Comparator;

/**
 * One thing that only one transaction at a time may decide about.
 *
 * @param type 1 space group, 2 member quota, 3 team quota, 4 account, 5 series, 6 post, 9 relay
 * @param id which of them
 */
public record Lock(int type, long id) implements Comparable<Lock> {

  private static final Comparator<Lock> ORDER =
      Comparator.comparingInt(Lock::type).thenComparingLong(Lock::id);

  public static Lock ofSpaceGroup(long group) {
    return new Lock(1, group);
  }

  public static Lock ofMemberQuota(long member) {
    return new Lock(2, member);
  }

  public static Lock ofTeamQuota(long group) {
    return new Lock(3, group);
  }

  /** A series' rule, and which of its dates are booked. */
  public static Lock ofSeries(long series) {
    return new Lock(5, series);
  }

  public static Lock ofAccount(long account) {
    return new Lock(4, account);
  }

  /** A post with its answers and what was agreed on. */
  public static Lock ofPost(long post) {
    return new Lock(6, post);
  }

  public static Lock ofRelay() {
    return new Lock(9, 0);
  }

  /** Jobs that one node at a time does; the id says which. */
  public static Lock ofJob(long job) {
    return new Lock(9, job);
  }

  @Override
  public int compareTo(Lock other) {
    return ORDER.compare(this, other);
  }
}
