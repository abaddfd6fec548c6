package coop.maillon.resource.manage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Policy;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.UnitId;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a coordinator can do with a resource. */
public final class Resources {

  private static final int TRIES = 5;

  private final ResourceStore store = new ResourceStore();
  private final Database database;
  private final Catalogues catalogues;
  private final Occupants occupants;
  private final Events events;
  private final Clock clock;

  public Resources(
      Database database, Catalogues catalogues, Occupants occupants, Events events, Clock clock) {
    this.database = database;
    this.catalogues = catalogues;
    this.occupants = occupants;
    this.events = events;
    this.clock = clock;
  }

  /** Adds a resource to a site. */
  public Future<ResourceOutcome> create(Who actor, ResourceDraft draft) {
    if (!actor.mayCoordinate(draft.site().id().value())) {
      return succeededFuture(new ResourceOutcome.Forbidden());
    }
    return underLocks(draft.parts(), (tx, catalogue) -> {
      List<Fault> faults = DraftCheck.faults(draft, Optional.empty(), catalogue);
      return faults.isEmpty()
          ? store.next(tx).compose(id -> {
            store.insert(tx, id, draft);
            store.writeUnits(tx, id, draft.units());
            store.writeParts(tx, id, draft.parts());
            return settled(tx, id, List.of(), Act.of("resource.created", actor));
          })
          : refuse(tx, new ResourceOutcome.Faulty(faults));
    });
  }

  /**
   * Adds several that have no parts, all or none.
   *
   * @param then told each one's outcome; whether they stay
   */
  public Future<List<ResourceOutcome>> createAll(
      Who actor, List<ResourceDraft> drafts, Predicate<List<ResourceOutcome>> then) {
    return database.transaction(tx -> {
      Future<List<ResourceOutcome>> all = succeededFuture(new ArrayList<>());
      for (ResourceDraft draft : drafts) {
        all = all.compose(before -> createOne(tx, actor, draft).map(outcome -> {
          before.add(outcome);
          return before;
        }));
      }
      return all.compose(outcomes ->
          then.test(outcomes) ? succeededFuture(outcomes) : tx.rollback().map(outcomes));
    });
  }

  private Future<ResourceOutcome> createOne(Tx tx, Who actor, ResourceDraft draft) {
    if (!actor.mayCoordinate(draft.site().id().value())) {
      return succeededFuture(new ResourceOutcome.Forbidden());
    }
    return catalogues.within(tx).compose(catalogue -> {
      List<Fault> faults = DraftCheck.faults(draft, Optional.empty(), catalogue);
      return faults.isEmpty()
          ? store.next(tx).compose(id -> {
            store.insert(tx, id, draft);
            store.writeUnits(tx, id, draft.units());
            return settled(tx, id, List.of(), Act.of("resource.created", actor));
          })
          : succeededFuture(new ResourceOutcome.Faulty(faults));
    });
  }

  /**
   * Makes a resource what the draft says, under the locks of all the space it touches.
   *
   * @param version the one that the draft was made from; empty: whichever it is now
   */
  public Future<ResourceOutcome> edit(
      Who actor, ResourceId id, OptionalInt version, ResourceDraft draft) {
    var touched = Stream.concat(Stream.of(id), draft.parts().stream()).toList();
    return change(actor, id, touched, (tx, now) -> {
      List<Fault> faults = DraftCheck.faults(draft, Optional.of(now.resource()), now.catalogue());
      if (version.isPresent() && version.getAsInt() != now.resource().version()) {
        return refuse(tx, new ResourceOutcome.Outdated(now.resource().version()));
      }
      return faults.isEmpty()
          ? write(tx, actor, new Edit(now.resource(), now.catalogue(), draft))
          : refuse(tx, new ResourceOutcome.Faulty(faults));
    });
  }

  /** Takes a resource out of service; bookings to come are named and nothing is done. */
  public Future<ResourceOutcome> retire(Who actor, ResourceId id) {
    return change(
        actor,
        id,
        List.of(id),
        (tx, now) -> unlessInTheWay(tx, List.of(id), List.of(), () -> {
          store.retire(tx, id, clock.instant());
          return settled(tx, id, List.of(), Act.of("resource.retired", actor));
        }));
  }

  /** Puts a resource back into service. */
  public Future<ResourceOutcome> bringBack(Who actor, ResourceId id) {
    return change(actor, id, List.of(id), (tx, now) -> {
      store.bringBack(tx, id);
      return settled(tx, id, List.of(), Act.of("resource.brought-back", actor));
    });
  }

  public Future<ResourceOutcome> show(Who actor, ResourceId id, Photo photo) {
    return change(actor, id, List.of(id), (tx, now) -> {
      store.setPhoto(tx, id, photo);
      return settled(tx, id, List.of(), Act.of("resource.changed", actor));
    });
  }

