package coop.maillon.booking.rehouse;

import static java.util.Comparator.comparing;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.seat.Budget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who goes where: of all ways to give each booking one of its homes, or none, so that no two collide, the cheapest.
 *
 * @param homes those found, by booking
 * @param proven whether nothing is cheaper; the search may have run out of time before
 */
public record Rehousing(Map<BookingId, Home> homes, Cost cost, boolean proven) {

  public static final Rehousing NOTHING = new Rehousing(Map.of(), Cost.NOTHING, true);

  public Rehousing {
    homes = Map.copyOf(homes);
  }

  /**
   * @param choices homes that are to be taken, if they can still be had; an earlier one before a later one
   * @param budget ends the search; what was best by then is the answer
   */
  public static Rehousing of(List<Displaced> displaced, List<Choice> choices, Budget budget) {
    var found = NOTHING;
    for (List<Displaced> some : apart(settled(displaced, choices))) {
      var crowd = new Crowd(some);
      for (List<Integer> together : crowd.components()) {
        found = found.plus(new Branches(crowd, together, budget).best());
      }
    }
    return found;
  }

  /** Groups whose homes lie at times that do not meet: one day is nothing to the next. */
  private static List<List<Displaced>> apart(List<Displaced> displaced) {
    var groups = new ArrayList<List<Displaced>>();
    var end = Instant.MIN;
    for (Displaced one : displaced.stream().sorted(comparing(Displaced::span)).toList()) {
      if (!one.span().start().isBefore(end)) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(one);
      end = one.span().end().isAfter(end) ? one.span().end() : end;
    }
    return groups;
  }

  /** Empty where it found none. */
  public Optional<Home> of(BookingId booking) {
    return Optional.ofNullable(homes.get(booking));
  }

  private Rehousing plus(Rehousing other) {
    var all = new HashMap<>(homes);
    all.putAll(other.homes);
    return new Rehousing(all, cost.plus(other.cost), proven && other.proven);
  }

  private static List<Displaced> settled(List<Displaced> displaced, List<Choice> choices) {
    var settled = new HashMap<BookingId, Home>();
    for (Choice choice : choices) {
      displaced.stream()
          .flatMap(one -> one.homes().stream())
          .filter(choice::isMetBy)
          .filter(home -> settled.values().stream().noneMatch(home::collidesWith))
          .findFirst()
          .ifPresent(home -> settled.putIfAbsent(home.booking(), home));
    }
    return displaced.stream().map(one -> one.to(left(one, settled))).toList();
  }

  private static List<Home> left(Displaced one, Map<BookingId, Home> settled) {
    var own = settled.get(one.id());
    if (own != null) {
      return List.of(own);
    }
    var left = new ArrayList<>(one.homes());
    left.removeIf(home -> settled.values().stream().anyMatch(home::collidesWith));
    return left;
  }
}
