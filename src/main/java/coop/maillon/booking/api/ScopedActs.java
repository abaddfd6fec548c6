package coop.maillon.booking.api;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingChange;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.series.Scope;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.booking.series.SeriesChange;
import coop.maillon.booking.series.SeriesOutcome;
import coop.maillon.booking.series.SeriesRequest.Conflict;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import io.vertx.core.Future;
import java.util.Map;

/** What programs do with several dates of a series at once; the answer is the booking that was asked for. */
final class ScopedActs {

  private final SeriesBookings series;
  private final BookingReads reads;

  ScopedActs(SeriesBookings series, BookingReads reads) {
    this.series = series;
    this.reads = reads;
  }

  /**
   * How far an act is to reach.
   *
   * @param conflict what becomes of the dates that can be had where others cannot
   */
  record Reach(Scope scope, Conflict conflict) {

    /** `scope` and `onConflict` of a body; one date alone where nothing is said. */
    static Reach read(Fields fields) {
      String scope = fields.text("scope").optional().orElse("one");
      String conflict = fields.text("onConflict").optional().orElse("all");
      if (Scope.ofWord(scope).isEmpty()) {
        fields.problem("scope", "series.scope");
      }
      if (!conflict.equals("all") && !conflict.equals("free")) {
        fields.problem("onConflict", "series.on-conflict");
      }
      return new Reach(
          Scope.ofWord(scope).orElse(Scope.ONE),
          conflict.equals("free") ? Conflict.FREE : Conflict.ALL);
    }

    /** Whether more than that booking may be reached: one without a series is alone whatever is said. */
    boolean isMany(Booking booking) {
      return scope != Scope.ONE && booking.course().series().isPresent();
    }
  }

  Future<Answer> change(Ask ask, BookingChange change, Reach reach) {
    var wanted = new SeriesChange(change, reach.scope(), reach.conflict(), Map.of());
    return series.change(wanted).compose(outcome -> answer(ask, change.booking(), outcome));
  }

  Future<Answer> cancel(Ask ask, BookingId id, Reach reach) {
    return series
        .cancel(ask.who(), id, reach.scope(), reach.conflict())
        .compose(outcome -> answer(ask, id, outcome));
  }

  Future<Answer> undo(Ask ask, BookingId id) {
    return series.undo(ask.who(), id).compose(outcome -> answer(ask, id, alone(outcome)));
  }

  /** Where the act reached one date, its refusal is told as any booking's is. */
  private static SeriesOutcome alone(SeriesOutcome outcome) {
    return outcome instanceof SeriesOutcome.None none && none.refused().size() == 1
        ? new SeriesOutcome.Other(none.refused().get(0).why())
        : outcome;
  }

  private Future<Answer> answer(Ask ask, BookingId id, SeriesOutcome outcome) {
    return reads
        .find(ask.who(), id)
        .map(found ->
            found.map(read -> outcome.tell(new Answers(ask, read))).orElseGet(Answer::notFound));
  }

  /** The booking as it stands afterwards, with the dates that could not be had. */
  private static final class Answers implements SeriesOutcome.Cases<Answer> {

    private final BookingReads.Read read;
    private final Ask ask;
    private final SeriesAnswers dates;

    Answers(Ask ask, BookingReads.Read read) {
      this.ask = ask;
      this.read = read;
      var first = read.catalogue().known(read.booking().first().resource());
      dates = new SeriesAnswers(ask, read.catalogue(), first.site().zone(), 200);
    }

    @Override
    public Answer done(SeriesOutcome.Done done) {
      var booking = new BookingJson(read.catalogue(), ask.now()).of(read.booking(), ask.who());
      return Answer.json(200, booking.put("refused", dates.refused(done.refused())))
          .with("ETag", "\"" + read.booking().version() + "\"");
    }

    @Override
    public Answer none(SeriesOutcome.None none) {
      return dates.none(none, "series.none.changed");
    }

    @Override
    public Answer other(SeriesOutcome.Other other) {
      return dates.other(other);
    }
  }
}
