package coop.maillon.booking.closure;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.UnitId;
import coop.maillon.resource.manage.Obstacle;
import coop.maillon.resource.manage.Occupants;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Tells the catalogue's keepers who lies on the units that they change, and brings closures to them. */
public final class UnitsInUse implements Occupants {

  private final ClosureStore store = new ClosureStore();
  private final Fences fences = new Fences(store);
  private final Clock clock;

  public UnitsInUse(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Future<List<Obstacle>> toCome(
      Sql sql, Collection<ResourceId> resources, Collection<UnitId> units) {
    return store.toCome(sql, resources, units, clock.instant());
  }

  @Override
  public Future<Void> settle(Tx tx, Catalogue catalogue, Collection<UnitId> units) {
    return fences.layAround(tx, new Fences.Ground(catalogue, units, clock.instant()));
  }
}