  public Future<ResourceOutcome> dropPhoto(Who actor, ResourceId id) {
    return change(actor, id, List.of(id), (tx, now) -> {
      store.dropPhoto(tx, id);
      return settled(tx, id, List.of(), Act.of("resource.changed", actor));
    });
  }

  public Future<Optional<Photo>> photo(ResourceId id) {
    return store.photo(database, id);
  }

  /** What a resource says of its own rules, its site apart. */
  public Future<Policy> said(ResourceId id) {
    return store.said(database, id);
  }

  /** A resource as it is under the locks. */
  private record Current(Resource resource, Catalogue catalogue) {}

  private Future<ResourceOutcome> change(
      Who actor,
      ResourceId id,
      Collection<ResourceId> touched,
      BiFunction<Tx, Current, Future<ResourceOutcome>> act) {
    return underLocks(
        touched,
        (tx, catalogue) -> catalogue
            .resource(id)
            .map(resource -> actor.mayCoordinate(resource.site().id().value())
                ? act.apply(tx, new Current(resource, catalogue))
                : refuse(tx, new ResourceOutcome.Forbidden()))
            .orElseGet(() -> refuse(tx, new ResourceOutcome.Missing())));
  }

  /** The groups are read first and again under their locks: changed meanwhile, it starts again. */
  private Future<ResourceOutcome> underLocks(
      Collection<ResourceId> touched, BiFunction<Tx, Catalogue, Future<ResourceOutcome>> act) {
    return again(
        TRIES,
        catalogue -> database.transaction(tx -> {
          var held = locks(touched, catalogue);
          tx.lock(held);
          return catalogues
              .within(tx)
              .compose(now -> held.containsAll(locks(touched, now))
                  ? act.apply(tx, now)
                  : Future.failedFuture(new Regrouped()));
        }));
  }

  private Future<ResourceOutcome> again(
      int tries, Function<Catalogue, Future<ResourceOutcome>> attempt) {
    return catalogues
        .fresh()
        .compose(attempt)
        .recover(fault -> fault instanceof Regrouped && tries > 1
            ? again(tries - 1, attempt)
            : Future.failedFuture(fault));
  }

  private static Set<Lock> locks(Collection<ResourceId> touched, Catalogue catalogue) {
    return touched.stream()
        .flatMap(id -> catalogue.resource(id).stream())
        .flatMap(resource ->
            Stream.concat(Stream.of(resource), resource.parts().stream().map(catalogue::known)))
        .map(resource -> Lock.ofSpaceGroup(resource.spaceGroup()))
        .collect(Collectors.toSet());
  }

  /** What goes away must be free, then all of it is written. */
  private Future<ResourceOutcome> write(Tx tx, Who actor, Edit edit) {
    ResourceId id = edit.before().id();
    ResourceDraft draft = edit.draft();
    return unlessInTheWay(tx, edit.uprooted(), edit.leaving(), () -> {
      store.update(tx, id, draft);
      store.retireUnits(tx, edit.leaving(), clock.instant());
      store.writeUnits(tx, id, draft.units());
      store.writeParts(tx, id, draft.parts());
      return settled(tx, id, edit.hadUnits(), Act.on(edit.before(), actor));
    });
  }

  private Future<ResourceOutcome> unlessInTheWay(
      Tx tx,
      Collection<ResourceId> resources,
      Collection<UnitId> units,
      Supplier<Future<ResourceOutcome>> act) {
    return occupants
        .toCome(tx, resources, units)
        .compose(obstacles ->
            obstacles.isEmpty() ? act.get() : refuse(tx, new ResourceOutcome.InTheWay(obstacles)));
  }

  /** Puts the groups right, lays the closures of what is new, and tells. */
  private Future<ResourceOutcome> settled(
      Tx tx, ResourceId id, Collection<UnitId> hadUnits, Act act) {
    return catalogues
        .within(tx)
        .compose(written -> store.regroup(tx, SpaceGroups.outdated(written)))
        .compose(done -> catalogues.within(tx))
        .compose(now -> {
          Resource resource = now.known(id);
          var units = new HashSet<>(hadUnits);
          now.leafUnits(resource).forEach(unit -> units.add(unit.id()));
          events.publish(tx, act.kind(), act.told(resource));
          return occupants.settle(tx, now, units).map(new ResourceOutcome.Done(resource, now));
        });
  }

  private static Future<ResourceOutcome> refuse(Tx tx, ResourceOutcome refusal) {
    return tx.rollback().map(refusal);
  }

  /** The space groups are not those that were locked. */
  private static final class Regrouped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Regrouped() {
      super("the space groups have changed", null, false, false);
    }
  }
}
