package coop.maillon.booking.series;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Course;
import coop.maillon.booking.Seat;
import coop.maillon.booking.Seated;
import coop.maillon.booking.SeriesId;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.Ground;
import coop.maillon.booking.act.Judge;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.booking.act.OnceStore;
import coop.maillon.booking.act.Placement;
import coop.maillon.booking.series.SeriesOutcome.Refused;
import coop.maillon.booking.series.SeriesRequest.Conflict;
import coop.maillon.booking.series.SeriesRequest.Dated;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.ResourceId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Booking all dates of a rule: decided one after the other under one lock, written at once. */
final class SeriesPlacement {

  private static final SeriesOutcome WAITED =
      new SeriesOutcome.Other(new BookingOutcome.NotNow("waited"));

  private final SeriesStore store = new SeriesStore();
  private final SeriesDatesStore dates = new SeriesDatesStore();
  private final OnceStore onces = new OnceStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Engine engine;
  private final Function<Set<ResourceId>, Future<Void>> line;

  /** @param line offers what is free of these to those who wait for it */
  SeriesPlacement(Engine engine, Function<Set<ResourceId>, Future<Void>> line) {
    this.engine = engine;
    this.line = line;
  }

  /** One date with what was decided of it. */
  record Decided(Dated dated, Judge.Decision decision) {

    boolean fits() {
      return decision.seated().isPresent();
    }

    Refused refused() {
      return Refused.of(dated.date(), decision);
    }
  }

  /** What the dates were decided on. */
  private record Scene(Ground ground, boolean isWaited, Catalogue catalogue) {}

  /** Every date as it was decided, and what makes room. */
  private record Plan(List<Decided> dates, Seated room, Scene scene) {

    Ground ground() {
      return scene.ground();
    }

    /** Whether somebody else waits for any of them. */
    boolean isWaited() {
      return scene.isWaited();
    }

    List<Decided> fitting() {
      return dates.stream().filter(Decided::fits).toList();
    }

    List<Refused> refused() {
      return dates.stream().filter(date -> !date.fits()).map(Decided::refused).toList();
    }
  }

  /** Whether those who wait for some of the dates have been offered them. */
  private enum Line {
    UNSERVED,
    SERVED
  }

  /** Books the dates, those who wait for any of them served first. */
  Future<SeriesOutcome> place(SeriesRequest request, Catalogue catalogue) {
    return place(request, catalogue, Line.UNSERVED)
        .compose(outcome -> outcome == WAITED
            ? line.apply(request.resources())
                .compose(served -> place(request, catalogue, Line.SERVED))
            : succeededFuture(outcome));
  }

  private Future<SeriesOutcome> place(SeriesRequest request, Catalogue catalogue, Line served) {
    return engine
        .database()
        .transaction(tx -> plan(tx, request, catalogue)
            .compose(plan -> outcome(request, plan, served)
                .map(refused -> tx.rollback().map(refused))
                .orElseGet(() -> write(tx, request, plan))));
  }

  /** Why nothing is written; empty where something is. */
  private static Optional<SeriesOutcome> outcome(SeriesRequest request, Plan plan, Line served) {
    var kept = plan.ground().kept();
    if (kept.isPresent()) {
      return Optional.of(again(request, kept.get()));
    }
    if (plan.isWaited() && served == Line.UNSERVED) {
      return Optional.of(WAITED);
    }
    var refused = plan.refused();
    boolean isRefused = request.conflict() == Conflict.ALL && !refused.isEmpty();
    return isRefused || plan.fitting().isEmpty()
        ? Optional.of(new SeriesOutcome.None(refused))
        : Optional.empty();
  }

  /** What would come of it, found under the same locks; nothing is written. */
  Future<List<Decided>> preview(SeriesRequest request, Catalogue catalogue) {
    var asked = new SeriesRequest(
        request.first().at(request.first().slot()),
        request.recurrence(),
        request.conflict(),
        request.instead(),
        request.answer());
    return engine
        .database()
        .transaction(
            tx -> plan(tx, asked, catalogue).compose(plan -> tx.rollback().map(plan.dates())));
  }

