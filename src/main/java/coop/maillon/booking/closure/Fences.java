package coop.maillon.booking.closure;

import coop.maillon.booking.closure.FenceStore.Fence;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Stretches;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of closures on the ledger. They are the merged union of the active closures of a unit, so that two may overlap
 * and lifting one leaves the other; what is past stays as it was.
 */
final class Fences {

  private final FenceStore store = new FenceStore();
  private final ClosureStore closures;

  Fences(ClosureStore closures) {
    this.closures = closures;
  }

  /**
   * The ground on which rows are laid.
   *
   * @param since what was before stays as it was
   */
  record Ground(Catalogue catalogue, Collection<UnitId> units, Instant since) {}

  /** Lays the rows anew; the units must have been cleared. */
  Future<Void> lay(Tx tx, Ground ground) {
    return lay(tx, ground, List.of());
  }

  /** Lays the rows where nobody has booked: for units that a closure did not reach before. */
  Future<Void> layAround(Tx tx, Ground ground) {
    return store
        .booked(tx, ground.units(), ground.since())
        .compose(booked -> lay(tx, ground, booked));
  }

  private Future<Void> lay(Tx tx, Ground ground, List<Fence> booked) {
    var standing = store.fences(tx, ground.units(), ground.since());
    var active = closures.active(tx, ground.since());
    return Future.all(standing, active).compose(done -> {
      var gone = new ArrayList<Fence>();
      var laid = new ArrayList<Fence>();
      for (UnitId unit : ground.units()) {
        if (ground.catalogue().unit(unit).isPresent()) {
          var before = of(unit, standing.result());
          var wanted = wanted(unit, ground, before, active.result());
          var free = Stretches.without(
              wanted, Stretches.joined(of(unit, booked).stream().map(Fence::during)));
          gone.addAll(before);
          free.forEach(during -> laid.add(new Fence(0, unit, during)));
        }
      }
      return store.replace(tx, gone, laid, ground.catalogue());
    });
  }

  private static List<TimeSlot> wanted(
      UnitId unit, Ground ground, List<Fence> before, List<Closure> active) {
    Stream<TimeSlot> past =
        before.stream().flatMap(fence -> clipped(fence.during().start(), ground.since()).stream());
    Stream<TimeSlot> ahead = active.stream()
        .filter(closure -> closure.target().units(ground.catalogue()).contains(unit))
        .flatMap(closure ->
            clipped(
                later(closure.slot().start(), ground.since()), closure.slot().end())
                .stream());
    return Stretches.joined(Stream.concat(past, ahead));
  }

  private static Optional<TimeSlot> clipped(Instant start, Instant end) {
    return TimeSlot.between(start, end);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static List<Fence> of(UnitId unit, List<Fence> fences) {
    return fences.stream().filter(fence -> fence.unit().equals(unit)).toList();
  }
}
