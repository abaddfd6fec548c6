package coop.maillon.booking.api;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.series.SeriesOutcome;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.List;

/** What came of asking for many dates, as a program reads it. */
final class SeriesAnswers implements SeriesOutcome.Cases<Answer> {

  private final Ask ask;
  private final ZoneId zone;
  private final BookingJson json;
  private final ApiAnswers one;
  private final int success;

  /** @param zone in which dates are said */
  SeriesAnswers(Ask ask, Catalogue catalogue, ZoneId zone, int success) {
    this.ask = ask;
    this.zone = zone;
    this.success = success;
    json = new BookingJson(catalogue, ask.now());
    one = new ApiAnswers(ask, json, success);
  }

  JsonObject json(SeriesOutcome.Done done) {
    var bookings = new JsonArray();
    done.bookings().forEach(booking -> bookings.add(json.of(booking, ask.who())));
    return new JsonObject()
        .put("series", done.series().toString())
        .put("bookings", bookings)
        .put("refused", refused(done.refused()));
  }

  @Override
  public Answer done(SeriesOutcome.Done done) {
    return Answer.json(success, json(done));
  }

  @Override
  public Answer none(SeriesOutcome.None none) {
    return none(none, "series.none");
  }

  /** @param key of the sentence that says how many dates were refused, and that nothing was done */
  Answer none(SeriesOutcome.None none, String key) {
    return Problem.of(409, "series")
        .detail(ask.words().say(key, "count", none.refused().size()))
        .with("refused", refused(none.refused()));
  }

  @Override
  public Answer other(SeriesOutcome.Other other) {
    return other.outcome() instanceof BookingOutcome.Repeated repeated
        ? Answer.json(success, new JsonObject(repeated.answer()))
        : other.outcome().tell(one);
  }

  /** Each date that could not be had, with its own problem. */
  JsonArray refused(List<SeriesOutcome.Refused> refused) {
    var array = new JsonArray();
    for (SeriesOutcome.Refused date : refused) {
      Answer why = date.why().tell(one);
      array.add(new JsonObject()
          .put("start", BookingJson.time(date.slot().start(), zone))
          .put(
              "problem",
              why instanceof Problem problem ? problem.toJson(ask.words()) : new JsonObject()));
    }
    return array;
  }
}
