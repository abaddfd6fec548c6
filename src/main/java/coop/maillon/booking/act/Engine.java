package coop.maillon.booking.act;

import coop.maillon.booking.anyof.Assignment;
import coop.maillon.booking.seat.UnitChoice;
import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogues;
import io.vertx.core.Vertx;
import java.time.Clock;

/** What every way in decides with and writes by: one for all, so that all decide alike. */
public record Engine(
    Vertx vertx,
    Database database,
    Catalogues catalogues,
    Clock clock,
    Acts acts,
    Groundwork groundwork,
    Judge judge,
    BookingEvents events,
    WaysOut waysOut,
    UnitChoice choice,
    Assignment assignment) {

  /** What it is made of. */
  public record Ports(Database database, Events events, Bookings.Rules rules) {}

  public static Engine of(Vertx vertx, Catalogues catalogues, Clock clock, Ports ports) {
    var database = ports.database();
    var rules = ports.rules();
    var groundwork = new Groundwork(rules.conditions());
    var free = new FreeTimes(vertx, new LedgerReads(database), rules.choice(), clock);
    return new Engine(
        vertx,
        database,
        catalogues,
        clock,
        new Acts(database, catalogues),
        groundwork,
        new Judge(vertx, clock, rules.choice(), groundwork),
        new BookingEvents(ports.events()),
        new WaysOut(database, catalogues, free, groundwork, clock),
        rules.choice(),
        rules.assignment());
  }
}
