package coop.maillon.booking.trial;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Violation;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Ground;
import coop.maillon.booking.act.Judge;
import coop.maillon.booking.act.Wanting;
import coop.maillon.booking.free.Alternative;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a request as booking it would, by the same judge on the same ground, and writes nothing. */
public final class Trials {

  private final Engine engine;

  public Trials(Engine engine) {
    this.engine = engine;
  }

  /** Empty where something asked for is no longer there. */
  Future<Optional<Trial>> of(BookingRequest request) {
    return engine
        .acts()
        .withCatalogue(catalogue -> request
            .on(catalogue)
            .map(current ->
                of(current.claim(0, engine.clock().instant()), catalogue).map(Optional::of))
            .orElseGet(() -> Future.succeededFuture(Optional.empty())))
        .compose(found -> found
            .map(trial -> ways(trial).map(ways -> Optional.of(trial.with(ways))))
            .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Trial> of(Claim claim, Catalogue catalogue) {
    boolean isSeen = claim
        .resources()
        .allMatch(resource -> claim.actor().maySee(resource.site().id().value()));
    return isSeen
        ? judged(claim, catalogue)
        : Future.succeededFuture(Trial.unseen(claim, catalogue));
  }

  private Future<Trial> judged(Claim claim, Catalogue catalogue) {
    return engine
        .database()
        .transaction(tx -> engine
            .groundwork()
            .lay(tx, List.of(claim), catalogue, Optional.empty())
            .compose(ground -> judged(tx, claim, ground, catalogue))
            .compose(trial -> tx.rollback().map(trial)));
  }

  private Future<Trial> judged(Tx tx, Claim claim, Ground ground, Catalogue catalogue) {
    var broken = engine.judge().broken(claim, ground);
    return engine
        .judge()
        .seated(tx, claim, ground, catalogue)
        .map(decision -> new Trial(
            catalogue,
            decision.claim(),
            answer(decision, broken, ground),
            engine.groundwork().findings(claim, ground, broken),
            decision.full(),
            standing(decision, ground.chain(), catalogue),
            List.of()));
  }

  private static Trial.Answer answer(
      Judge.Decision decision, List<Violation> broken, Ground ground) {
    if (!broken.isEmpty()) {
      return Trial.Answer.REFUSED;
    }
    if (decision.seated().isEmpty()) {
      return Trial.Answer.TAKEN;
    }
    if (ground.waiting() == Ground.Waiting.SOMEBODY) {
      return Trial.Answer.WAITED;
    }
    return decision.claim().needsApproval() ? Trial.Answer.PENDING : Trial.Answer.CONFIRMED;
  }

  /** What lies on the units of what is full, at that time. */
  private List<Occupied> standing(Judge.Decision decision, Chain chain, Catalogue catalogue) {
    Instant now = engine.clock().instant();
    var claim = decision.claim();
    return decision.full().stream()
        .map(catalogue::known)
        .flatMap(resource -> {
          Set<UnitId> units =
              catalogue.leafUnits(resource).stream().map(Unit::id).collect(Collectors.toSet());
          return chain.rows().stream()
              .filter(row -> units.contains(row.unit()) && !row.isExpiredHold(now))
              .filter(row -> row.during().overlaps(claim.spread(resource)));
        })
        .distinct()
        .toList();
  }

  private Future<List<Alternative>> ways(Trial trial) {
    if (trial.passes() || trial.answer() == Trial.Answer.UNSEEN) {
      return Future.succeededFuture(List.of());
    }
    var slot = trial.claim().slot();
    return engine
        .waysOut()
        .with(new BookingOutcome.Taken(slot, trial.full(), List.of()), Wanting.of(trial.claim()))
        .map(told -> told instanceof BookingOutcome.Taken taken ? taken.alternatives() : List.of());
  }
}
