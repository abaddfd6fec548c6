package coop.maillon.notification.preference;

import coop.maillon.db.Database;
import coop.maillon.event.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;

/** Reminds of bookings, as long before as whoever comes wants to be: once for each time that a booking has. */
public final class Reminders {

  private final ReminderStore store = new ReminderStore();
  private final Database database;
  private final Events events;
  private final Clock clock;

  public Reminders(Database database, Events events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Reminds all who are to be reminded by now. */
  public Future<Void> remind() {
    return database.transaction(tx -> store.remind(tx, clock.instant()).map(due -> {
      due.forEach(one -> events.publish(tx, "reminder.due", told(one)));
      return null;
    }));
  }

  private static JsonObject told(Due due) {
    return new JsonObject()
        .put("booking", due.booking())
        .put("member", due.member())
        .put("start", due.start().toString())
        .put("end", due.end().toString());
  }

  /** Somebody to be reminded now. */
  record Due(long booking, long member, Instant start, Instant end) {}
}
