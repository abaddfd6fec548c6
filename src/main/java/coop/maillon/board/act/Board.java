package coop.maillon.board.act;

import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.ledger.Accounts;
import java.time.Clock;

/** Everything that can be done on the board, put together: App makes one, and gives its parts to whoever asks for them. */
public record Board(
    Accounts accounts,
    Posts posts,
    Answers answers,
    Engagements engagements,
    Clockwork clockwork,
    Departures departures,
    BoardReads reads) {

  /** On which it stands. */
  public static Board of(Database database, Events events, Clock clock) {
    var accounts = new Accounts(database, clock);
    var engine = Engine.of(database, accounts, events, clock);
    return new Board(
        accounts,
        new Posts(engine),
        new Answers(engine),
        new Engagements(engine),
        new Clockwork(engine),
        new Departures(engine, accounts),
        new BoardReads(database, clock));
  }
}
