package coop.maillon.vehicle.pool;

import coop.maillon.booking.seat.Budget;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a car for a ride among others' rides; those may move, if that makes room. */
public final class CarPool {

  private final Lineup lineup;

  public CarPool(Collection<Lane> lanes) {
    lineup = Lineup.of(lanes);
  }

  /** As things lie: nobody moves. */
  public Optional<Placing> bestFit(Ride wanted) {
    return lineup.bestFit(wanted).map(Placing::on);
  }

  /**
   * As few moves as will do: none, one, two, then as many as a search finds within its budget.
   *
   * @param wanted none of the rides that lie there already
   * @return empty where there is no way, or none was found in time
   */
  public Optional<Placing> place(Ride wanted, Budget budget) {
    return bestFit(wanted)
        .or(() -> byOne(wanted).findFirst().map(after -> placing(after, wanted)))
        .or(() -> budget.isSpent()
            ? Optional.empty()
            : byTwo(wanted, budget).findFirst().map(after -> placing(after, wanted)))
        .or(() -> new Search(lineup, wanted, budget).best());
  }

  private Placing placing(Lineup after, Ride wanted) {
    return Placing.between(lineup, after, wanted);
  }

  /** One makes room and finds a place elsewhere. */
  private Stream<Lineup> byOne(Ride wanted) {
    return gaps(lineup, wanted).flatMap(gap -> settled(gap.lineup(), gap.homeless()));
  }

  /** A line-up with the wanted ride in it, and one that has to find another place. */
  private record Gap(Lineup lineup, Ride homeless) {}

  /** Wherever the ride would fit if one other were not there. */
  private static Stream<Gap> gaps(Lineup lineup, Ride wanted) {
    return lineup.wishedBy(wanted).stream()
        .flatMap(car -> lineup.lane(car).rides().stream()
            .flatMap(other -> lineup.without(other, car).with(wanted, car).stream()
                .map(with -> new Gap(with, other))));
  }

  private static Stream<Lineup> settled(Lineup lineup, Ride homeless) {
    return lineup.bestFit(homeless).flatMap(car -> lineup.with(homeless, car)).stream();
  }

  /** One makes room, and another makes room for it; or two make room together. */
  private Stream<Lineup> byTwo(Ride wanted, Budget budget) {
    var chained = gaps(lineup, wanted)
        .takeWhile(gap -> !budget.isSpent())
        .flatMap(gap -> gaps(gap.lineup(), gap.homeless())
            .filter(next -> next.homeless().id() != wanted.id())
            .flatMap(next -> settled(next.lineup(), next.homeless())));
    return Stream.concat(chained, byPairs(wanted, budget));
  }

  private Stream<Lineup> byPairs(Ride wanted, Budget budget) {
    return lineup.wishedBy(wanted).stream()
        .flatMap(car -> pairs(lineup.lane(car).rides())
            .takeWhile(pair -> !budget.isSpent())
            .flatMap(pair ->
                lineup
                    .without(pair.one(), car)
                    .without(pair.other(), car)
                    .with(wanted, car)
                    .stream()
                    .flatMap(with -> settled(with, pair.one()))
                    .flatMap(with -> settled(with, pair.other()))));
  }

  private record Pair(Ride one, Ride other) {}

  private static Stream<Pair> pairs(List<Ride> rides) {
    return rides.stream()
        .flatMap(one -> rides.stream()
            .filter(other -> other.id() > one.id())
            .map(other -> new Pair(one, other)));
  }
}
