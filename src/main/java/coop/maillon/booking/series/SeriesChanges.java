package coop.maillon.booking.series;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Course;
import coop.maillon.booking.SeriesId;
import coop.maillon.booking.Undo;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Judge;
import coop.maillon.booking.act.Placement;
import coop.maillon.booking.series.SeriesOutcome.Refused;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changing one date of a series with those that follow, or with all of them: decided together, written at once. */
final class SeriesChanges implements SeriesActs.Act<SeriesOutcome> {

  private final SeriesStore store = new SeriesStore();
  private final Engine engine;
  private final SeriesWriting writing;
  private final SeriesChange wanted;

  SeriesChanges(Engine engine, SeriesChange wanted) {
    this.engine = engine;
    this.writing = new SeriesWriting(engine);
    this.wanted = wanted;
  }

  @Override
  public Set<Lock> locks(SeriesScene seen) {
    var intent = new Intent(wanted, seen);
    var locks = new HashSet<>(engine
        .groundwork()
        .locks(intent.moves().stream().map(Intent.Move::claim).toList()));
    intent.reached().stream()
        .flatMap(one -> Acts.resources(one, seen.catalogue()).stream())
        .map(resource -> Lock.ofSpaceGroup(resource.spaceGroup()))
        .forEach(locks::add);
    return locks;
  }

  @Override
  public Future<SeriesOutcome> under(Tx tx, SeriesScene scene, long number) {
    return obstacle(scene)
        .map(why -> tx.rollback().map(refused(why)))
        .orElseGet(() -> settle(tx, scene)
            .compose(settled -> isRefused(settled)
                ? tx.rollback().map(new SeriesOutcome.None(refused(settled.settlement(), scene)))
                : write(tx, scene, settled, number)));
  }

  @Override
  public SeriesOutcome refused(BookingOutcome why) {
    return new SeriesOutcome.Other(why);
  }

  /** What keeps it from being looked at: somebody was quicker, or nothing is to come. */
  Optional<BookingOutcome> obstacle(SeriesScene scene) {
    int version = scene.anchor().version();
    if (wanted.change().ifMatch().isPresent() && wanted.change().ifMatch().getAsInt() != version) {
      return Optional.of(new BookingOutcome.Outdated(version));
    }
    return scene.stands() && !scene.reached(wanted.scope()).isEmpty()
        ? Optional.empty()
        : Optional.of(new BookingOutcome.NotNow("over"));
  }

  /** What is wanted, and which of it can be had. */
  record Settled(Intent intent, List<Intent.Move> moves, Settlement settlement) {}

  Future<Settled> settle(Tx tx, SeriesScene scene) {
    var intent = new Intent(wanted, scene);
    var moves = intent.moves();
    if (moves.isEmpty()) {
      return driven(tx, intent).map(settlement -> new Settled(intent, moves, settlement));
    }
    var claims = moves.stream().map(Intent.Move::claim).toList();
    return engine
        .groundwork()
        .lay(tx, claims, scene.catalogue(), Optional.empty())
        .compose(ground -> engine.vertx().executeBlocking(() -> {
          var field = new Settlement.Field(engine, ground, scene.catalogue());
          return wanted.conflict() == SeriesRequest.Conflict.ALL
              ? Settlement.ofAll(field, moves)
              : Settlement.ofMost(field, moves);
        }))
        .map(settlement -> new Settled(intent, moves, settlement));
  }

  /** Other kilometres from the same places, judged together. */
  private Future<Settlement> driven(Tx tx, Intent intent) {
    var claims = intent.driven();
    return claims.isEmpty()
        ? succeededFuture(Settlement.NOTHING)
        : engine
            .groundwork()
            .lay(tx, claims, intent.scene().catalogue(), Optional.empty())
            .map(ground -> Settlement.ofStaying(engine.groundwork(), ground, claims));
  }

  private boolean isRefused(Settled settled) {
    boolean isAny = !settled.settlement().not().isEmpty();
    return isAny
        && (wanted.conflict() == SeriesRequest.Conflict.ALL
            || settled.settlement().made().isEmpty());
  }

