package coop.maillon.booking.rehouse;

import coop.maillon.booking.Seat;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All who lose their place, all their homes in one row, and which of these collide. */
final class Crowd {

  private final List<Displaced> displaced;
  private final List<Home> homes = new ArrayList<>();
  private final int[] from;
  private final int[] owner;
  private final BitSet[] collisions;

  Crowd(List<Displaced> displaced) {
    this.displaced = List.copyOf(displaced);
    from = new int[displaced.size() + 1];
    for (int i = 0; i < displaced.size(); i++) {
      homes.addAll(displaced.get(i).homes());
      from[i + 1] = homes.size();
    }
    owner = new int[homes.size()];
    IntStream.range(0, displaced.size())
        .forEach(i -> java.util.Arrays.fill(owner, from[i], from[i + 1], i));
    collisions =
        IntStream.range(0, homes.size()).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
    seats().values().forEach(this::collide);
  }

  Home home(int number) {
    return homes.get(number);
  }

  /** The number of the first home of the i-th; those of the next one end its own. */
  int from(int i) {
    return from[i];
  }

  /** The homes that nobody else can have along with that one. */
  BitSet collisions(int home) {
    return collisions[home];
  }

  /** Those who may be in each other's way, by their numbers: what one group does is nothing to another. */
  List<List<Integer>> components() {
    int[] root = IntStream.range(0, displaced.size()).toArray();
    for (int home = 0; home < owner.length; home++) {
      int mine = owner[home];
      collisions[home].stream().forEach(other -> join(root, mine, owner[other]));
    }
    var groups = new TreeMap<Integer, List<Integer>>();
    IntStream.range(0, root.length)
        .forEach(
            i -> groups.computeIfAbsent(root(root, i), key -> new ArrayList<>()).add(i));
    return List.copyOf(groups.values());
  }

  private static void join(int[] root, int one, int other) {
    int a = root(root, one);
    int b = root(root, other);
    root[Math.max(a, b)] = Math.min(a, b);
  }

  private static int root(int[] root, int of) {
    int at = of;
    while (root[at] != at) {
      at = root[at];
    }
    return at;
  }

  /** A row that a home would lay. */
  private record Row(int home, TimeSlot during) {}

  private Map<UnitId, List<Row>> seats() {
    var byUnit = new HashMap<UnitId, List<Row>>();
    for (int home = 0; home < homes.size(); home++) {
      for (Seat seat : homes.get(home).seats()) {
        byUnit
            .computeIfAbsent(seat.unit(), unit -> new ArrayList<>())
            .add(new Row(home, seat.during()));
      }
    }
    return byUnit;
  }

  private void collide(List<Row> onOneUnit) {
    var rows = onOneUnit.stream().sorted(Comparator.comparing(Row::during)).toList();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      for (int j = i + 1; j < rows.size() && rows.get(j).during().overlaps(row.during()); j++) {
        mark(row.home(), rows.get(j).home());
      }
    }
  }

  private void mark(int one, int other) {
    if (owner[one] != owner[other]) {
      collisions[one].set(other);
      collisions[other].set(one);
    }
  }
}