  private Future<Plan> plan(Tx tx, SeriesRequest request, Catalogue catalogue) {
    Instant asked = engine.clock().instant();
    List<Dated> dated = request.dated();
    List<List<Claim>> claims = dated.stream().map(date -> claims(date, asked)).toList();
    var all = claims.stream().flatMap(List::stream).toList();
    var ground = engine.groundwork().lay(tx, all, catalogue, request.first().once());
    var waited = store.waited(tx, all, SeriesStore.WAITING, catalogue);
    return Future.all(ground, waited)
        .compose(done -> engine.vertx().executeBlocking(() -> {
          var ahead = new Ahead(engine.judge(), ground.result(), catalogue);
          var decided = IntStream.range(0, dated.size())
              .mapToObj(i -> new Decided(dated.get(i), ahead.decide(claims.get(i))))
              .toList();
          var scene = new Scene(ground.result(), !waited.result().isEmpty(), catalogue);
          return new Plan(decided, ahead.room(), scene);
        }));
  }

  private static List<Claim> claims(Dated dated, Instant asked) {
    return IntStream.range(0, dated.request().anyOf().size())
        .mapToObj(i -> dated.request().claim(i, asked))
        .toList();
  }

  private static SeriesOutcome again(SeriesRequest request, OnceStore.Kept kept) {
    boolean isSame = request
        .first()
        .once()
        .filter(once -> once.bodyHash().equals(kept.bodyHash()))
        .isPresent();
    return new SeriesOutcome.Other(
        isSame
            ? new BookingOutcome.Repeated(kept.answer())
            : new BookingOutcome.Reused(kept.answer()));
  }

  private Future<SeriesOutcome> write(Tx tx, SeriesRequest request, Plan plan) {
    var refused = plan.refused().stream().map(Refused::date).toList();
    var timetable = Timetable.of(request.recurrence().without(refused), request.length());
    var series = store.insert(tx, timetable, making(request));
    var names = dates.names(tx, plan.fitting().size());
    return Future.all(series, names)
        .compose(done -> write(tx, request, plan, bookings(request, plan, series, names)));
  }

  private Future<SeriesOutcome> write(
      Tx tx, SeriesRequest request, Plan plan, List<Booking> bookings) {
    var series = bookings.get(0).course().series().orElseThrow();
    var making = making(request);
    ledger.endHolds(tx, plan.room().endedHolds(), making.now());
    dates.place(tx, bookings, series, making);
    ledger.move(tx, plan.room().moved());
    ledger.seat(tx, seats(plan, bookings));
    engine
        .events()
        .tell(
            tx,
            "booking.placed",
            told(bookings, making.actor().value(), plan.scene().catalogue()),
            plan.room());
    var done = new SeriesOutcome.Done(series, bookings, plan.refused());
    request
        .first()
        .once()
        .ifPresent(once ->
            onces.keep(tx, making.actor().value(), once, request.answer().apply(done)));
    return tx.commit().map(done);
  }

  private SeriesStore.Making making(SeriesRequest request) {
    return new SeriesStore.Making(
        request.first().member(),
        new MemberId(request.first().actor().id()),
        engine.clock().instant());
  }

  private static List<Booking> bookings(
      SeriesRequest request, Plan plan, Future<SeriesId> series, Future<List<BookingId>> names) {
    var bookings = new ArrayList<Booking>();
    for (Decided one : plan.fitting()) {
      var part = new Course.Part(
          series.result(),
          one.dated().date(),
          request.instead().containsKey(one.dated().date())
              ? Course.Tie.DETACHED
              : Course.Tie.ATTACHED);
      var booking = Placement.booking(
          one.dated().request(),
          one.decision().claim(),
          one.decision().seated().orElseThrow(),
          names.result().get(bookings.size()));
      bookings.add(booking.on(booking.course().of(part)));
    }
    return bookings;
  }

  private static LinkedHashMap<BookingId, List<Seat>> seats(Plan plan, List<Booking> bookings) {
    var seats = new LinkedHashMap<BookingId, List<Seat>>();
    var fitting = plan.fitting();
    for (int i = 0; i < bookings.size(); i++) {
      seats.put(
          bookings.get(i).id(), fitting.get(i).decision().seated().orElseThrow().seats());
    }
    return seats;
  }

  /** Of several, the first one tells of all; the others are there for open pages. */
  private static List<JsonObject> told(List<Booking> bookings, long actor, Catalogue catalogue) {
    var told = new ArrayList<JsonObject>();
    for (Booking booking : bookings) {
      told.add(BookingEvents.of(booking, actor, catalogue));
    }
    return SeriesWriting.together(told);
  }

  Future<SeriesOutcome> missing() {
    return succeededFuture(new SeriesOutcome.Other(new BookingOutcome.Missing()));
  }
}