  private static List<Refused> refused(Settlement settlement, SeriesScene scene) {
    return scene.bookings().stream()
        .flatMap(one ->
            settlement
                .notOf(one)
                .map(decision -> Refused.of(SeriesScene.date(one), decision))
                .stream())
        .toList();
  }

  private Future<SeriesOutcome> write(Tx tx, SeriesScene scene, Settled settled, long number) {
    var turns = new Turns(settled, scene, number);
    var written = new SeriesWriting.Written(
        turns.moved(),
        turns.said(),
        SeriesWriting.seats(settled.settlement()),
        settled.settlement().room());
    var bookings = writing.write(tx, written, scene, "booking.moved");
    var series = settled.intent().isElsewhere()
        ? keep(tx, turns, written.ids())
        : succeededFuture(scene.series().id());
    return tx.commit()
        .compose(done -> bookings)
        .map(all ->
            new SeriesOutcome.Done(series.result(), all, refused(settled.settlement(), scene)));
  }

  /** The series moved as a whole, or split where only a part of it moves. */
  private Future<SeriesId> keep(Tx tx, Turns turns, List<BookingId> changed) {
    var intent = turns.settled().intent();
    var series = turns.scene().series();
    var rule = series.timetable().recurrence();
    var from = intent.split();
    var left =
        from.map(date -> series.timetable().on(rule.before(date))).orElseGet(intent::timetable);
    var moved = List.copyOf(turns.settled().settlement().made().keySet());
    store.rewrite(tx, series.after(turns.number(), left, moved));
    return from.map(date -> {
          var rest = intent.timetable().on(rule.from(date));
          var split = new SeriesStore.Split(date, rest, turns.number(), changed);
          return store.split(tx, series.id(), split, turns.making());
        })
        .orElseGet(() -> succeededFuture(series.id()));
  }

  /** Each booking as it will be. */
  private record Turns(Settled settled, SeriesScene scene, long number) {

    SeriesStore.Making making() {
      return new SeriesStore.Making(
          scene.series().member(), new MemberId(scene.actor().id()), scene.now());
    }

    List<SeriesWriting.Turn> moved() {
      return settled.moves().stream().flatMap(move -> moved(move).stream()).toList();
    }

    private Optional<SeriesWriting.Turn> moved(Intent.Move move) {
      return settled
          .settlement()
          .madeOf(move.before())
          .map(decision -> new SeriesWriting.Turn(move.before(), after(move, decision)));
    }

    private Booking after(Intent.Move move, Judge.Decision decision) {
      Booking before = move.before();
      Claim claim = decision.claim();
      var seated = decision.seated().orElseThrow();
      var booked = Placement.booked(claim, seated);
      var course = before.course();
      Booking after = before
          .with(claim.needsApproval() ? BookingStatus.PENDING : before.status(), "")
          .with(settled.intent().details(before))
          .at(claim.slot(), booked)
          .on(course.tied(settled.intent().tie(move)).expectedBy(claim.expectedBy()))
          .undoable(Optional.of(Undo.of(before, scene.now())));
      return after.on(after.course().by(number));
    }

    /** Those that stay, but say something else; one that could not move goes its own way from now on. */
    List<SeriesWriting.Turn> said() {
      Set<BookingId> made = settled.settlement().made().keySet();
      return settled.intent().reached().stream()
          .filter(one -> !made.contains(one.id()))
          .map(one -> new SeriesWriting.Turn(one, said(one)))
          .filter(turn -> !turn.after().equals(turn.before()))
          .toList();
    }

    private Booking said(Booking before) {
      Booking told = before.with(settled.intent().details(before));
      boolean isAsFar = told.details().distanceKm().equals(before.details().distanceKm());
      Booking after = isAsFar ? told : told.quoted(scene.catalogue());
      boolean isLeft = settled.settlement().not().containsKey(before.id());
      return isLeft ? after.on(after.course().tied(Course.Tie.DETACHED)) : after;
    }
  }
}
