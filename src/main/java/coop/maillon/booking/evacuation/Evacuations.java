package coop.maillon.booking.evacuation;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Condition;
import coop.maillon.booking.Facts;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.act.BookingRule;
import coop.maillon.booking.act.BookingStore;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.booking.clearing.Clearing;
import coop.maillon.booking.clearing.ClearingPlan;
import coop.maillon.booking.rehouse.Displaced;
import coop.maillon.booking.rehouse.Evacuation;
import coop.maillon.booking.rehouse.Home;
import coop.maillon.booking.rehouse.Homes;
import coop.maillon.booking.rehouse.Order;
import coop.maillon.booking.rehouse.Places;
import coop.maillon.booking.rehouse.Rehousing;
import coop.maillon.booking.seat.Budget;
import coop.maillon.db.Lock;
import coop.maillon.db.Query;
import coop.maillon.db.Sql;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Quota;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.Unit;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out how a space can be cleared and where its bookings can go. Nothing is written. */
public final class Evacuations {

  /** How long the search may take (product.md, Coordination). */
  private static final Duration SEARCH = Duration.ofMillis(500);

  private static final Duration NEAR = Duration.ofDays(1);

  private final BookingStore store = new BookingStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Vertx vertx;
  private final Bookings.Rules rules;
  private final Clock clock;

  public Evacuations(Vertx vertx, Bookings.Rules rules, Clock clock) {
    this.vertx = vertx;
    this.rules = rules;
    this.clock = clock;
  }

  /** What it would take to close that space now. */
  public Future<Evacuation> plan(Sql sql, Order order) {
    var slot = order.space().slot();
    var known = new TimeSlot(slot.start().minus(NEAR), slot.end().plus(NEAR));
    return ledger.around(sql, units(order.closed(), order.catalogue()), known).compose(chain -> {
      Set<BookingId> ids = chain.rows().stream()
          .filter(order.space()::reaches)
          .flatMap(row -> row.booking().stream())
          .collect(Collectors.toSet());
      return store
          .findAll(sql, ids)
          .compose(bookings -> clear(order, chain, bookings))
          .compose(cleared -> rehouse(sql, order, cleared));
    });
  }

  /** All that must not be decided about meanwhile: the space, what else the touched bookings hold, their quotas. */
  public Set<Lock> locks(Order order, Evacuation plan) {
    Stream<Resource> touched = plan.touched().stream()
        .flatMap(booking -> Acts.resources(booking, order.catalogue()).stream());
    var locks = Stream.concat(order.closed().stream(), touched)
        .map(resource -> Lock.ofSpaceGroup(resource.spaceGroup()))
        .collect(Collectors.toCollection(HashSet::new));
    homes(plan)
        .map(Home::claim)
        .forEach(
            claim -> rules.conditions().forEach(condition -> locks.addAll(condition.locks(claim))));
    return locks;
  }

  /** The same, and every home that the plan thought of. */
  public Set<Lock> allLocks(Order order, Evacuation plan) {
    var locks = new HashSet<>(locks(order, plan));
    homes(plan).forEach(home -> locks.addAll(home.claim().spaceLocks()));
    return locks;
  }

  private static Stream<Home> homes(Evacuation plan) {
    return plan.displaced().stream().flatMap(one -> one.homes().stream());
  }

  /** A space cleared on paper: what was there, and what gives way how. */
  private record Cleared(Chain before, ClearingPlan plan) {}

  private Future<Cleared> clear(Order order, Chain chain, List<Booking> bookings) {
    var clearing = new Clearing(
        order.space(), chain, bookings, order.catalogue(), rules.choice(), clock.instant());
    return vertx
        .executeBlocking(() -> clearing.plan(Budget.lasting(SEARCH, System::nanoTime)))
        .map(plan -> new Cleared(chain, plan));
  }

  private Future<Evacuation> rehouse(Sql sql, Order order, Cleared cleared) {
    if (cleared.plan().cancelled().isEmpty()) {
      return succeededFuture(new Evacuation(cleared.plan(), List.of(), Rehousing.NOTHING));
    }
    var members =
        cleared.plan().cancelled().stream().map(Booking::member).distinct().toList();
    return store.guests(sql, members).compose(guests -> {
      var places = new Places(order, cleared.before(), cleared.plan(), guests);
      return ledger
          .around(sql, units(places.all(), order.catalogue()), places.span())
          .compose(chain -> settle(sql, new Search(order, places, chain)))
          .map(found -> new Evacuation(cleared.plan(), found.displaced(), found.rehousing()));
    });
  }

