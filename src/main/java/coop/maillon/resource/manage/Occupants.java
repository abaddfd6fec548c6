package coop.maillon.resource.manage;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.UnitId;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;

/** Who lies on the units that the catalogue's keepers change. A port: booking knows, and App introduces it. */
public interface Occupants {

  /** The bookings to come of these resources, and those that lie on these units, in order of time. */
  Future<List<Obstacle>> toCome(
      Sql sql, Collection<ResourceId> resources, Collection<UnitId> units);

  /** Lays the closures that reach these units now, and takes away those that no longer do. */
  Future<Void> settle(Tx tx, Catalogue catalogue, Collection<UnitId> units);
}
