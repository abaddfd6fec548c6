package coop.maillon.booking.maintenance;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.clearing.ClosedSpace;
import coop.maillon.booking.closure.ClosureLetters;
import coop.maillon.booking.closure.Closures;
import coop.maillon.booking.evacuation.Clearances;
import coop.maillon.booking.evacuation.Left;
import coop.maillon.booking.maintenance.MaintenanceStore.Closed;
import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Closes the dates that are near enough, each by the use case in a transaction of its own, then tells each member once of all
 * of them. Whatever ends it midway, the next round goes on: a date is closed once, and told of with the mark that it was.
 */
final class Making {

  private final MaintenanceStore store = new MaintenanceStore();
  private final Database database;
  private final Catalogues catalogues;
  private final Events events;
  private final Clock clock;
  private final Closures closures;
  private final BookingReads reads;

  Making(Closures.Ground ground, Closures closures) {
    this.database = ground.database();
    this.catalogues = ground.catalogues();
    this.events = ground.events();
    this.clock = ground.clock();
    this.closures = closures;
    this.reads = new BookingReads(database, catalogues);
  }

  /** The time whose dates are closed. */
  static TimeSlot ahead(Instant now) {
    return new TimeSlot(now, now.plus(Maintenances.AHEAD));
  }

  Future<Void> make(Maintenance one) {
    var due = one.wish().dates(ahead(clock.instant())).stream()
        .filter(date -> one.madeUntil().map(date.start()::isAfter).orElse(true))
        .toList();
    Future<Void> last = succeededFuture();
    for (TimeSlot date : due) {
      last = last.compose(
              done -> closures.applyDate(Who.inTheNameOf(one.createdBy()), one.on(date)))
          .mapEmpty();
    }
    return due.isEmpty()
        ? last
        : last.compose(done -> tell(one, due.get(due.size() - 1).start()));
  }

  private Future<Void> tell(Maintenance one, Instant until) {
    var closed = store.untold(database, one, until);
    return closed.compose(dates -> taken(dates)
        .compose(taken -> catalogues
            .fresh()
            .compose(catalogue -> database.transaction(tx -> store
                .made(tx, one, until)
                .compose(first -> first && !taken.isEmpty()
                    ? publish(tx, new Telling(one, dates, catalogue), taken)
                    : succeededFuture())))));
  }

  /** What is told, of which dates. */
  private record Telling(Maintenance one, List<Closed> dates, Catalogue catalogue) {

    JsonObject data() {
      var touching = dates.stream().filter(date -> !date.touched().isEmpty()).toList();
      var slot = new TimeSlot(
          touching.get(0).slot().start(),
          touching.get(touching.size() - 1).slot().end());
      var space = new ClosedSpace(one.target().units(catalogue), slot);
      var data = Clearances.place(space, catalogue)
          .put("maintenance", one.id().value())
          .put("actor", one.createdBy())
          .put("reason", one.reason());
      data.remove("days");
      return data;
    }
  }

  private Future<Void> publish(Tx tx, Telling telling, List<ClosureLetters.Taken> taken) {
    Map<MemberId, JsonObject> letters = ClosureLetters.afterwards(taken);
    var all = letters.entrySet().stream()
        .map(letter -> events.publish(
            tx,
            "maintenance.told",
            telling
                .data()
                .mergeIn(letter.getValue())
                .put("member", letter.getKey().value())))
        .toList();
    return Future.all(all).mapEmpty();
  }

  private Future<List<ClosureLetters.Taken>> taken(List<Closed> dates) {
    Future<List<ClosureLetters.Taken>> all = succeededFuture(new ArrayList<>());
    for (Left left : dates.stream().flatMap(date -> date.touched().stream()).toList()) {
      all = all.compose(before -> reads.whole(left.booking()).map(found -> {
        found.ifPresent(read -> before.add(new ClosureLetters.Taken(read.booking(), left)));
        return before;
      }));
    }
    return all;
  }
}
