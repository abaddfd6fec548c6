package coop.maillon.vehicle.cost.tariff;

import coop.maillon.db.Database;
import coop.maillon.event.Events;
import coop.maillon.resource.Resource;
import coop.maillon.resource.tariff.Tariff;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;

/** What coordinators say that the use of something costs. What was quoted before stays as it was quoted. */
public final class Tariffs {

  private final TariffStore store = new TariffStore();
  private final Database database;
  private final Events events;
  private final Clock clock;

  public Tariffs(Database database, Events events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** A tariff for what begins on that day or later. */
  public record Setting(LocalDate from, Tariff tariff) {}

  /** Sets it, for what is booked from now on. */
  public Future<Void> set(Resource resource, Setting setting, long actor) {
    return database.transaction(tx -> {
      store.set(tx, resource.id(), setting, new TariffStore.By(actor, clock.instant()));
      return events.publish(
          tx,
          "tariff.set",
          resource.told().put("actor", actor).put("from", setting.from().toString()));
    });
  }
}
