package coop.maillon.booking.rehouse;

import java.util.Comparator;

/**
 * What re-housing costs those who are re-housed. Less is better, and each component outweighs all that follow it
 * (product.md, Coordination).
 *
 * @param unhoused how many find no home
 * @param shifted how many have to come at another time
 * @param minutes by how much, all together
 * @param elsewhere how many have to go to another site
 * @param excess by how much their new places are larger than those they lose
 */
public record Cost(int unhoused, int shifted, int minutes, int elsewhere, int excess)
    implements Comparable<Cost> {

  public static final Cost NOTHING = new Cost(0, 0, 0, 0, 0);
  public static final Cost NO_HOME = new Cost(1, 0, 0, 0, 0);

  private static final Comparator<Cost> ORDER = Comparator.comparingInt(Cost::unhoused)
      .thenComparingInt(Cost::shifted)
      .thenComparingInt(Cost::minutes)
      .thenComparingInt(Cost::elsewhere)
      .thenComparingInt(Cost::excess);

  public Cost plus(Cost other) {
    return new Cost(
        unhoused + other.unhoused,
        shifted + other.shifted,
        minutes + other.minutes,
        elsewhere + other.elsewhere,
        excess + other.excess);
  }

  @Override
  public int compareTo(Cost other) {
    return ORDER.compare(this, other);
  }
}
