package coop.maillon.problem;

import coop.maillon.db.Database;
import coop.maillon.event.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who answers for a site, week by week, and who if they cannot; where nobody is named, all its coordinators do. */
public final class Duties {

  private final DutyStore store = new DutyStore();
  private final Database database;
  private final Events events;

  public Duties(Database database, Events events) {
    this.database = database;
    this.events = events;
  }

  /** Somebody who can be on duty: a coordinator of the site. */
  public record Person(long id, String name) {}

  /** Who has which week; nobody where {@code member} is empty. */
  public record Week(LocalDate monday, Optional<Long> member, Optional<Long> substitute) {}

  /** What there is to know of a site's roster. */
  public record Roster(List<Person> people, List<Week> weeks) {}

  public Future<Roster> of(long site, LocalDate first) {
    var people = store.coordinators(database, site);
    var weeks = store.from(database, site, first);
    return Future.all(people, weeks).map(done -> new Roster(people.result(), weeks.result()));
  }

  /** Writes these weeks; only coordinators of the site count. */
  public Future<Void> set(long site, List<Week> weeks, long actor) {
    return store
        .coordinators(database, site)
        .compose(people -> database.transaction(tx -> {
          weeks.forEach(week -> store.set(tx, site, among(people, week)));
          return events.publish(
              tx,
              "duty.changed",
              new JsonObject().put("actor", actor).put("sites", new JsonArray().add(site)));
        }));
  }

  private static Week among(List<Person> people, Week week) {
    return new Week(
        week.monday(),
        week.member().filter(id -> people.stream().anyMatch(one -> one.id() == id)),
        week.substitute().filter(id -> people.stream().anyMatch(one -> one.id() == id)));
  }
}
