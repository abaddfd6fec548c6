package coop.maillon.booking.beforehand;

import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.OptionalInt;

/** A port: how many kilometres vehicles can go within a slot; what knows of charge stands above bookings. */
public interface Reach {

  /** Where nobody knows of charge. */
  Reach UNKNOWN = new Reach() {
    @Override
    public Future<OptionalInt> of(Resource resource, TimeSlot slot) {
      return Future.succeededFuture(OptionalInt.empty());
    }

    @Override
    public Future<Far> ofAll(Collection<Resource> resources) {
      return Future.succeededFuture(Far.UNKNOWN);
    }
  };

  /** What is known of several vehicles, to be asked for as many slots as one likes. */
  @FunctionalInterface
  interface Far {

    Far UNKNOWN = (resource, slot) -> OptionalInt.empty();

    /** Empty where it is not judged by its charge, or nobody read it, or it is taken then. */
    OptionalInt of(Resource resource, TimeSlot slot);
  }

  /** Empty where it is not judged by its charge, or nobody read it, or it is taken then. */
  Future<OptionalInt> of(Resource resource, TimeSlot slot);

  /** The same of all of these, by one query. */
  Future<Far> ofAll(Collection<Resource> resources);
}
