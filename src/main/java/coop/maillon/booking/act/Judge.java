package coop.maillon.booking.act;

import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Seated;
import coop.maillon.booking.Violation;
import coop.maillon.booking.seat.Budget;
import coop.maillon.booking.seat.UnitChoice;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says whether a claim may stand on its ground: by the rules first, then by the ledger. */
public final class Judge {

  /** How long the search for a seat may take where some are fixed (product.md, pools). */
  private static final Duration SEARCH = Duration.ofMillis(150);

  private final Vertx vertx;
  private final Clock clock;
  private final UnitChoice choice;
  private final Groundwork groundwork;

  Judge(Vertx vertx, Clock clock, UnitChoice choice, Groundwork groundwork) {
    this.vertx = vertx;
    this.clock = clock;
    this.choice = choice;
    this.groundwork = groundwork;
  }

  /** The same judge with other conditions. */
  Judge on(Groundwork other) {
    return new Judge(vertx, clock, choice, other);
  }

  /**
   * A claim judged: seated, or against rules, or neither; then the time is taken.
   *
   * @param full what has no seat left for it
   */
  public record Decision(
      Claim claim, List<Violation> violations, Optional<Seated> seated, List<ResourceId> full) {

    static Decision against(Claim claim, List<Violation> violations) {
      return new Decision(claim, violations, Optional.empty(), List.of());
    }

    static Decision on(Claim claim, Seats seats) {
      var seated = seats.seat(claim);
      return new Decision(claim, List.of(), seated, seats.full());
    }

    /** A form keeps nothing that somebody else waits for. */
    Decision unless(Ground.Waiting waiting) {
      return waiting == Ground.Waiting.SOMEBODY
          ? new Decision(claim, violations, Optional.empty(), full)
          : this;
    }

    boolean fits() {
      return seated.isPresent();
    }
  }

  /** The first claim that may stand, or the first one's refusal. Time is read here, under the locks. */
  public Future<Decision> first(Tx tx, List<Claim> claims, Ground ground, Catalogue catalogue) {
    return decide(tx, claims.get(0), ground, catalogue)
        .compose(first -> first.fits() || claims.size() == 1
            ? Future.succeededFuture(first)
            : first(tx, claims.subList(1, claims.size()), ground, catalogue)
                .map(later -> later.fits() ? later : first));
  }

  public Future<Decision> decide(Tx tx, Claim claim, Ground ground, Catalogue catalogue) {
    List<Violation> broken = broken(claim, ground);
    return broken.isEmpty()
        ? seat(tx, groundwork.asking(claim, ground), ground.chain(), catalogue)
        : Future.succeededFuture(Decision.against(claim, broken));
  }

  /** The same at once, for one of many claims of an act: what must be searched is searched as long as the budget lasts. */
  public Decision decide(Claim claim, Ground ground, Catalogue catalogue, Budget budget) {
    List<Violation> broken = broken(claim, ground);
    return broken.isEmpty()
        ? seat(groundwork.asking(claim, ground), ground.chain(), catalogue, budget)
        : Decision.against(claim, broken);
  }

  /** Whether there is a seat for it, whatever the rules say of it. */
  public Future<Decision> seated(Tx tx, Claim claim, Ground ground, Catalogue catalogue) {
    return seat(tx, groundwork.asking(claim, ground), ground.chain(), catalogue);
  }

  /** Every rule that stands in its way. */
  public List<Violation> broken(Claim claim, Ground ground) {
    return java.util.stream.Stream.concat(
            BookingRule.brokenBy(claim, clock.instant()).stream(),
            groundwork.judge(claim, ground).stream())
        .toList();
  }

  private Decision seat(Claim claim, Chain chain, Catalogue catalogue, Budget budget) {
    Decision atOnce = Decision.on(claim, plan(claim, chain, catalogue, Duration.ZERO));
    return atOnce.fits() || budget.isSpent() || claim.resources().noneMatch(Resource::isPool)
        ? atOnce
        : Decision.on(claim, new Seats(claim, chain, catalogue, choice, clock.instant(), budget));
  }

  /** Most claims are seated at once; a real search goes to a worker, and may ask to see further. */
  private Future<Decision> seat(Tx tx, Claim claim, Chain chain, Catalogue catalogue) {
    var atOnce = Decision.on(claim, plan(claim, chain, catalogue, Duration.ZERO));
    boolean isSearch = !atOnce.fits() && claim.resources().anyMatch(resource -> resource.isPool());
    return isSearch ? search(tx, claim, chain, catalogue) : Future.succeededFuture(atOnce);
  }

  private Future<Decision> search(Tx tx, Claim claim, Chain chain, Catalogue catalogue) {
    Seats seats = plan(claim, chain, catalogue, SEARCH);
    return vertx
        .executeBlocking(() -> Decision.on(claim, seats))
        .compose(found -> found.fits() || !seats.wantsMore()
            ? Future.succeededFuture(found)
            : groundwork
                .further(tx, claim, catalogue)
                .compose(far -> vertx.executeBlocking(
                    () -> Decision.on(claim, plan(claim, far, catalogue, SEARCH)))));
  }

  private Seats plan(Claim claim, Chain chain, Catalogue catalogue, Duration search) {
    return new Seats(
        claim, chain, catalogue, choice, clock.instant(), Budget.lasting(search, System::nanoTime));
  }
}
