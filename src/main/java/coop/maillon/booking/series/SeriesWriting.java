package coop.maillon.booking.series;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingId;
import coop.maillon.booking.Seat;
import coop.maillon.booking.Seated;
import coop.maillon.booking.act.BookingEvents;
import coop.maillon.booking.act.Engine;
import coop.maillon.booking.act.LedgerStore;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what one act makes of many bookings: a few statements, however many they are. */
final class SeriesWriting {

  private final SeriesDatesStore store = new SeriesDatesStore();
  private final LedgerStore ledger = new LedgerStore();
  private final Engine engine;

  SeriesWriting(Engine engine) {
    this.engine = engine;
  }

  /** One booking before and after. */
  record Turn(Booking before, Booking after) {}

  /**
   * What is written.
   *
   * @param moved those that lie elsewhere afterwards, or nowhere
   * @param said those that only say something else
   * @param seats where those that moved lie
   * @param room what makes room for them
   */
  record Written(List<Turn> moved, List<Turn> said, Map<BookingId, List<Seat>> seats, Seated room) {

    static Written gone(List<Turn> gone) {
      return new Written(gone, List.of(), Map.of(), new Seated(List.of(), List.of(), Set.of()));
    }

    List<BookingId> ids() {
      return all().stream().map(turn -> turn.after().id()).toList();
    }

    private List<Turn> all() {
      var all = new ArrayList<>(moved);
      all.addAll(said);
      return all;
    }
  }

  /** The bookings as they are then. Everything that goes, goes first: the constraint is immediate. */
  Future<List<Booking>> write(Tx tx, Written written, SeriesScene scene, String kind) {
    ledger.endHolds(tx, written.room().endedHolds(), scene.now());
    ledger.remove(tx, written.moved().stream().map(turn -> turn.before().id()).toList());
    ledger.move(tx, written.room().moved());
    if (!written.seats().isEmpty()) {
      ledger.seat(tx, written.seats());
      store.replaceBooked(tx, written.moved().stream().map(Turn::after).toList());
    }
    var quoted =
        written.said().stream().filter(SeriesWriting::costs).map(Turn::after).toList();
    if (!quoted.isEmpty()) {
      store.replaceBooked(tx, quoted);
    }
    var after = written.all().stream().map(Turn::after).toList();
    if (written.all().stream().anyMatch(SeriesWriting::invites)) {
      store.replaceParticipants(tx, after);
    }
    var versions = store.update(tx, after);
    tell(tx, written, scene, kind);
    return versions.map(numbers -> after.stream()
        .map(one -> one.versioned(numbers.getOrDefault(one.id(), one.version())))
        .toList());
  }

  /** Whether what it holds costs something else now. */
  private static boolean costs(Turn turn) {
    return !turn.before().booked().equals(turn.after().booked());
  }

  private static boolean invites(Turn turn) {
    return !turn.before().details().participants().equals(turn.after().details().participants());
  }

  private void tell(Tx tx, Written written, SeriesScene scene, String kind) {
    tell(tx, new Told(kind, written.moved(), written.room()), scene);
    var nothing = new Seated(List.of(), List.of(), Set.of());
    tell(tx, new Told("booking.changed", written.said(), nothing), scene);
  }

  private record Told(String kind, List<Turn> turns, Seated room) {}

  private void tell(Tx tx, Told told, SeriesScene scene) {
    if (told.turns().isEmpty()) {
      return;
    }
    long actor = scene.actor().id();
    var data = told.turns().stream()
        .map(turn -> BookingEvents.of(turn.before(), turn.after(), actor, scene.catalogue()))
        .toList();
    engine.events().tell(tx, told.kind(), together(data), told.room());
  }

  /** One act tells of itself once: where it reached several bookings, its first event names them all. */
  static List<JsonObject> together(List<JsonObject> events) {
    if (events.size() > 1) {
      var bookings = events.stream().map(one -> one.getLong("booking")).toList();
      events.forEach(one -> one.put("first", one == events.get(0)));
      events.get(0).put("bookings", new JsonArray(bookings));
    }
    return events;
  }

  /** What was decided of several bookings, as rows to be written. */
  static Map<BookingId, List<Seat>> seats(Settlement settlement) {
    var seats = new LinkedHashMap<BookingId, List<Seat>>();
    settlement
        .made()
        .forEach((id, decision) -> seats.put(id, decision.seated().orElseThrow().seats()));
    return seats;
  }
}
