package coop.maillon.demo;

import coop.maillon.resource.TimeSlot;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people of the demo ask for in vain, so that its reports have refusals to show: what is taken, late hours, a machine. */
final class Unlucky {

  private static final int BRUNO = 2;
  private static final int CAST = 40;
  private static final int EACH = 11;
  private static final int LATE = 5;

  private Unlucky() {}

  /** Of the diary's entries; no pool, which would have room for one more. */
  static List<Entry> among(List<Entry> entries) {
    var single = entries.stream()
        .filter(entry -> entry.sort() != Entry.Sort.CANCELLED)
        .filter(entry -> !entry.isOf("bureaux-calmes") && !entry.isOf("videoprojecteur"))
        .toList();
    var chosen = IntStream.range(0, single.size() / EACH).mapToObj(i -> single.get(i * EACH));
    return chosen.flatMap(Unlucky::wished).toList();
  }

  private static Stream<Entry> wished(Entry entry) {
    Entry taken = by(BRUNO + 3 + Math.floorMod(entry.dayFromToday() * 7, CAST - 5), entry);
    return Math.floorMod(entry.dayFromToday(), LATE) == 0
        ? Stream.of(taken, atNight(taken))
        : Stream.of(entry.isOf("decoupe-laser") ? by(BRUNO, entry) : taken);
  }

  private static Entry by(int booker, Entry entry) {
    return new Entry(
        entry.dayFromToday(),
        entry.resource(),
        entry.slot(),
        booker,
        entry.title(),
        Entry.Sort.PLAIN);
  }

  /** Twelve hours later nothing is open that closes at all. */
  private static Entry atNight(Entry entry) {
    TimeSlot late = TimeSlot.ofMinutes(
        entry.slot().start().plusSeconds(12 * 60 * 60), entry.slot().minutes());
    return new Entry(
        entry.dayFromToday(), "salle-loire", late, entry.booker(), entry.title(), entry.sort());
  }
}
