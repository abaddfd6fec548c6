package coop.maillon.booking.act;

import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Seat;
import coop.maillon.booking.Seated;
import coop.maillon.booking.Wish;
import coop.maillon.booking.seat.Budget;
import coop.maillon.booking.seat.Piece;
import coop.maillon.booking.seat.Pool;
import coop.maillon.booking.seat.Seating;
import coop.maillon.booking.seat.UnitChoice;
import coop.maillon.booking.seat.Wanted;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan of the locked part of the ledger on which a claim's wishes are seated one after the other. Nothing is written. */
public final class Seats {

  private final Catalogue catalogue;
  private final UnitChoice choice;
  private final Instant now;
  private final TimeSlot known;
  private final Budget budget;
  private final Map<Long, Occupied> rows = new LinkedHashMap<>();
  private final Map<Long, Occupied> moved = new LinkedHashMap<>();
  private final List<Seat> seats = new ArrayList<>();
  private final List<ResourceId> full = new ArrayList<>();
  private final Set<Long> endedHolds = new HashSet<>();
  private boolean wantsMore;
  private long nextKey = -1;

  /** The plan starts from the chain without what the claim gives up: expired holds, the actor's own, the booking it replaces. */
  public Seats(
      Claim claim,
      Chain chain,
      Catalogue catalogue,
      UnitChoice choice,
      Instant now,
      Budget budget) {
    this.catalogue = catalogue;
    this.choice = choice;
    this.now = now;
    this.known = chain.known();
    this.budget = budget;
    chain.rows().forEach(row -> lay(row, claim));
  }

  /** All wishes or none. */
  public Optional<Seated> seat(Claim claim) {
    for (Wish wish : claim.wishes()) {
      if (!seatOne(wish, claim.spread(wish.resource()))) {
        full.add(wish.resource().id());
      }
    }
    return full.isEmpty()
        ? Optional.of(new Seated(seats, List.copyOf(moved.values()), endedHolds))
        : Optional.empty();
  }

  /** After a refusal: what has no seat left for it. */
  List<ResourceId> full() {
    return List.copyOf(full);
  }

  /** After a refusal: whether knowing the ledger further ahead could make room. */
  boolean wantsMore() {
    return wantsMore;
  }

  private void lay(Occupied row, Claim claim) {
    if (endsBy(row, claim, now)) {
      row.hold().ifPresent(hold -> endedHolds.add(hold.id()));
    } else if (row.booking().filter(claim.givenUp()::contains).isEmpty()) {
      rows.put(row.id(), row);
    }
  }

  /** Whether the row is a hold that is over, or that the claim takes the place of. */
  static boolean endsBy(Occupied row, Claim claim, Instant now) {
    boolean isOwn =
        row.isHoldOf(claim.actor().id()) || row.isHoldOf(claim.member().value());
    return row.isExpiredHold(now) || (isOwn && (!row.isOffer() || isAccepted(row, claim)));
  }

  /** An offer ends by what its owner books in its place, and stays beside anything else. */
  private static boolean isAccepted(Occupied offer, Claim claim) {
    return claim.purpose() != Claim.Purpose.HOLD
        && claim.resources().anyMatch(resource -> claim.spread(resource).overlaps(offer.during()));
  }

  private boolean seatOne(Wish wish, TimeSlot during) {
    List<UnitId> units =
        catalogue.leafUnits(wish.resource()).stream().map(Unit::id).toList();
    return wish.resource().isWhole()
        ? seatWhole(wish.resource(), units, during)
        : seatOnOne(wish, units, during);
  }

  private boolean seatWhole(Resource whole, List<UnitId> units, TimeSlot during) {
    Set<UnitId> wanted = Set.copyOf(units);
    boolean taken = rows.values().stream()
        .anyMatch(row -> wanted.contains(row.unit()) && row.during().overlaps(during));
    if (taken || units.isEmpty()) {
      return false;
    }
    units.forEach(unit -> put(new Seat(whole.id(), unit, during)));
    return true;
  }

  private boolean seatOnOne(Wish wish, List<UnitId> units, TimeSlot during) {
    var pool = new Pool(units, pieces(wish.resource()), known);
    Optional<Seating> seating = choice.seat(pool, new Wanted(during, wish.unit()), budget);
    wantsMore |= seating.isEmpty() && pool.hasLooseEnds();
    seating.ifPresent(found -> {
      found.moved().forEach(this::move);
      put(new Seat(wish.resource().id(), found.forWanted(), during));
    });
    return seating.isPresent();
  }

  private List<Piece> pieces(Resource resource) {
    return rows.values().stream()
        .map(row -> row.asPiece(resource, now))
        .collect(Collectors.toList());
  }

  private void move(long key, UnitId unit) {
    Occupied row = java.util.Objects.requireNonNull(rows.get(key)).on(unit);
    rows.put(key, row);
    moved.put(key, row);
  }

  private void put(Seat seat) {
    seats.add(seat);
    rows.put(
        nextKey,
        new Occupied(
            nextKey,
            seat.unit(),
            seat.resource(),
            seat.during(),
            seat.during(),
            Occupied.Cause.BOOKING,
            Optional.empty(),
            Optional.empty(),
            Occupied.Bond.CHOSEN));
    nextKey--;
  }
}
