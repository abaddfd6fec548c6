package coop.maillon.booking.series;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Wanting;
import coop.maillon.booking.series.SeriesOutcome.Refused;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person can do with a series of bookings. */
public final class SeriesBookings {

  /** For how many refused dates ways out are looked for. */
  private static final int MOST_WAYS = 30;

  private final Engine engine;
  private final SeriesPlacement placement;

  public SeriesBookings(Engine engine) {
    this.engine = engine;
    placement = new SeriesPlacement(engine);
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
            .map(current -> placement.place(current, Optional.empty(), catalogue))
            .orElseGet(placement::missing))
        .compose(outcome -> outcome instanceof SeriesOutcome.None none
            ? withWays(none.refused(), request).map(SeriesOutcome.None::new)
            : Future.succeededFuture(outcome));
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
          return withWays(refused, request).map(told -> foreseen(decided, told));
        });
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

  private Future<List<Refused>> withWays(List<Refused> refused, SeriesRequest request) {
    Future<List<Refused>> all = Future.succeededFuture(new ArrayList<>());
    for (int i = 0; i < refused.size(); i++) {
      Refused one = refused.get(i);
      boolean isLooked = i < MOST_WAYS;
      all = all.compose(
          so -> (isLooked ? withWays(one, request) : Future.succeededFuture(one)).map(told -> {
            so.add(told);
            return so;
          }));
    }
    return all;
  }

  private Future<Refused> withWays(Refused one, SeriesRequest request) {
    return engine
        .waysOut()
        .with(
            one.why(), Wanting.of(request.first().at(one.slot()), engine.clock().instant()))
        .map(told -> new Refused(one.date(), one.slot(), told));
  }
}
