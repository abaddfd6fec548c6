package coop.maillon.booking.series;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Course;
import coop.maillon.booking.Undo;
import coop.maillon.booking.Wish;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Judge;
import coop.maillon.booking.act.Placement;
import coop.maillon.booking.series.SeriesOutcome.Refused;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Taking back the last act that reached several dates of a series: each date that can returns to where it was, the others are
 * named.
 */
final class SeriesUndo implements SeriesActs.Act<SeriesOutcome> {

  private static final BookingOutcome WAITED = new BookingOutcome.NotNow("undo-waited");
  private static final BookingOutcome CHANGED = new BookingOutcome.NotNow("changed");

  private final SeriesStore store = new SeriesStore();
  private final Engine engine;
  private final SeriesWriting writing;

  SeriesUndo(Engine engine) {
    this.engine = engine;
    this.writing = new SeriesWriting(engine);
  }

  @Override
  public Set<Lock> locks(SeriesScene seen) {
    var claims = returns(seen).stream().map(Intent.Move::claim).toList();
    return new HashSet<>(engine.groundwork().locks(claims));
  }

  @Override
  public Future<SeriesOutcome> under(Tx tx, SeriesScene scene, long number) {
    var returns = returns(scene);
    if (returns.isEmpty()) {
      return tx.rollback().map(refused(new BookingOutcome.NotNow("undo-over")));
    }
    return whole(tx, scene)
        .compose(whole -> settle(tx, scene, returns).compose(settled -> {
          var refused = new ArrayList<>(settled.refused());
          refused.addAll(left(scene, whole, returns));
          return settled.settlement().made().isEmpty()
              ? tx.rollback().map(new SeriesOutcome.None(refused))
              : write(tx, scene, whole, settled)
                  .map(back -> new SeriesOutcome.Done(
                      whole.map(Kept::id).orElse(scene.series().id()), back, refused));
        }));
  }

  @Override
  public SeriesOutcome refused(BookingOutcome why) {
    return new SeriesOutcome.Other(why);
  }

  private static OptionalLong act(SeriesScene scene) {
    return scene.anchor().course().act();
  }

  /** Those that the act changed and nobody has since, to where they were. */
  private static List<Intent.Move> returns(SeriesScene scene) {
    return act(scene).isEmpty()
        ? List.of()
        : scene.bookings().stream()
            .filter(one -> one.course().act().equals(act(scene)))
            .filter(one -> one.canBeUndoneAt(scene.now()))
            .map(one -> new Intent.Move(one, claim(scene, one, one.undo().orElseThrow())))
            .toList();
  }

  private static Claim claim(SeriesScene scene, Booking before, Undo undo) {
    var wishes = undo.booked().stream()
        .map(one -> new Wish(scene.catalogue().known(one.resource()), one.chosen()))
        .toList();
    return Claim.of(Claim.Purpose.UNDO, scene.actor(), before.member(), scene.now())
        .wishing(wishes, undo.slot())
        .driving(before.details().distanceKm())
        .replacing(before, Acts.resources(before, scene.catalogue()));
  }

  /** The series as the act found it, where no other act has reached several dates of it since. */
  private Future<Optional<Kept>> whole(Tx tx, SeriesScene scene) {
    long act = act(scene).orElseThrow();
    var series = scene.series();
    if (!series.isOf(act)) {
      return succeededFuture(Optional.empty());
    }
    return series.former().isPresent()
        ? succeededFuture(Optional.of(series))
        : series
            .splitFrom()
            .map(from -> store
                .find(tx, from)
                .map(found ->
                    found.filter(kept -> kept.isOf(act) && kept.former().isPresent())))
            .orElseGet(() -> succeededFuture(Optional.empty()));
  }

  /** What can be taken back, and why the rest cannot. */
  private record Settled(List<Intent.Move> moves, Settlement settlement, List<Refused> refused) {}

