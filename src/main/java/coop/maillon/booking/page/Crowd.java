package coop.maillon.booking.page;

import coop.maillon.booking.Occupied;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many of a resource's units are occupied when, as far as the rows at hand tell. */
final class Crowd {

  private final Resource resource;
  private final int units;
  private final List<Occupied> rows;

  /**
   * @param leaves the units that a booking of the resource would lie on
   * @param rows of any units; those of the reader's own hold left out, since it is not in their way
   */
  Crowd(Resource resource, List<Unit> leaves, Stream<Occupied> rows) {
    Set<UnitId> ours = leaves.stream().map(Unit::id).collect(Collectors.toSet());
    this.resource = resource;
    this.units = leaves.size();
    this.rows = rows.filter(row -> ours.contains(row.unit())).toList();
  }

  /** Of how many there are. */
  int units() {
    return resource.isWhole() ? 1 : units;
  }

  /** How many could still be booked for that time, buffers included. */
  int free(TimeSlot slot) {
    TimeSlot spread = resource.policy().buffers().around(slot);
    int most = edges(spread).stream().mapToInt(this::occupiedAt).max().orElse(0);
    return Math.max(0, (isFullAt(most) ? 0 : units() - (resource.isWhole() ? 0 : most)));
  }

  /** When nothing of it is left, sorted and apart, within the window. */
  List<TimeSlot> full(TimeSlot window) {
    var full = new ArrayList<TimeSlot>();
    var edges = edges(window);
    edges.add(window.end());
    Instant from = window.start();
    for (Instant to : edges) {
      if (to.isAfter(from) && isFullAt(occupiedAt(from))) {
        add(full, new TimeSlot(from, to));
      }
      from = to;
    }
    return full;
  }

  private static void add(List<TimeSlot> full, TimeSlot next) {
    int last = full.size() - 1;
    if (last >= 0 && full.get(last).end().equals(next.start())) {
      full.set(last, new TimeSlot(full.get(last).start(), next.end()));
    } else {
      full.add(next);
    }
  }

  private TreeSet<Instant> edges(TimeSlot window) {
    var edges = new TreeSet<Instant>();
    edges.add(window.start());
    rows.stream()
        .flatMap(row -> Stream.of(row.during().start(), row.during().end()))
        .filter(window::contains)
        .forEach(edges::add);
    return edges;
  }

  private int occupiedAt(Instant moment) {
    return (int) rows.stream()
        .filter(row -> row.during().contains(moment))
        .map(Occupied::unit)
        .distinct()
        .count();
  }

  private boolean isFullAt(int occupied) {
    return units == 0 || occupied >= (resource.isWhole() ? 1 : units);
  }
}
