package coop.maillon.demo;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Writes two months of an ordinary cooperative's diary, the same for the same day. Nothing in it is in conflict. */
final class Diary {

  private static final long SEED = 8_12_2026;

  /** The cast that books by preference: Bruno, Diane, Émile. */
  private static final int FIRST_MEMBER = 2;

  private static final int TRIES = 6;

  /** Time around each booking of the studio that its buffers take. */
  private static final int APART = 30;

  private final Random random = new Random(SEED);
  private final Catalogue catalogue;
  private final LocalDate today;
  private final int people;
  private final List<TimeSlotOn> closed;
  private final List<Entry> entries = new ArrayList<>();

  /** A resource that is closed for a while: nothing is written there. */
  record TimeSlotOn(String resource, TimeSlot slot) {}

  Diary(Catalogue catalogue, LocalDate today, int people, List<TimeSlotOn> closed) {
    this.catalogue = catalogue;
    this.today = today;
    this.people = people;
    this.closed = List.copyOf(closed);
  }

  /** The entries from so many days ago to so many days ahead, in order of day. */
  List<Entry> entries(int daysBack, int daysAhead) {
    for (int day = -daysBack; day <= daysAhead; day++) {
      for (Habit habit : Habit.all()) {
        fill(habit, day);
      }
    }
    return List.copyOf(entries);
  }

  /** Three requests for the studio that wait for an answer. */
  static List<Entry> requests(LocalDate today, ZoneId zone) {
    return IntStream.iterate(2, day -> day + 1)
        .filter(day -> today.plusDays(day).getDayOfWeek().getValue() < 6)
        .limit(3)
        .mapToObj(
            day -> request(day, today.plusDays(day).atTime(18, 30).atZone(zone).toInstant()))
        .toList();
  }

  private static Entry request(int day, Instant start) {
    var slot = TimeSlot.ofMinutes(start, 60);
    return new Entry(
        day, "studio", slot, FIRST_MEMBER + day, "Enregistrement d’un entretien", Entry.Sort.PLAIN);
  }

  private void fill(Habit habit, int day) {
    double wanted = habit.on(today.plusDays(day));
    int many = (int) Math.round(wanted + random.nextGaussian() * Math.min(0.8, wanted / 2));
    for (int i = 0; i < many; i++) {
      write(habit, day);
    }
  }

  private void write(Habit habit, int day) {
    for (int i = 0; i < TRIES; i++) {
      TimeSlot slot = slot(habit, day);
      int booker = booker(habit);
      if (mayUse(booker, habit) && isFree(habit, day, slot) && hasTime(booker, day, slot)) {
        entries.add(new Entry(day, habit.resource(), slot, booker, pick(habit.titles()), sort()));
        return;
      }
    }
  }

  private TimeSlot slot(Habit habit, int day) {
    Habit.Usual usual = pick(habit.usual());
    ZoneId zone = catalogue.resource(habit.resource()).orElseThrow().site().zone();
    var start = today.plusDays(day).atTime(usual.start()).atZone(zone).toInstant();
    return TimeSlot.ofMinutes(start, usual.minutes());
  }

  /** Mostly the regulars of that resource, who are neighbours in the cast; Bruno, Diane and Émile everywhere. */
  private int booker(Habit habit) {
    int chance = random.nextInt(100);
    if (chance < 18) {
      return FIRST_MEMBER + random.nextInt(3);
    }
    int first = Math.floorMod(habit.resource().hashCode(), people - FIRST_MEMBER);
    int offset = chance < 80
        ? first + random.nextInt(habit.regulars())
        : random.nextInt(people - FIRST_MEMBER);
    return FIRST_MEMBER + offset % (people - FIRST_MEMBER);
  }

  private Entry.Sort sort() {
    int chance = random.nextInt(100);
    if (chance < 6) {
      return Entry.Sort.PRIVATE;
    }
    return chance < 9 ? Entry.Sort.CANCELLED : Entry.Sort.PLAIN;
  }

  private boolean isFree(Habit habit, int day, TimeSlot slot) {
    TimeSlot around = slot.spread(APART, APART);
    boolean isOpen = closed.stream()
        .noneMatch(one -> one.resource().equals(habit.resource()) && one.slot().overlaps(around));
    return isOpen
        && near(day)
                .filter(entry -> shareSpace(entry, habit.resource()))
                .filter(entry ->
                    entry.slot().overlaps(habit.resource().equals("studio") ? around : slot))
                .count()
            < habit.seats();
  }

  /** Bruno has not learned to use the laser cutter. */
  private static boolean mayUse(int booker, Habit habit) {
    return booker != FIRST_MEMBER || !habit.resource().equals("decoupe-laser");
  }

  private boolean shareSpace(Entry entry, String resource) {
    Resource wanted = catalogue.resource(resource).orElseThrow();
    return catalogue.resource(entry.resource()).orElseThrow().spaceGroup() == wanted.spaceGroup();
  }

  private boolean hasTime(int booker, int day, TimeSlot slot) {
    return near(day).noneMatch(entry -> entry.booker() == booker && entry.slot().overlaps(slot));
  }

  private java.util.stream.Stream<Entry> near(int day) {
    return IntStream.iterate(entries.size() - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(entries::get)
        .takeWhile(entry -> entry.dayFromToday() >= day - 1);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
