package coop.maillon.booking.act;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Occupied;
import coop.maillon.booking.Seated;
import coop.maillon.booking.anyof.Assignment;
import coop.maillon.booking.anyof.Assignment.Assigned;
import coop.maillon.booking.seat.Budget;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of several that would do, and others that go elsewhere for it: decided under the locks of all that anything may be moved
 * between.
 */
final class AnyOf {

  /** How long may be searched for who goes where (product.md, pools). */
  private static final Duration SEARCH = Duration.ofMillis(150);

  private final BookingStore store = new BookingStore();
  private final Engine engine;
  private final Assignment assignment;

  AnyOf(Engine engine) {
    this.engine = engine;
    this.assignment = engine.assignment();
  }

  /** Whether one car of several will do, and how far it is to go was said. */
  static boolean concerns(BookingRequest request) {
    return request.anyOf().size() > 1
        && isOfCars(request)
        && request.details().distanceKm().isPresent();
  }

  private static boolean isOfCars(BookingRequest request) {
    return request.also().isEmpty()
        && request.anyOf().stream().allMatch(wish -> wish.resource().isOneCar());
  }

  /** Whether a refusal of one car may be overcome by moving others. */
  boolean mayHelp(BookingRequest request, BookingOutcome outcome) {
    boolean isInTheWay = outcome instanceof BookingOutcome.Taken
        || outcome instanceof BookingOutcome.Against against
            && against.violations().stream().allMatch(assignment::mayHelp);
    return isInTheWay && isOfCars(request);
  }

  Groundwork.Reading reading(List<Claim> claims, Catalogue catalogue) {
    var among = among(claims, catalogue);
    var more = assignment.facts(among, claims.get(0).asked());
    return engine.groundwork().among(claims, among, catalogue, more);
  }

  private List<Resource> among(List<Claim> claims, Catalogue catalogue) {
    var wanted = claims.stream().flatMap(Claim::resources).toList();
    return assignment.among(wanted, catalogue);
  }

  /** The best of those that no rule stands against, or the refusal of the first. */
  Future<Judge.Decision> decide(Tx tx, List<Claim> claims, Ground ground, Catalogue catalogue) {
    var open = possible(claims, ground);
    if (open.isEmpty()) {
      return engine.judge().first(tx, claims, ground, catalogue);
    }
    var now = engine.clock().instant();
    var scene = new Assignment.Scene(
        open.get(0),
        open.stream().flatMap(Claim::resources).toList(),
        among(claims, catalogue),
        ground.chain().without(row -> Seats.endsBy(row, open.get(0), now)),
        ground.facts());
    return assigned(scene)
        .compose(found -> found
            .map(one -> succeededFuture(seated(one, open, ground, catalogue)))
            .orElseGet(() -> engine.judge().first(tx, claims, ground, catalogue)));
  }

  private List<Claim> possible(List<Claim> claims, Ground ground) {
    return claims.stream()
        .filter(
            claim -> engine.judge().broken(claim, ground).stream().allMatch(assignment::mayHelp))
        .toList();
  }

  /** A place that is free is found at once; a search for who makes room goes to a worker. */
  private Future<Optional<Assigned>> assigned(Assignment.Scene scene) {
    var atOnce = assignment.assign(scene, Budget.lasting(Duration.ZERO, System::nanoTime));
    return atOnce.isPresent()
        ? succeededFuture(atOnce)
        : engine
            .vertx()
            .executeBlocking(
                () -> assignment.assign(scene, Budget.lasting(SEARCH, System::nanoTime)));
  }

  private Judge.Decision seated(
      Assigned assigned, List<Claim> open, Ground ground, Catalogue catalogue) {
    Claim claim = open.stream()
        .filter(one -> one.resources().anyMatch(assigned.resource()::equals))
        .findFirst()
        .map(one -> engine.groundwork().asking(one, ground))
        .orElseThrow();
    var seats = new Seats(
        claim,
        moved(ground.chain(), assigned.moved()),
        catalogue,
        engine.choice(),
        engine.clock().instant(),
        Budget.lasting(Duration.ZERO, System::nanoTime));
    var decision = Judge.Decision.on(claim, seats);
    return new Judge.Decision(
        claim,
        List.of(),
        decision.seated().map(found -> together(found, assigned.moved())),
        decision.full());
  }

  private static Chain moved(Chain chain, List<Occupied> moved) {
    Map<Long, Occupied> byId =
        moved.stream().collect(Collectors.toMap(Occupied::id, Function.identity()));
    var rows =
        chain.rows().stream().map(row -> byId.getOrDefault(row.id(), row)).toList();
    return new Chain(rows, chain.known());
  }

  private static Seated together(Seated seated, List<Occupied> moved) {
    var all = Stream.concat(seated.moved().stream(), moved.stream()).toList();
    return new Seated(seated.seats(), all, seated.endedHolds());
  }

  /** The resources of which any would do from now on; none where it was one that was asked for. */
  Set<ResourceId> open(List<Claim> claims, Ground ground) {
    return claims.size() < 2
        ? Set.of()
        : possible(claims, ground).stream()
            .flatMap(Claim::resources)
            .map(Resource::id)
            .collect(Collectors.toSet());
  }

  /** A booking that is being written, on what it was decided. */
  record Settled(Booking booking, Seated seated, Ground ground) {

    /** From where each row came that lies on another resource now. */
    private Map<Occupied, Occupied> moves() {
      var moves = new HashMap<Occupied, Occupied>();
      for (Occupied before : ground.chain().rows()) {
        seated.moved().stream()
            .filter(row -> row.id() == before.id() && !row.resource().equals(before.resource()))
            .forEach(row -> moves.put(row, before));
      }
      return moves;
    }
  }

  /** Writes of which others it may become, and where those went that made room. */
  void settle(Tx tx, Settled settled, Catalogue catalogue) {
    if (!settled.booking().first().anyOf().isEmpty()) {
      store.open(tx, settled.booking());
    }
    var moves = settled.moves();
    if (moves.isEmpty()) {
      return;
    }
    store.reassign(
        tx,
        moves.keySet().stream()
            .map(row -> new BookingStore.Reassigned(
                row.booking().orElseThrow(), catalogue.known(row.resource())))
            .toList());
    moves.forEach((now, before) ->
        engine.events().tell(tx, "booking.reassigned", told(now, before, catalogue)));
  }

  /** Who moved it nobody is told: it may be anybody. */
  private static JsonObject told(Occupied now, Occupied before, Catalogue catalogue) {
    var both = new TreeSet<ResourceId>(java.util.Comparator.comparing(ResourceId::value));
    both.add(now.resource());
    both.add(before.resource());
    return BookingEvents.place(both, now.own(), catalogue)
        .put("booking", now.booking().orElseThrow().value())
        .put("holds", new JsonArray());
  }
}
