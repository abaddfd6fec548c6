package coop.maillon;

import coop.maillon.notification.preference.Reminders;
import io.vertx.core.Future;

/** Who wants to be reminded of what they booked. */
final class ReminderWiring implements Part {

  private final Reminders reminders;

  ReminderWiring(Base base) {
    reminders = new Reminders(base.database(), base.events(), base.clock());
  }

  @Override
  public Future<Void> everyMinute() {
    return reminders.remind();
  }
}
