package coop.maillon.board.skill;

import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What members say that they know and look for, and finding those who know. */
public final class Skills {

  private final KnownStore store = new KnownStore();
  private final PeopleStore people = new PeopleStore();
  private final Database database;
  private final Events events;
  private final Clock clock;

  public Skills(Database database, Events events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  public Future<Known> of(Who who) {
    return store.of(database, who.id());
  }

  /** From now on that, and nothing else. */
  public Future<Void> keep(Who who, Known.Said said) {
    Instant now = clock.instant();
    return database.transaction(tx -> store
        .keep(tx, who.id(), said, now)
        .compose(done -> events.publish(
            tx, "skills.said", new JsonObject().put("member", who.id()).put("actor", who.id()))));
  }

  /**
   * Those who may be asked, with what they know of it; those of the reader's site first.
   *
   * @param typed what they should know; everybody where it is empty
   */
  public Future<List<PeopleStore.Person>> people(Who who, String typed) {
    return people.find(database, new PeopleStore.Wanted(who, typed), clock.instant());
  }

  /** Somebody as others find them by what they know; empty where they do not. */
  public Future<Optional<PeopleStore.Person>> asOthersFind(Who who) {
    return people.myself(database, who, clock.instant());
  }

  /** How many could help with what is being written: never who. */
  public Future<PeopleStore.Able> able(Who who, PeopleStore.Writing writing) {
    return people.able(database, who, writing, clock.instant());
  }
}