  /** Nothing is taken back that somebody waits for. */
  private Future<Settled> settle(Tx tx, SeriesScene scene, List<Intent.Move> returns) {
    var claims = returns.stream().map(Intent.Move::claim).toList();
    var ground = engine.groundwork().lay(tx, claims, scene.catalogue(), Optional.empty());
    var waited = store.waited(tx, claims, SeriesStore.WAITING_OR_OFFERED, scene.catalogue());
    return Future.all(ground, waited)
        .compose(done -> engine.vertx().executeBlocking(() -> {
          var field = new Settlement.Field(engine, ground.result(), scene.catalogue());
          var moves = new ArrayList<Intent.Move>();
          var refused = new ArrayList<Refused>();
          for (int i = 0; i < returns.size(); i++) {
            if (waited.result().contains(i)) {
              refused.add(because(returns.get(i), WAITED));
            } else {
              moves.add(returns.get(i));
            }
          }
          var settlement = Settlement.ofMost(field, moves);
          refused.addAll(taken(moves, settlement));
          return new Settled(moves, settlement, refused);
        }));
  }

  private static Refused because(Intent.Move move, BookingOutcome why) {
    return new Refused(SeriesScene.date(move.before()), move.claim().slot(), why, Optional.empty());
  }

  private static List<Refused> taken(List<Intent.Move> moves, Settlement settlement) {
    return moves.stream()
        .flatMap(move -> settlement
            .notOf(move.before())
            .map(decision -> Refused.of(SeriesScene.date(move.before()), decision))
            .stream())
        .toList();
  }

  /** Those that the act changed too, and that somebody changed again. */
  private static List<Refused> left(
      SeriesScene scene, Optional<Kept> whole, List<Intent.Move> returns) {
    Set<BookingId> known =
        returns.stream().map(move -> move.before().id()).collect(Collectors.toSet());
    return whole.flatMap(Kept::former).map(Kept.Former::reached).orElse(List.of()).stream()
        .filter(id -> !known.contains(id))
        .flatMap(id -> scene.bookings().stream().filter(one -> one.id().equals(id)))
        .map(one -> new Refused(SeriesScene.date(one), one.slot(), CHANGED, Optional.empty()))
        .toList();
  }

  private Future<List<Booking>> write(
      Tx tx, SeriesScene scene, Optional<Kept> whole, Settled settled) {
    var back = settled.moves().stream()
        .flatMap(move -> settled
            .settlement()
            .madeOf(move.before())
            .map(decision -> new SeriesWriting.Turn(move.before(), restored(move, decision, whole)))
            .stream())
        .toList();
    var written = new SeriesWriting.Written(
        back,
        whole.isPresent() ? apart(scene, settled.settlement().made().keySet()) : List.of(),
        SeriesWriting.seats(settled.settlement()),
        settled.settlement().room());
    var bookings = writing.write(tx, written, scene, "booking.restored");
    whole.ifPresent(series -> restore(tx, scene, series, written));
    return tx.commit().compose(done -> bookings);
  }

  private static Booking restored(Intent.Move move, Judge.Decision decision, Optional<Kept> whole) {
    Booking before = move.before();
    var undo = before.undo().orElseThrow();
    var seated = decision.seated().orElseThrow();
    var booked = Placement.booked(move.claim(), seated);
    var course = before.course();
    var tie = whole.isPresent() ? undo.tie() : Optional.<Course.Tie>empty();
    return before
        .with(undo.status(), "")
        .at(undo.slot(), booked)
        .on(course.tied(tie.orElse(Course.Tie.DETACHED)).expectedBy(move.claim().expectedBy()))
        .undoable(Optional.empty());
  }

  /** Those that stay where the act brought them go their own way. */
  private static List<SeriesWriting.Turn> apart(SeriesScene scene, Set<BookingId> back) {
    return scene.bookings().stream()
        .filter(one -> one.course().act().equals(act(scene)) && !back.contains(one.id()))
        .filter(one -> one.status().occupies())
        .map(one -> new SeriesWriting.Turn(one, one.on(one.course().tied(Course.Tie.DETACHED))))
        .toList();
  }

  private void restore(Tx tx, SeriesScene scene, Kept whole, SeriesWriting.Written written) {
    if (!whole.id().equals(scene.series().id())) {
      store.join(tx, scene.series().id(), whole.id(), written.ids());
    }
    store.rewrite(tx, whole.restored());
  }
}
