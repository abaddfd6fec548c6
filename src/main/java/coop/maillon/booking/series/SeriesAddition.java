package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Course;
import coop.maillon.booking.Seated;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Ground;
import coop.maillon.booking.act.Judge;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.booking.act.Placement;
import coop.maillon.booking.act.Refusals;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Booking a date of a series that was left out, or was cancelled: as its neighbour is booked, where the series has it now. */
final class SeriesAddition implements SeriesActs.Act<SeriesAddition.Added> {

  private final SeriesStore store = new SeriesStore();
  private final SeriesDatesStore dates = new SeriesDatesStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Engine engine;
  private final LocalDateTime date;
  private final Line line;

  /** Whether those who wait for it have been offered it. */
  enum Line {
    UNSERVED,
    SERVED
  }

  /**
   * What came of it.
   *
   * @param claim what was claimed; nothing where it did not come to that
   * @param waited what others are to be offered first; empty where nobody waits
   */
  record Added(BookingOutcome outcome, Optional<Claim> claim, Set<ResourceId> waited) {

    static Added of(BookingOutcome outcome) {
      return new Added(outcome, Optional.empty(), Set.of());
    }
  }

  SeriesAddition(Engine engine, LocalDateTime date, Line line) {
    this.engine = engine;
    this.date = date;
    this.line = line;
  }

  @Override
  public Set<Lock> locks(SeriesScene seen) {
    var locks = new HashSet<>(engine.groundwork().locks(List.of(claim(seen))));
    seen.bookings().stream()
        .filter(one -> SeriesScene.date(one).equals(date))
        .flatMap(one -> Acts.resources(one, seen.catalogue()).stream())
        .map(resource -> Lock.ofSpaceGroup(resource.spaceGroup()))
        .forEach(locks::add);
    return locks;
  }

  @Override
  public Future<Added> under(Tx tx, SeriesScene scene, long number) {
    if (!scene.series().timetable().recurrence().all().contains(date)) {
      return tx.rollback().map(Added.of(new BookingOutcome.Missing()));
    }
    if (scene.standing(date).isPresent()) {
      return tx.rollback().map(Added.of(new BookingOutcome.NotNow("series-stands")));
    }
    var claims = List.of(claim(scene));
    return engine
        .groundwork()
        .lay(tx, claims, scene.catalogue(), Optional.empty())
        .compose(ground -> isWaited(ground)
            ? tx.rollback().map(waited(claims.get(0)))
            : engine
                .judge()
                .first(tx, claims, ground, scene.catalogue())
                .compose(decision -> decided(tx, scene, decision, ground)));
  }

  private Future<Added> decided(Tx tx, SeriesScene scene, Judge.Decision decision, Ground ground) {
    return decision.seated().isPresent()
        ? write(tx, scene, decision, ground).map(Added::of)
        : tx.rollback()
            .map(new Added(Refusals.of(decision), Optional.of(decision.claim()), Set.of()));
  }

  private static Added waited(Claim claim) {
    return new Added(
        new BookingOutcome.NotNow("waited"),
        Optional.empty(),
        claim.resources().map(Resource::id).collect(Collectors.toSet()));
  }

  private boolean isWaited(Ground ground) {
    return line == Line.UNSERVED && ground.waiting() == Ground.Waiting.SOMEBODY;
  }

  @Override
  public Added refused(BookingOutcome why) {
    return Added.of(why);
  }

  private Claim claim(SeriesScene scene) {
    return request(scene).claim(0, scene.now());
  }

  private BookingRequest request(SeriesScene scene) {
    Booking like = like(scene);
    var wishes = like.booked().stream()
        .map(one -> new Wish(scene.catalogue().known(one.resource()), one.chosen()))
        .toList();
    return new BookingRequest(
        scene.actor(),
        like.member(),
        like.memberName(),
        wishes.subList(0, 1),
        wishes.subList(1, wishes.size()),
        scene.series().timetable().slot(date),
        like.details(),
        Optional.empty());
  }

  /** The nearest date that is booked as the series says; the nearest of all where none is. */
  private Booking like(SeriesScene scene) {
    var timetable = scene.series().timetable();
    return scene.bookings().stream()
        .min(Comparator.comparing((Booking one) -> !one.status().occupies() || !timetable.has(one))
            .thenComparing(one -> Duration.between(date, SeriesScene.date(one)).abs()))
        .orElseThrow();
  }

  private Future<BookingOutcome> write(
      Tx tx, SeriesScene scene, Judge.Decision decision, Ground ground) {
    Seated seated = decision.seated().orElseThrow();
    var series = scene.series();
    Booking placed = Placement.booking(request(scene), decision.claim(), seated, ground.next());
    Booking booking =
        placed.on(placed.course().of(new Course.Part(series.id(), date, Course.Tie.ATTACHED)));
    var making =
        new SeriesStore.Making(booking.member(), new MemberId(scene.actor().id()), scene.now());
    ledger.endHolds(tx, seated.endedHolds(), scene.now());
    dates.supersede(tx, series.id(), date);
    dates.place(tx, List.of(booking), series.id(), making);
    ledger.move(tx, seated.moved());
    ledger.seat(tx, Map.of(booking.id(), seated.seats()));
    store.rewrite(tx, series.on(series.timetable().with(date)));
    var told = BookingEvents.of(booking, making.actor().value(), scene.catalogue());
    engine.events().tell(tx, "booking.placed", told, seated);
    return tx.commit().map(new BookingOutcome.Done(booking));
  }
}
