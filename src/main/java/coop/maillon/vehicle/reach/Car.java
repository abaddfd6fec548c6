package coop.maillon.vehicle.reach;

import coop.maillon.booking.free.Vacancy;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.vehicle.fleet.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A car with the starts of a day.
 *
 * @param standing empty where it is not judged by its charge: it goes as far as one likes
 */
record Car(Resource resource, Optional<Standing> standing, List<Start> starts) {

  /**
   * One time at which one may set out.
   *
   * @param isFree for as long as is needed
   * @param farthest in km; empty where it is not judged by its charge, or not free
   */
  record Start(TimeSlot slot, boolean isFree, OptionalInt farthest) {}

  static Car of(
      Resource resource, Vacancy vacancy, Optional<Standing> standing, List<TimeSlot> slots) {
    var far = standing.map(known -> known.farthest(slots));
    var starts = new ArrayList<Start>();
    for (int i = 0; i < slots.size(); i++) {
      var slot = slots.get(i);
      int at = i;
      OptionalInt km = far.map(all -> all.get(at)).orElse(OptionalInt.empty());
      boolean isFree = vacancy.accepts(slot) && (standing.isEmpty() || km.isPresent());
      starts.add(new Start(slot, isFree, km));
    }
    return new Car(resource, standing, starts);
  }

  /** Whether nobody has read how full it is, so that it cannot be lent yet. */
  boolean isUnread() {
    return standing.filter(known -> known.noted().isEmpty()).isPresent();
  }

  List<Start> free() {
    return starts.stream().filter(Start::isFree).toList();
  }

  /** When one may set out as far as is needed. */
  List<Start> enough(Need need) {
    return free().stream().filter(start -> need.isEnough(start.farthest())).toList();
  }

  /** The farthest of all; empty where it is not judged by its charge, or never free. */
  OptionalInt farthest() {
    return free().stream().flatMapToInt(start -> start.farthest().stream()).max();
  }
}
