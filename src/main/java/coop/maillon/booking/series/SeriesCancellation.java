package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.Undo;
import coop.maillon.booking.Violation;
import coop.maillon.booking.act.Acts;
import coop.maillon.booking.act.Deadline;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.series.SeriesOutcome.Refused;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cancelling one date of a series with those that follow, or with all of them. Each has its own deadline. */
final class SeriesCancellation implements SeriesActs.Act<SeriesOutcome> {

  private final SeriesStore store = new SeriesStore();
  private final SeriesWriting writing;
  private final Scope scope;
  private final SeriesRequest.Conflict conflict;

  SeriesCancellation(Engine engine, Scope scope, SeriesRequest.Conflict conflict) {
    this.writing = new SeriesWriting(engine);
    this.scope = scope;
    this.conflict = conflict;
  }

  @Override
  public Set<Lock> locks(SeriesScene seen) {
    return seen.reached(scope).stream()
        .flatMap(one -> Acts.resources(one, seen.catalogue()).stream())
        .map(resource -> Lock.ofSpaceGroup(resource.spaceGroup()))
        .collect(Collectors.toSet());
  }

  @Override
  public Future<SeriesOutcome> under(Tx tx, SeriesScene scene, long number) {
    var reached = scene.reached(scope);
    if (!scene.stands() || reached.isEmpty()) {
      return tx.rollback().map(refused(new BookingOutcome.NotNow("over")));
    }
    var gone = new ArrayList<Booking>();
    var late = new ArrayList<Refused>();
    reached.forEach(one -> tooLate(scene, one).ifPresentOrElse(late::add, () -> gone.add(one)));
    boolean isRefused = conflict == SeriesRequest.Conflict.ALL && !late.isEmpty();
    return isRefused || gone.isEmpty()
        ? tx.rollback().map(new SeriesOutcome.None(late))
        : write(tx, scene, gone, number)
            .map(bookings -> new SeriesOutcome.Done(scene.series().id(), bookings, late));
  }

  @Override
  public SeriesOutcome refused(BookingOutcome why) {
    return new SeriesOutcome.Other(why);
  }

  /** Why it is too late to cancel that date; empty where it is not. */
  static Optional<Refused> tooLate(SeriesScene scene, Booking one) {
    List<Violation> late = Deadline.missed(one, scene.actor(), scene.catalogue(), scene.now());
    return late.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refused(
            SeriesScene.date(one),
            one.slot(),
            new BookingOutcome.Against(one.slot(), late, List.of()),
            Optional.empty()));
  }

  private Future<List<Booking>> write(Tx tx, SeriesScene scene, List<Booking> gone, long number) {
    var turns = gone.stream()
        .map(one -> new SeriesWriting.Turn(one, cancelled(one, scene, number)))
        .toList();
    var bookings = writing.write(tx, SeriesWriting.Written.gone(turns), scene, "booking.cancelled");
    var series = scene.series();
    var reached = gone.stream().map(Booking::id).toList();
    store.rewrite(tx, series.after(number, series.timetable(), reached));
    return tx.commit().compose(done -> bookings);
  }

  private static Booking cancelled(Booking before, SeriesScene scene, long number) {
    Booking after = before
        .with(BookingStatus.CANCELLED, "")
        .undoable(Optional.of(Undo.of(before, scene.now())));
    return after.on(after.course().by(number));
  }
}
