package coop.maillon.member.account;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.member.Member;
import coop.maillon.member.Member.State;
import coop.maillon.member.MemberId;
import coop.maillon.member.session.Sessions;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Leaving the cooperative: what becomes of an account. What its owner had beside it is for others to end. */
public final class Goodbyes {

  private final GoodbyeStore store = new GoodbyeStore();
  private final Database database;
  private final MemberStore members;
  private final Sessions sessions;
  private final Clock clock;

  Goodbyes(Kin kin) {
    this.database = kin.database();
    this.members = kin.members();
    this.sessions = kin.sessions();
    this.clock = kin.clock();
  }

  /**
   * Closes the account of somebody who leaves: out of every browser and program, without rights, groups or password. Never
   * refused to themselves; a second time it changes nothing.
   */
  public Future<MemberOutcome> leave(Who by, MemberId id) {
    var asking = new MemberId(by.id());
    return database.transaction(tx -> members
        .lock(tx, List.of(asking, id))
        .compose(locked -> members.find(tx, asking))
        .compose(giver -> members
            .find(tx, id)
            .compose(found -> found.isEmpty() || giver.isEmpty()
                ? Future.succeededFuture(new MemberOutcome.Unknown())
                : leave(tx, giver.get(), found.get()))));
  }

  private Future<MemberOutcome> leave(Tx tx, Member by, Member leaver) {
    boolean isSelf = by.id().equals(leaver.id());
    if (!isSelf && !Giving.mayDecideAbout(by, leaver)) {
      return Future.succeededFuture(new MemberOutcome.NotYours());
    }
    return leaver.state() == State.LEFT
        ? Future.succeededFuture(new MemberOutcome.Done(leaver, Optional.empty()))
        : close(tx, by, leaver);
  }

  private Future<MemberOutcome> close(Tx tx, Member by, Member leaver) {
    var change = new JsonObject()
        .put("actor", by.id().value())
        .put("before", new JsonObject().put("state", leaver.state().word()))
        .put("after", new JsonObject().put("state", State.LEFT.word()));
    return store
        .leave(tx, leaver.id(), clock.instant())
        .compose(done -> sessions.tellChanged(tx, leaver.id(), change))
        .compose(done -> sessions.closeAll(tx, leaver.id()))
        .compose(done -> members.find(tx, leaver.id()))
        .map(found -> new MemberOutcome.Done(found.orElseThrow(), Optional.empty()));
  }

  /** Who left within that time. */
  public Future<List<MemberId>> since(Duration ago) {
    return store.since(database, clock.instant().minus(ago));
  }

  /** Whether nobody would be left to administer. */
  public Future<Boolean> isLastAdministrator(MemberId id) {
    return store.isLastAdministrator(database, id);
  }
}
