package coop.maillon.booking.series;

import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Seat;
import coop.maillon.booking.Seated;
import coop.maillon.booking.act.Ground;
import coop.maillon.booking.act.Groundwork;
import coop.maillon.booking.act.Judge;
import coop.maillon.booking.seat.Budget;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges claim after claim of one act, each on the ledger as the earlier ones leave it. Nothing is written. */
public final class Ahead {

  /** How long all of them together may search for seats where some are fixed. */
  private static final Duration SEARCH = Duration.ofMillis(150);

  private final Judge judge;
  private final Ground ground;
  private final Catalogue catalogue;
  private final Budget budget = Budget.lasting(SEARCH, System::nanoTime);
  private final Map<Long, Occupied> rows = new HashMap<>();
  private final Map<Long, Occupied> moved = new HashMap<>();
  private final Set<Long> endedHolds = new HashSet<>();
  private final Map<MemberId, List<Claim.Beside>> taken = new HashMap<>();
  private long nextKey = Long.MIN_VALUE;

  public Ahead(Judge judge, Ground ground, Catalogue catalogue) {
    this.judge = judge;
    this.ground = ground;
    this.catalogue = catalogue;
    ground.chain().rows().forEach(row -> rows.put(row.id(), row));
  }

  /** The first of the claims that may stand, or the first one's refusal. */
  public Judge.Decision decide(List<Claim> claims) {
    Judge.Decision first = decide(claims.get(0));
    for (Claim other :
        claims.subList(first.seated().isPresent() ? claims.size() : 1, claims.size())) {
      Judge.Decision later = decide(other);
      if (later.seated().isPresent()) {
        return accepted(later);
      }
    }
    return first.seated().isPresent() ? accepted(first) : first;
  }

  /** What makes room for all that was accepted; no seats. */
  public Seated room() {
    return new Seated(List.of(), List.copyOf(moved.values()), endedHolds);
  }

  /** In a pool that is full nearby, those who make room may have to be moved further away. */
  private Judge.Decision decide(Claim claim) {
    var near = decide(claim, Groundwork.NEAR);
    boolean isSearch = near.seated().isEmpty()
        && near.violations().isEmpty()
        && claim.resources().anyMatch(Resource::isPool);
    return isSearch ? decide(claim, Groundwork.FAR) : near;
  }

  private Judge.Decision decide(Claim claim, Duration beyond) {
    int minutes = (int) beyond.toMinutes();
    var around = claim
        .resources()
        .map(claim::spread)
        .map(span -> span.spread(minutes, minutes))
        .reduce(TimeSlot::span)
        .flatMap(ground.chain().known()::intersection)
        .orElseThrow();
    var near =
        rows.values().stream().filter(row -> row.during().overlaps(around)).toList();
    var others = taken.getOrDefault(claim.member(), List.of());
    return judge.decide(
        claim.alongside(others), ground.on(new Chain(near, around)), catalogue, budget);
  }

  private Judge.Decision accepted(Judge.Decision decision) {
    Seated seated = decision.seated().orElseThrow();
    seated.moved().forEach(row -> {
      rows.put(row.id(), row);
      moved.put(row.id(), row);
    });
    seated.seats().forEach(seat -> put(seat, decision.claim().slot()));
    endedHolds.addAll(seated.endedHolds());
    taken
        .computeIfAbsent(decision.claim().member(), member -> new ArrayList<>())
        .add(Claim.Beside.of(decision.claim()));
    return decision;
  }

  private void put(Seat seat, TimeSlot own) {
    var row = new Occupied(
        nextKey++,
        seat.unit(),
        seat.resource(),
        seat.during(),
        own,
        Occupied.Cause.BOOKING,
        Optional.empty(),
        Optional.empty(),
        Occupied.Bond.CHOSEN);
    rows.put(row.id(), row);
  }
}
