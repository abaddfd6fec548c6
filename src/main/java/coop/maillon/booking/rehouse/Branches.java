package coop.maillon.booking.rehouse;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.seat.Budget;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;

/**
 * Branch and bound over one group of bookings that may be in each other's way. Whoever has the fewest homes left is decided
 * first, the cheapest home first; a branch ends where even the cheapest homes left to the others would not beat the best.
 */
final class Branches {

  private static final int NONE = -1;

  private final Crowd crowd;
  private final int[] members;
  private final Budget budget;
  private final int[] chosen;
  private int[] best;
  private Cost bestCost;
  private boolean proven = true;

  Branches(Crowd crowd, List<Integer> members, Budget budget) {
    this.crowd = crowd;
    this.members = members.stream().mapToInt(Integer::intValue).toArray();
    this.budget = budget;
    chosen = new int[this.members.length];
    Arrays.fill(chosen, NONE);
    best = chosen.clone();
    bestCost = new Cost(this.members.length + 1, 0, 0, 0, 0);
  }

  Rehousing best() {
    var live = new BitSet();
    var open = new BitSet();
    for (int i = 0; i < members.length; i++) {
      live.set(crowd.from(members[i]), crowd.from(members[i] + 1));
      open.set(i);
    }
    Cost least = bound(live, open, Cost.NOTHING);
    search(live, open, Cost.NOTHING);
    var homes = new HashMap<BookingId, Home>();
    for (int home : best) {
      if (home != NONE) {
        homes.put(crowd.home(home).booking(), crowd.home(home));
      }
    }
    return new Rehousing(homes, bestCost, proven || least.equals(bestCost));
  }

  private void search(BitSet live, BitSet open, Cost so) {
    if (open.isEmpty()) {
      keep(so);
      return;
    }
    if (bound(live, open, so).compareTo(bestCost) >= 0) {
      return;
    }
    int next = scarcest(live, open);
    open.clear(next);
    int end = crowd.from(members[next] + 1);
    for (int home = live.nextSetBit(crowd.from(members[next]));
        home >= 0 && home < end && goesOn();
        home = live.nextSetBit(home + 1)) {
      var rest = (BitSet) live.clone();
      rest.andNot(crowd.collisions(home));
      chosen[next] = home;
      search(rest, open, so.plus(crowd.home(home).cost()));
    }
    chosen[next] = NONE;
    if (goesOn()) {
      search(live, open, so.plus(Cost.NO_HOME));
    }
    open.set(next);
  }

  /** The first way down is always finished: some answer is better than none. */
  private boolean goesOn() {
    boolean isFirst = bestCost.unhoused() > members.length;
    proven &= isFirst || !budget.isSpent();
    return proven || isFirst;
  }

  private void keep(Cost cost) {
    if (cost.compareTo(bestCost) < 0) {
      bestCost = cost;
      best = chosen.clone();
    }
  }

  private Cost bound(BitSet live, BitSet open, Cost so) {
    Cost least = so;
    for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
      int home = live.nextSetBit(crowd.from(members[i]));
      boolean hasHome = home >= 0 && home < crowd.from(members[i] + 1);
      least = least.plus(hasHome ? crowd.home(home).cost() : Cost.NO_HOME);
    }
    return least;
  }

  private int scarcest(BitSet live, BitSet open) {
    int fewest = Integer.MAX_VALUE;
    int scarcest = NONE;
    for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
      int homes = live.get(crowd.from(members[i]), crowd.from(members[i] + 1)).cardinality();
      if (homes < fewest) {
        fewest = homes;
        scarcest = i;
      }
    }
    return scarcest;
  }
}
