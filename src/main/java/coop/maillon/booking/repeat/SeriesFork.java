package coop.maillon.booking.repeat;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.series.Scope;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.booking.series.SeriesChange;
import coop.maillon.booking.series.SeriesOutcome;
import coop.maillon.booking.series.SeriesOutcome.Refused;
import coop.maillon.booking.series.SeriesRequest.Conflict;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the buttons of a booking's page lead when they mean several dates of its series. */
public final class SeriesFork {

  /** How many dates that could not come back are named. */
  private static final int NAMED = 3;

  private final SeriesBookings series;

  public SeriesFork(SeriesBookings series) {
    this.series = series;
  }

  /** Whether the form that was sent means more than this date. */
  public static boolean isMany(Ask ask, Booking booking) {
    return scope(ask) != Scope.ONE && booking.course().series().isPresent();
  }

  private static Scope scope(Ask ask) {
    return ask.form("scope").flatMap(Scope::ofWord).orElse(Scope.ONE);
  }

  /** Where cancelling can be looked at. */
  public static Answer cancelling(Ask ask, Booking booking) {
    return Answer.seeOther(
        "/bookings/" + booking.id() + "/series?act=cancel&scope=" + scope(ask).word());
  }

  /** Where moving can be looked at. */
  public static Answer moving(Ask ask, Booking booking, Resource resource, TimeSlot slot) {
    var version = ask.form("version").orElse("");
    return Answer.seeOther(SeriesActForm.moving(
        new SeriesActForm.Moving(booking.id().toString(), scope(ask), resource, slot, version)));
  }

  /** What is said of a booking is said of the others too; nothing stands in the way of that. */
  public Future<Answer> describe(
      Ask ask, BookingChange change, Function<BookingOutcome, Future<Answer>> refused) {
    return series
        .change(new SeriesChange(change, scope(ask), Conflict.ALL, Map.of()))
        .compose(outcome -> outcome.tell(new Told(
            refused,
            done -> Answer.seeOther("/bookings/" + change.booking())
                .saying(
                    ask.words().say("series.changed", "count", done.bookings().size())))));
  }

  /** Whether the last act reached others with it. */
  public static boolean wasMany(Booking booking) {
    return booking.course().act().isPresent();
  }

  /** Takes the last act back, all dates that it reached. */
  public Future<Answer> undo(
      Ask ask, BookingReads.Read read, Function<BookingOutcome, Future<Answer>> refused) {
    var booking = read.booking();
    return series
        .undo(ask.who(), booking.id())
        .compose(outcome -> outcome.tell(new Told(
            refused,
            done ->
                Answer.seeOther("/bookings/" + booking.id()).saying(restored(ask, read, done)))));
  }

  private static String restored(Ask ask, BookingReads.Read read, SeriesOutcome.Done done) {
    var words = ask.words();
    var back = words.say("series.restored", "count", done.bookings().size());
    return done.refused().isEmpty()
        ? back
        : back + " " + words.say("series.restored.but", "dates", named(ask, read, done.refused()));
  }

  private static String named(Ask ask, BookingReads.Read read, List<Refused> refused) {
    var words = ask.words();
    var zone = read.catalogue().known(read.booking().first().resource()).site().zone();
    var first = refused.stream()
        .limit(NAMED)
        .map(date -> words.day(date.slot().start().atZone(zone).toLocalDate()))
        .collect(Collectors.joining(", "));
    return refused.size() <= NAMED
        ? first
        : words.say("series.restored.more", "dates", first, "count", refused.size() - NAMED);
  }

  /** What each thing that may come of it is answered. */
  private record Told(
      Function<BookingOutcome, Future<Answer>> refused,
      Function<SeriesOutcome.Done, Answer> success)
      implements SeriesOutcome.Cases<Future<Answer>> {

    @Override
    public Future<Answer> done(SeriesOutcome.Done done) {
      return succeededFuture(success.apply(done));
    }

    /** One date's own refusal says more than that of many. */
    @Override
    public Future<Answer> none(SeriesOutcome.None none) {
      return refused.apply(
          none.refused().size() == 1
              ? none.refused().get(0).why()
              : new BookingOutcome.NotNow("undo-none"));
    }

    @Override
    public Future<Answer> other(SeriesOutcome.Other other) {
      return refused.apply(other.outcome());
    }
  }
}
