package coop.maillon.board.act;

import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.ledger.Accounts;
import java.time.Clock;

/** What every act decides with and writes by: one for all, so that all decide alike. */
record Engine(
    Database database,
    Clock clock,
    Acts acts,
    Books books,
    BoardEvents events,
    Engaging engaging,
    Endings endings,
    Settling settling,
    Once once) {

  static Engine of(Database database, Accounts accounts, Events events, Clock clock) {
    var acts = new Acts(database, accounts, clock);
    var books = new Books(accounts);
    var told = new BoardEvents(events);
    var engaging = new Engaging(acts, books, told);
    return new Engine(
        database,
        clock,
        acts,
        books,
        told,
        engaging,
        new Endings(acts, told),
        new Settling(acts, books, told, engaging),
        new Once());
  }
}
