package coop.maillon.booking.act;

import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Condition;
import coop.maillon.booking.Facts;
import coop.maillon.booking.Finding;
import coop.maillon.booking.Once;
import coop.maillon.booking.Violation;
import coop.maillon.db.Lock;
import coop.maillon.db.Query;
import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first round trip of every way in: the repeat key, then the locks, then every fact, all sent without waiting. */
public final class Groundwork {

  /** How far beyond a claim a pool's rows are read at first, and when room must be made by moving more of them. */
  public static final Duration NEAR = Duration.ofHours(24);

  public static final Duration FAR = Duration.ofDays(30);

  private final BookingStore bookings = new BookingStore();
  private final OnceStore onces = new OnceStore();
  private final LedgerStore ledger = new LedgerStore();
  private final List<Condition> conditions;

  public Groundwork(List<Condition> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  /**
   * @param member whose repeat key it is
   * @throws StaleCatalogue as the failure of the Future, where the claims were made on an older catalogue
   */
  public Future<Ground> lay(
      Tx tx, Collection<Claim> claims, Catalogue catalogue, Optional<Once> once) {
    var reading =
        new Reading(claims, locks(claims), units(claims, catalogue), known(claims), List.of());
    return lay(tx, reading, catalogue, once);
  }

  /** What is read under which locks; {@code more} is asked besides the facts of the conditions. */
  record Reading(
      Collection<Claim> claims,
      Set<Lock> locks,
      Set<UnitId> units,
      TimeSlot known,
      List<Query> more) {

    private Claim first() {
      return claims.iterator().next();
    }
  }

  /** What lies far around the claims on all of these, which may have to make room. */
  Reading among(List<Claim> claims, List<Resource> among, Catalogue catalogue, List<Query> more) {
    var locks = new HashSet<>(locks(claims));
    among.forEach(resource -> locks.add(Lock.ofSpaceGroup(resource.spaceGroup())));
    var units = new HashSet<>(units(claims, catalogue));
    among.forEach(one -> catalogue.leafUnits(one).forEach(unit -> units.add(unit.id())));
    var far = claims.stream().map(claim -> reach(claim, FAR)).reduce(Groundwork::both);
    return new Reading(claims, locks, units, far.orElseThrow(), more);
  }

  Future<Ground> lay(Tx tx, Reading reading, Catalogue catalogue, Optional<Once> once) {
    Claim first = reading.first();
    long member = first.actor().id();
    once.ifPresent(key -> onces.claim(tx, member, key, first.asked()));
    var kept = once.map(key -> onces.kept(tx, member, key))
        .orElse(Future.succeededFuture(Optional.empty()));
    tx.lock(reading.locks());
    var looked =
        ledger.look(tx, sought(reading, catalogue)).map(found -> current(found, catalogue));
    var facts = facts(tx, reading.claims(), reading.more());
    return Future.all(kept, looked, facts)
        .map(done -> ground(kept.result(), looked.result(), facts.result()));
  }

  private static LedgerStore.Sought sought(Reading reading, Catalogue catalogue) {
    return new LedgerStore.Sought(
        reading.first(), reading.units(), reading.known(), wanted(reading.claims(), catalogue));
  }

  private static Ground ground(
      Optional<OnceStore.Kept> kept, LedgerStore.Found found, Facts facts) {
    return new Ground(kept, found.next(), found.chain(), facts, found.waiting());
  }

  /** The chain read further ahead, in a transaction that has the locks. */
  Future<Chain> further(Tx tx, Claim claim, Catalogue catalogue) {
    return ledger.around(tx, units(List.of(claim), catalogue), reach(claim, FAR));
  }

  /** The claim, waiting for a yes where a condition wants one. */
  Claim asking(Claim claim, Ground ground) {
    return conditions.stream().anyMatch(one -> one.asksApproval(claim, ground.facts()))
        ? claim.asking()
        : claim;
  }

  public List<Violation> judge(Claim claim, Ground ground) {
    return conditions.stream()
        .flatMap(condition -> condition.judge(claim, ground.chain(), ground.facts()).stream())
        .toList();
  }

  /** Every rule that concerns the claim, as it stands to each; without the ledger, which has no rules. */
  public List<Finding> findings(Claim claim, Ground ground, List<Violation> broken) {
    var lookedAt = Stream.concat(
            BookingRule.findings(claim),
            conditions.stream().flatMap(one -> one.findings(claim, ground.facts()).stream()))
        .toList();
    return Finding.judged(lookedAt, broken);
  }

  /** Which claims the conditions let stand, as things are now: for what is only proposed, outside of any transaction. */
  Future<Predicate<Claim>> proposable(Sql sql, Collection<Claim> claims) {
    return facts(sql, claims, List.of())
        .map(facts -> claim -> conditions.stream()
            .allMatch(one ->
                one.judge(claim, new Chain(List.of(), claim.slot()), facts).isEmpty()));
  }

  private static LedgerStore.Found current(LedgerStore.Found found, Catalogue catalogue) {
    if (found.catalogue() != catalogue.version()) {
      throw new StaleCatalogue();
    }
    return found;
  }

  /** All that must not be decided about while the claims are. */
  public Set<Lock> locks(Collection<Claim> claims) {
    var locks = new HashSet<Lock>();
    for (Claim claim : claims) {
      locks.addAll(claim.spaceLocks());
      if (claim.purpose() == Claim.Purpose.HOLD) {
        locks.add(Lock.ofMemberQuota(claim.member().value()));
      }
      conditions.forEach(condition -> locks.addAll(condition.locks(claim)));
    }
    return locks;
  }

  private Future<Facts> facts(Sql sql, Collection<Claim> claims, List<Query> more) {
    var own = claims.stream()
        .flatMap(
            claim -> conditions.stream().flatMap(condition -> condition.facts(claim).stream()));
    Map<Query, Future<List<JsonObject>>> asked = Stream.concat(own, more.stream())
        .distinct()
        .collect(Collectors.toMap(query -> query, query -> bookings.ask(sql, query)));
    return Future.all(List.copyOf(asked.values())).map(done -> {
      var rows = new HashMap<Query, List<JsonObject>>();
      asked.forEach((query, answer) -> rows.put(query, answer.result()));
      return new Facts(rows);
    });
  }

  /** What is claimed, with all that shares its space. */
  private static Set<ResourceId> wanted(Collection<Claim> claims, Catalogue catalogue) {
    return claims.stream()
        .flatMap(Claim::resources)
        .flatMap(catalogue::sharing)
        .map(Resource::id)
        .collect(Collectors.toSet());
  }

  private static Set<UnitId> units(Collection<Claim> claims, Catalogue catalogue) {
    return claims.stream()
        .flatMap(Claim::resources)
        .flatMap(resource -> catalogue.leafUnits(resource).stream())
        .map(Unit::id)
        .collect(Collectors.toSet());
  }

  /** Where no unit can be chosen, the claim's own time is enough; in a pool others may have to move. */
  private static TimeSlot known(Collection<Claim> claims) {
    boolean pools = claims.stream().flatMap(Claim::resources).anyMatch(Resource::isPool);
    Duration beyond = pools ? around(claims) : Duration.ZERO;
    return claims.stream()
        .map(claim -> reach(claim, beyond))
        .reduce(Groundwork::both)
        .orElseThrow();
  }

  /** Several times are decided on one reading, for which no second look can be taken. */
  private static Duration around(Collection<Claim> claims) {
    return claims.stream().map(Claim::slot).distinct().count() > 1 ? FAR : NEAR;
  }

  private static TimeSlot reach(Claim claim, Duration beyond) {
    return claim
        .resources()
        .map(claim::spread)
        .reduce(Groundwork::both)
        .map(span -> new TimeSlot(span.start().minus(beyond), span.end().plus(beyond)))
        .orElseThrow();
  }

  private static TimeSlot both(TimeSlot one, TimeSlot other) {
    return new TimeSlot(
        one.start().isBefore(other.start()) ? one.start() : other.start(),
        one.end().isAfter(other.end()) ? one.end() : other.end());
  }

  /** The catalogue changed between reading it and taking the locks: roll back, read it again, start again. */
  public static final class StaleCatalogue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleCatalogue() {
      super("the catalogue has changed", null, false, false);
    }
  }
}
