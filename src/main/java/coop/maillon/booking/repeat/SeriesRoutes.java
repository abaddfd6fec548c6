package coop.maillon.booking.repeat;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.beforehand.BeforehandReads;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.booking.series.SeriesOutcome;
import coop.maillon.booking.series.SeriesRequest;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Headers;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Booking a series in two steps: its dates with their outcomes, then the act. */
public final class SeriesRoutes {

  private static final List<String> KEPT =
      List.of("resource", "date", "start", "end", "repeat", "repeat-until", "title", "private");

  private final SeriesBookings series;
  private final Catalogues catalogues;
  private final BeforehandReads beforehand;

  public SeriesRoutes(SeriesBookings series, Catalogues catalogues, BeforehandReads beforehand) {
    this.series = series;
    this.catalogues = catalogues;
    this.beforehand = beforehand;
  }

  public void mount(RouteTable routes) {
    routes.get("/series/new", Access.SIGNED_IN, ask -> read(ask, this::preview));
    routes.post("/series", Access.SIGNED_IN, ask -> read(ask, this::place));
  }

  /** A form with all that can be read of it. */
  private record Asked(SeriesForm form, Resource resource, SeriesRequest request) {}

  private interface Act {
    Future<Answer> of(Asked asked);
  }

  private Future<Answer> read(Ask ask, Act act) {
    return catalogues.fresh().compose(catalogue -> {
      var form = new SeriesForm(ask, catalogue);
      return form.resource()
          .map(resource -> form.slot(resource)
              .map(slot -> ruled(form, resource, slot, act))
              .orElseGet(() -> back(form, "until")))
          .orElseGet(() -> succeededFuture(Answer.notFound()));
    });
  }

  private Future<Answer> ruled(SeriesForm form, Resource resource, TimeSlot slot, Act act) {
    var rule = form.rule(resource, slot);
    return rule.recurrence()
        .map(dates -> act.of(new Asked(form, resource, form.request(resource, slot, dates))))
        .orElseGet(() -> back(form, rule.problem()));
  }

  /** The form again, with one sentence on what it needs. */
  private static Future<Answer> back(SeriesForm form, String problem) {
    var sentence = form.ask().words().say("series.rule." + problem, "max", 400);
    return succeededFuture(Answer.seeOther(form(form)).saying(sentence));
  }

  private static String form(SeriesForm form) {
    return "/bookings/new?"
        + String.join(
            "&",
            Stream.of("resource", "date", "start", "end")
                .map(name -> name + "=" + encoded(form.text(name)))
                .toList());
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private Future<Answer> preview(Asked asked) {
    return page(asked, 200);
  }

  private Future<Answer> page(Asked asked, int status) {
    var form = asked.form();
    var dates = series.preview(asked.request());
    var known = beforehand.of(looking(asked), form.ask().words());
    return Future.all(dates, known)
        .map(done -> new Answer.Page(
            status,
            "series/dates",
            page(asked, dates.result(), form.catalogue(), known.result().left()),
            Headers.NONE));
  }

  private static BeforehandReads.Looking looking(Asked asked) {
    var ask = asked.form().ask();
    var first = asked.request().first();
    return new BeforehandReads.Looking(
        ask.who(), first.member(), List.of(asked.resource()), first.slot(), ask.now());
  }

  private static SeriesPage page(
      Asked asked, List<SeriesBookings.Foreseen> dates, Catalogue catalogue, List<String> left) {
    var words = asked.form().ask().words();
    var telling = new SeriesPage.Telling(asked.resource(), catalogue, words);
    var lines = dates.stream().map(telling::line).toList();
    long free = lines.stream().filter(SeriesPage.Line::free).count();
    var typed = Stream.concat(
            KEPT.stream().map(name -> new SeriesPage.Typed(name, asked.form().text(name))),
            Stream.of(new SeriesPage.Typed("key", UUID.randomUUID().toString())))
        .toList();
    return new SeriesPage(
        words.say("series.title", "resource", asked.resource().name()),
        words.say("series.count", "free", free, "count", lines.size()),
        form(asked.form()),
        lines,
        typed,
        free < lines.size(),
        free > 0,
        lines.stream().anyMatch(SeriesPage.Line::proposes),
        left);
  }

  private Future<Answer> place(Asked asked) {
    return series.place(asked.request()).compose(outcome -> outcome.tell(new Answers(asked)));
  }

  /** What each thing that may come of it is answered. */
  private final class Answers implements SeriesOutcome.Cases<Future<Answer>> {

    private final Asked asked;

    Answers(Asked asked) {
      this.asked = asked;
    }

    @Override
    public Future<Answer> done(SeriesOutcome.Done done) {
      int many = done.bookings().size();
      var words = asked.form().ask().words();
      return succeededFuture(
          Answer.seeOther("/bookings").saying(words.say("series.booked", "count", many)));
    }

    @Override
    public Future<Answer> none(SeriesOutcome.None none) {
      return page(asked, 409);
    }

    @Override
    public Future<Answer> other(SeriesOutcome.Other other) {
      boolean isRepeat = other.outcome() instanceof BookingOutcome.Repeated;
      return isRepeat ? succeededFuture(Answer.seeOther("/bookings")) : page(asked, 409);
    }
  }
}
