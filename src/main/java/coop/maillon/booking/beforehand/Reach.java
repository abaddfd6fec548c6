package coop.maillon.booking.beforehand;

import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import java.util.OptionalInt;

/** How many kilometres a vehicle can go within a slot; what knows of charge stands above bookings. */
@FunctionalInterface
public interface Reach {

  /** Where nobody knows of charge. */
  Reach UNKNOWN = (resource, slot) -> Future.succeededFuture(OptionalInt.empty());

  /** Empty where it is not judged by its charge, or nobody read it, or it is taken then. */
  Future<OptionalInt> of(Resource resource, TimeSlot slot);
}