  /** Where homes are looked for, and the ledger there. */
  private record Search(Order order, Places places, Chain chain) {}

  /** Who goes where. */
  private record Found(List<Displaced> displaced, Rehousing rehousing) {}

  private Future<Found> settle(Sql sql, Search search) {
    return vertx
        .executeBlocking(() -> displaced(search))
        .compose(displaced -> facts(sql, displaced)
            .compose(facts -> vertx.executeBlocking(() -> choose(search, displaced, facts))));
  }

  private List<Displaced> displaced(Search search) {
    Instant now = clock.instant();
    var order = search.order();
    var homes = new Homes(new Homes.Ground(
        order.catalogue(),
        search.places().staying(search.chain(), now),
        order.space(),
        order.actor(),
        now,
        claim -> BookingRule.brokenBy(claim, now).isEmpty()));
    return search.places().losses(search.chain()).stream()
        .map(loss -> new Displaced(loss.booking(), homes.of(loss)))
        .toList();
  }

  private Found choose(Search search, List<Displaced> displaced, Facts facts) {
    var budget = Budget.lasting(SEARCH, System::nanoTime);
    var allowed = displaced.stream()
        .map(one -> new Displaced(
            one.booking(),
            one.homes().stream()
                .filter(home -> mayBe(home.claim(), search.chain(), facts))
                .toList()))
        .toList();
    return settle(search, allowed, facts, budget);
  }

  /** Each home is allowed by itself; where several of one member are too many together, one is taken out. */
  private Found settle(Search search, List<Displaced> allowed, Facts facts, Budget budget) {
    var left = allowed;
    while (true) {
      var found = Rehousing.of(left, search.order().choices(), budget);
      Optional<Home> tooMuch = tooMuch(found, search, facts);
      if (tooMuch.isEmpty()) {
        return new Found(left, found);
      }
      left = left.stream().map(one -> one.without(tooMuch.get())).toList();
    }
  }

  private Optional<Home> tooMuch(Rehousing found, Search search, Facts facts) {
    var before = new ArrayList<Home>();
    for (Home home : new TreeMap<>(found.homes()).values()) {
      var alongside = before.stream()
          .filter(other -> isCountedWith(home, other))
          .map(other -> Claim.Beside.of(other.claim()))
          .toList();
      if (!alongside.isEmpty()
          && !mayBe(home.claim().alongside(alongside), search.chain(), facts)) {
        return Optional.of(home);
      }
      before.add(home);
    }
    return Optional.empty();
  }

  /** Whether one quota counts both. */
  private static boolean isCountedWith(Home home, Home other) {
    boolean isOwn = home.claim().member().equals(other.claim().member());
    return home.claim()
        .resources()
        .flatMap(one -> one.quotas().stream())
        .filter(quota -> isOwn || quota.holder() == Quota.Holder.TEAM)
        .anyMatch(
            quota -> other.claim().resources().anyMatch(held -> held.quotas().contains(quota)));
  }

  private boolean mayBe(Claim claim, Chain chain, Facts facts) {
    return rules.conditions().stream()
        .allMatch(condition -> condition.judge(claim, chain, facts).isEmpty());
  }

  private Future<Facts> facts(Sql sql, List<Displaced> displaced) {
    Map<Query, Future<List<JsonObject>>> asked = displaced.stream()
        .flatMap(one -> one.homes().stream())
        .flatMap(home -> questions(home.claim()))
        .distinct()
        .collect(Collectors.toMap(Function.identity(), query -> store.ask(sql, query)));
    return Future.all(List.copyOf(asked.values())).map(done -> {
      var rows = new HashMap<Query, List<JsonObject>>();
      asked.forEach((query, answer) -> rows.put(query, answer.result()));
      return new Facts(rows);
    });
  }

  private Stream<Query> questions(Claim claim) {
    return rules.conditions().stream()
        .map((Condition one) -> one.facts(claim))
        .flatMap(List::stream);
  }

  private static Set<UnitId> units(List<Resource> resources, Catalogue catalogue) {
    return resources.stream()
        .flatMap(resource -> catalogue.leafUnits(resource).stream())
        .map(Unit::id)
        .collect(Collectors.toSet());
  }
}
