package coop.maillon.member.habilitation;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Database;
import coop.maillon.db.Lock;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.member.Habilitation;
import coop.maillon.member.MemberId;
import coop.maillon.member.Slug;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What coordinators do with habilitations, and what time does. */
public final class Habilitations {

  private static final long REMINDERS = 33;

  /** Whose morning it is when people are reminded. */
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final HabilitationStore store = new HabilitationStore();
  private final TrainingStore trainings = new TrainingStore();
  private final Database database;
  private final Events events;
  private final Clock clock;

  public Habilitations(Database database, Events events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Makes one; empty where another has nearly that name. */
  public Future<Optional<Habilitation.Id>> create(String name, OptionalInt months) {
    return database.transaction(tx -> store.insert(tx, Slug.of(name), name, months));
  }

  /** Who has it now, or will have. */
  public Future<List<Holding>> holders(Habilitation.Id id) {
    return store.holders(database, id);
  }

  /** What a member has. */
  public Future<List<Holding>> of(MemberId member) {
    return store.of(database, member);
  }

  /** Gives it from that day on for as long as it is valid; false where nobody has that address. */
  public Future<Boolean> give(Who actor, Habilitation habilitation, String email, LocalDate since) {
    return database.transaction(tx -> store
        .member(tx, email)
        .compose(found -> found
            .map(member -> given(tx, Giving.from(since, habilitation, List.of(member), actor.id()))
                .map(true))
            .orElseGet(() -> succeededFuture(false))));
  }

  private Future<Void> given(Tx tx, Giving giving) {
    giving
        .members()
        .forEach(member -> tell(
            tx,
            "habilitation.given",
            data(giving.habilitation().name(), giving.until())
                .put("actor", giving.actor())
                .put("member", member.value())));
    return giving.members().isEmpty() ? succeededFuture() : store.give(tx, giving, clock.instant());
  }

  /** Takes it back; bookings that are already made stay. */
  public Future<Boolean> withdraw(Who actor, Habilitation habilitation, long holding) {
    return database.transaction(tx -> store
        .withdraw(tx, habilitation.id(), holding, clock.instant())
        .map(found -> {
          found.ifPresent(member -> tell(
              tx,
              "habilitation.withdrawn",
              data(habilitation.name(), Optional.empty())
                  .put("actor", actor.id())
                  .put("member", member.value())));
          return found.isPresent();
        }));
  }

  /** Announces a training, and who it is for. */
  public Future<Long> plan(Who actor, Habilitation habilitation, TrainingDraft draft) {
    var plan =
        new TrainingStore.Plan(habilitation.id(), draft.title(), draft.heldOn(), draft.site());
    return database.transaction(tx -> trainings.insert(tx, plan, actor.id()));
  }

  public Future<List<Training>> trainings(Habilitation.Id id) {
    return trainings.of(database, id);
  }

  public Future<Optional<Training>> training(long id) {
    return trainings.find(database, id);
  }

  /** Notes who comes; false where nobody has that address. */
  public Future<Boolean> enrol(Training training, String email) {
    return database.transaction(tx -> store
        .member(tx, email)
        .compose(found -> found
            .map(member -> trainings.enrol(tx, training.id(), member).map(true))
            .orElseGet(() -> succeededFuture(false))));
  }

  /** Gives the habilitation to those who were there, once; false where that was done before. */
  public Future<Boolean> complete(
      Who actor, Training training, Habilitation habilitation, List<MemberId> present) {
    return database.transaction(tx -> trainings
        .complete(tx, training.id(), clock.instant())
        .compose(first -> first
            ? trainings
                .present(tx, training.id(), present)
                .compose(members -> given(
                    tx,
                    Giving.from(training.heldOn(), habilitation, members, actor.id())
                        .by(training)))
                .map(true)
            : succeededFuture(false)));
  }

  /** Reminds those whose habilitation ends within a month, and again within a week; their coordinators once. */
  public Future<Void> remind() {
    var now = clock.instant();
    return database.transaction(tx -> tx.tryLock(Lock.ofJob(REMINDERS))
        .compose(got -> got
            ? store.due(tx, LocalDate.ofInstant(now, PARIS), now)
            : succeededFuture(List.<Ending>of()))
        .map(due -> {
          due.forEach(ending -> remind(tx, ending));
          return null;
        }));
  }

  private void remind(Tx tx, Ending ending) {
    var holding = ending.holding();
    var member = holding.member().value();
    tell(tx, "habilitation.expiring", data(holding.what(), holding.until()).put("member", member));
    if (ending.first()) {
      // The holder as its actor: a coordinator is not told of their own a second time.
      var told = data(holding.what(), holding.until()).put("member", member).put("actor", member);
      tell(tx, "habilitation.ending", told.put("sites", new JsonArray(ending.sites())));
    }
  }

  private void tell(Tx tx, String kind, JsonObject data) {
    events.publish(tx, kind, data);
  }

  private static JsonObject data(String name, Optional<LocalDate> until) {
    var data = new JsonObject().put("name", name);
    until.ifPresent(day -> data.put("until", day.toString()));
    return data;
  }
}
