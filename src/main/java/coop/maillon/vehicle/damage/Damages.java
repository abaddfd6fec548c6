package coop.maillon.vehicle.damage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.problem.Problems;
import coop.maillon.resource.Resource;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a person does about damage of a car: says it, looks at it, weighs it, says that it is mended. */
public final class Damages {

  private final DamageStore store = new DamageStore();
  private final Database database;
  private final Events events;
  private final Clock clock;
  private final Doing doing;

  /**
   * The use cases that it acts through.
   *
   * @param asking words what is not safe for whoever is on duty
   */
  public record Doing(Outages outages, Problems problems, UnaryOperator<String> asking) {}

  public Damages(Database database, Events events, Clock clock, Doing doing) {
    this.database = database;
    this.events = events;
    this.clock = clock;
    this.doing = doing;
  }

  /** What is known of a car, and what the reader's word does. */
  Future<Scene> scene(Who who, Resource car) {
    return store.scene(database, car, who, clock.instant());
  }

  /** Keeps what is said, and closes the car where it has to. */
  public Future<Effect> report(Sighting sighting) {
    return database.transaction(tx -> note(tx, sighting)).compose(noted -> act(sighting));
  }

  /** Keeps what is said within an act that says more of the car; {@link #act} comes after it. A form sent before is kept. */
  public Future<Void> note(Tx tx, Sighting sighting) {
    return store
        .insert(tx, sighting, clock.instant())
        .compose(
            number -> number.map(id -> tell(tx, sighting, id)).orElseGet(Future::succeededFuture));
  }

  /** What comes of what was kept, and still stands. */
  public Future<Effect> act(Sighting sighting) {
    return sighting.closes()
        ? store
            .find(database, sighting)
            .compose(found -> found
                .filter(Damage::closes)
                .map(damage -> open(sighting.car(), damage, sighting.who()))
                .orElseGet(() -> succeededFuture(Effect.NOTED)))
        : succeededFuture(sighting.asks() ? Effect.ASKED : Effect.NOTED);
  }

  private Future<Effect> open(Resource car, Damage damage, Who who) {
    return doing.outages().open(new Outages.Cause(car, damage.id(), who.id()));
  }

  /** Whoever is on duty reads of what is not safe when the car is closed, or among the problems. */
  private Future<Void> tell(Tx tx, Sighting sighting, long id) {
    String kind = sighting.report().isUnsafe() ? "damage.unsafe" : "damage.reported";
    var data = about(sighting.car(), id)
        .put("actor", sighting.who().id())
        .put("member", sighting.who().id());
    sighting.moment().ifPresent(moment -> data.put("booking", moment.booking().value()));
    var told = events.publish(tx, kind, data);
    return sighting.asks()
        ? doing
            .problems()
            .signal(
                tx,
                sighting.who(),
                sighting.car(),
                doing.asking().apply(sighting.report().what()))
        : told;
  }

  /** What came of a step. */
  enum Settled {
    /** There is no such damage of that car. */
    MISSING,
    /** It is noted, and the car as it was. */
    NOTED,
    /** The car is closed by it. */
    CLOSED,
    /** The car is open again. */
    OPENED
  }

  /** Says that it is mended, and how: whoever said that it is damaged learns of it. */
  Future<Settled> mend(Who who, Resource car, long damage, String word) {
    return step(who, car, new DamageStore.Step(damage, "mended", Optional.empty(), word));
  }

  /** Takes it back: it closes the car again where it did. */
  Future<Settled> reopen(Who who, Resource car, long damage) {
    return step(who, car, new DamageStore.Step(damage, "reopened", Optional.empty(), ""));
  }

  /** Says how bad it really is: what is not safe closes the car, what is safe opens it. */
  Future<Settled> weigh(Who who, Resource car, long damage, Severity severity) {
    return step(who, car, new DamageStore.Step(damage, "weighed", Optional.of(severity), ""));
  }

  private Future<Settled> step(Who who, Resource car, DamageStore.Step step) {
    return database
        .transaction(tx -> {
          tx.lock(List.of(Lock.ofSpaceGroup(car.spaceGroup())));
          return take(tx, who, car, step);
        })
        .compose(known -> known
            .map(one -> settle(who, car, one.damage()))
            .orElseGet(() -> succeededFuture(Settled.MISSING)));
  }

  /** A step that was taken before is taken once. */
  private Future<Optional<DamageStore.Known>> take(
      Tx tx, Who who, Resource car, DamageStore.Step step) {
    var by = new DamageStore.By(who.id(), clock.instant());
    return store
        .take(tx, car.id(), step, by)
        .compose(taken -> store
            .find(tx, car.id(), step.damage())
            .compose(known -> known
                .filter(one -> taken)
                .map(one -> events.publish(tx, "damage." + step.step(), told(who, car, step, one)))
                .orElseGet(Future::succeededFuture)
                .map(known)));
  }

  private static JsonObject told(
      Who who, Resource car, DamageStore.Step step, DamageStore.Known known) {
    return about(car, step.damage())
        .put("actor", who.id())
        .put("member", known.reporter())
        .put("outcome", step.word());
  }

  private Future<Settled> settle(Who who, Resource car, Damage damage) {
    return damage.closes()
        ? open(car, damage, who)
            .map(effect -> effect.kind() == Effect.Kind.CLOSED ? Settled.CLOSED : Settled.NOTED)
        : doing
            .outages()
            .openAgain(who, car)
            .map(opened -> opened ? Settled.OPENED : Settled.NOTED);
  }

  /** A picture; empty where that car has none by that number. */
  Future<Optional<Buffer>> photo(Resource car, long photo, Shot.Size size) {
    return store.photo(database, car.id(), photo, size);
  }

  /** What a page for coordinators shows of a car. */
  record Log(List<Seen> all, Optional<OutageStore.Standing> standing) {

    List<Seen> open() {
      return all.stream().filter(one -> one.damage().isOpen()).toList();
    }

    List<Seen> mended() {
      return all.stream().filter(one -> !one.damage().isOpen()).toList();
    }

    /** Whether somebody has to decide: it is said to be unsafe, and the car is open. */
    boolean isAsked(Damage damage) {
      return damage.isOpen() && damage.severity() == Severity.UNSAFE && standing.isEmpty();
    }
  }

  /** Everything that was ever said, what is open first, with who said it and between whom it came about. */
  Future<Log> log(Resource car) {
    var all = store.all(database, car.id());
    var standing = doing.outages().standing(car.id());
    return Future.all(all, standing).map(done -> new Log(all.result(), standing.result()));
  }

  static JsonObject about(Resource car, long damage) {
    return car.told().put("damage", damage).put("slug", car.slug());
  }
}
