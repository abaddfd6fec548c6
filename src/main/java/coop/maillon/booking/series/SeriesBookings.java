package coop.maillon.booking.series;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Denied;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Wanting;
import coop.maillon.booking.series.SeriesOutcome.Refused;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a person can do with a series of bookings. */
public final class SeriesBookings {

  /** For how many refused dates ways out are looked for. */
  private static final int MOST_WAYS = 30;

  private final Engine engine;
  private final SeriesActs acts;
  private final SeriesPlacement placement;
  private final Consumer<Denied> tally;
  private final Function<Set<ResourceId>, Future<Void>> line;

  /**
   * @param line offers what is free of these to those who wait for it
   * @param tally hears of each date that somebody is refused, not of what is only looked at
   */
  public SeriesBookings(
      Engine engine, Function<Set<ResourceId>, Future<Void>> line, Consumer<Denied> tally) {
    this.tally = tally;
    this.engine = engine;
    this.line = line;
    acts = new SeriesActs(engine);
    placement = new SeriesPlacement(engine, line);
  }

  /**
   * One date and what would come of asking for it.
   *
   * @param why what stands in its way; empty where nothing does
   */
  public record Foreseen(LocalDateTime date, TimeSlot slot, Optional<BookingOutcome> why) {}

  /** Books the dates of a rule, all or those that are free, or says date by date why not. */
  public Future<SeriesOutcome> place(SeriesRequest request) {
    return engine
        .acts()
        .withCatalogue(catalogue -> request
            .on(catalogue)
            .map(current -> placement.place(current, catalogue))
            .orElseGet(placement::missing))
        .compose(this::withWays)
        .map(this::counted);
  }

  /** Each date with its outcome; nothing is booked. */
  public Future<List<Foreseen>> preview(SeriesRequest request) {
    return engine
        .acts()
        .withCatalogue(catalogue -> request
            .on(catalogue)
            .map(current -> placement.preview(current, catalogue))
            .orElseGet(() -> Future.succeededFuture(List.of())))
        .compose(decided -> {
          var refused = decided.stream()
              .filter(one -> !one.fits())
              .map(SeriesPlacement.Decided::refused)
              .toList();
          return withWays(refused).map(told -> foreseen(decided, told));
        });
  }

  /** Changes a date and those that are to follow it, or says date by date why not. */
  public Future<SeriesOutcome> change(SeriesChange change) {
    return acts.on(
            change.change().actor(), change.change().booking(), new SeriesChanges(engine, change))
        .compose(this::withWays)
        .map(this::counted);
  }

  /** Frees a date and others of its series; each has its own deadline. */
  public Future<SeriesOutcome> cancel(
      Who actor, BookingId id, Scope scope, SeriesRequest.Conflict conflict) {
    return acts.on(actor, id, new SeriesCancellation(engine, scope, conflict));
  }

  /** What changing these dates would come to; nothing is written. */
  public Future<Outlook.All> outlook(SeriesChange change) {
    return acts.on(
            change.change().actor(), change.change().booking(), new ChangeOutlook(engine, change))
        .compose(all -> withWays(
                all.dates().stream().flatMap(date -> date.refused().stream()).toList())
            .map(told -> all.told(told)));
  }

  /** What cancelling these dates would come to; nothing is written. */
  public Future<Outlook.All> outlook(Who actor, BookingId id, Scope scope) {
    return acts.on(actor, id, new CancellationOutlook(scope));
  }

  /** Takes back the last act that reached several dates; empty where the booking's last act reached it alone. */
  public Future<SeriesOutcome> undo(Who actor, BookingId id) {
    return acts.on(actor, id, new SeriesUndo(engine)).compose(this::withWays);
  }

  /** Books a date that was left out, or cancelled; those who wait for it come first. */
  public Future<BookingOutcome> add(Who actor, BookingId id, LocalDateTime date) {
    return acts.on(actor, id, new SeriesAddition(engine, date, SeriesAddition.Line.UNSERVED))
        .compose(added -> added.waited().isEmpty()
            ? Future.succeededFuture(added)
            : line.apply(added.waited())
                .compose(served -> acts.on(
                    actor, id, new SeriesAddition(engine, date, SeriesAddition.Line.SERVED))))
        .compose(added -> added
            .claim()
            .map(claim -> engine.waysOut().with(added.outcome(), Wanting.of(claim)))
            .orElseGet(() -> Future.succeededFuture(added.outcome())));
  }

  private static List<Foreseen> foreseen(
      List<SeriesPlacement.Decided> decided, List<Refused> refused) {
    var all = new ArrayList<Foreseen>();
    int next = 0;
    for (var one : decided) {
      var why = one.fits()
          ? Optional.<BookingOutcome>empty()
          : Optional.of(refused.get(next++).why());
      all.add(new Foreseen(one.dated().date(), one.decision().claim().slot(), why));
    }
    return all;
  }

  private SeriesOutcome counted(SeriesOutcome outcome) {
    List<Refused> refused = outcome instanceof SeriesOutcome.None none
        ? none.refused()
        : outcome instanceof SeriesOutcome.Done done ? done.refused() : List.of();
    refused.forEach(
        one -> one.claim().flatMap(claim -> Denied.of(claim, one.why())).ifPresent(tally));
    return outcome;
  }

  private Future<SeriesOutcome> withWays(SeriesOutcome outcome) {
    return outcome instanceof SeriesOutcome.None none
        ? withWays(none.refused()).map(SeriesOutcome.None::new)
        : Future.succeededFuture(outcome);
  }

  private Future<List<Refused>> withWays(List<Refused> refused) {
    Future<List<Refused>> all = Future.succeededFuture(new ArrayList<>());
    for (int i = 0; i < refused.size(); i++) {
      Refused one = refused.get(i);
      boolean isLooked = i < MOST_WAYS;
      all = all.compose(so -> (isLooked ? withWays(one) : Future.succeededFuture(one)).map(told -> {
        so.add(told);
        return so;
      }));
    }
    return all;
  }

  private Future<Refused> withWays(Refused one) {
    return one.claim()
        .map(claim -> engine.waysOut().with(one.why(), Wanting.of(claim)).map(one::because))
        .orElseGet(() -> Future.succeededFuture(one));
  }
}
