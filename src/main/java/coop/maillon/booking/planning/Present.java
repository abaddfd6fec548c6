package coop.maillon.booking.planning;

import coop.maillon.booking.planning.RowPage.State;
import coop.maillon.resource.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a resource is now, in a word; on another day, only whether anything is left. */
record Present(Scene scene, List<Free.Stretch> free) {

  Optional<State> state() {
    if (!scene.isToday()) {
      return isOver() || isAnyLeft() ? Optional.empty() : Optional.of(full());
    }
    if (isLate()) {
      return Optional.of(new State("no", "alert", scene.words().say("planning.late")));
    }
    if (isMine()) {
      return Optional.of(new State("live", "user", scene.words().say("planning.now.mine")));
    }
    return Optional.of(freeNow() > 0 ? freeState() : next().map(this::later).orElseGet(this::full));
  }

  /** How many units are free at this moment. */
  int freeNow() {
    return free.stream()
        .filter(stretch -> stretch.slot().contains(scene.now()))
        .mapToInt(Free.Stretch::units)
        .sum();
  }

  private boolean isOver() {
    return !scene.now().isBefore(scene.day().slot().end());
  }

  private boolean isAnyLeft() {
    return free.stream().anyMatch(stretch -> stretch.units() > 0);
  }

  private boolean isMine() {
    return scene.taken().stream()
        .anyMatch(taken -> (taken.sort() == Taken.Sort.BOOKED || taken.sort() == Taken.Sort.DUE)
            && taken.isMine()
            && taken.slot().contains(scene.now()));
  }

  /** Of a pool there may be others. */
  private boolean isLate() {
    return !scene.resource().isPool()
        && scene.taken().stream()
            .anyMatch(
                taken -> taken.sort() == Taken.Sort.LATE && taken.slot().contains(scene.now()));
  }

  private Optional<Instant> next() {
    return free.stream()
        .filter(stretch -> stretch.units() > 0 && stretch.slot().start().isAfter(scene.now()))
        .map(stretch -> stretch.slot().start())
        .findFirst();
  }

  private State freeState() {
    Resource resource = scene.resource();
    String label = resource.isPool()
        ? scene
            .words()
            .say(
                "planning.now.some",
                "free",
                freeNow(),
                "units",
                resource.units().size())
        : scene.words().say("planning.now.free");
    return new State("ok", "check", label);
  }

  private State later(Instant start) {
    String label = scene.words().say("planning.now.later", "time", scene.start(start));
    return new State("", "clock", label);
  }

  private State full() {
    boolean shut = free.isEmpty();
    String label = scene.words().say(shut ? "planning.now.shut" : "planning.now.full");
    return new State("", shut ? "lock" : "x", label);
  }
}
