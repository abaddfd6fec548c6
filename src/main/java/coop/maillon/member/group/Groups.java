package coop.maillon.member.group;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.event.Events;
import coop.maillon.member.Group;
import coop.maillon.member.MemberId;
import coop.maillon.member.Slug;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What coordinators do with groups and teams. */
public final class Groups {

  private final GroupStore store = new GroupStore();
  private final Database database;
  private final Events events;

  public Groups(Database database, Events events) {
    this.database = database;
    this.events = events;
  }

  /** Makes one; empty where another has nearly that name. */
  public Future<Optional<Group.Id>> create(Who actor, String name, Group.Sort sort) {
    return database.transaction(tx -> store
        .insert(tx, Slug.of(name), name, sort)
        .compose(made -> made.map(id -> tell(tx, actor, id, after("name", name)))
            .orElseGet(Future::succeededFuture)
            .map(made)));
  }

  /** Calls it otherwise; its slug, which policies name, stays. */
  public Future<Void> rename(Who actor, Group before, String name) {
    return database.transaction(tx -> store
        .rename(tx, before.id(), name)
        .compose(done -> tell(
            tx,
            actor,
            before.id(),
            after("name", name).put("before", new JsonObject().put("name", before.name())))));
  }

  /** Lets somebody in; empty where nobody who may sign in has that address. */
  public Future<Optional<MemberId>> add(Who actor, Group group, String email) {
    return database.transaction(tx -> store
        .add(tx, group.id(), email)
        .compose(found -> found
            .map(member -> tell(
                tx, actor, group.id(), after("group", group.name()).put("member", member.value())))
            .orElseGet(Future::succeededFuture)
            .map(found)));
  }

  public Future<Void> remove(Who actor, Group group, MemberId member) {
    var data = new JsonObject()
        .put("member", member.value())
        .put("before", new JsonObject().put("group", group.name()));
    return database.transaction(tx ->
        store.remove(tx, group.id(), member).compose(done -> tell(tx, actor, group.id(), data)));
  }

  /** A group with its people. */
  public Future<Optional<Belonging>> find(Group.Id id) {
    return store
        .find(database, id)
        .compose(found -> found
            .map(group ->
                store.people(database, id).map(people -> Optional.of(new Belonging(group, people))))
            .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Void> tell(Tx tx, Who actor, Group.Id id, JsonObject data) {
    return events.publish(
        tx, "group.changed", data.put("actor", actor.id()).put("what", "group:" + id));
  }

  private static JsonObject after(String name, String value) {
    return new JsonObject().put("after", new JsonObject().put(name, value));
  }
}
