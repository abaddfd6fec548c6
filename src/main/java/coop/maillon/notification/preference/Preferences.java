package coop.maillon.notification.preference;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a member says about how they want to be told; what waits for them is told anew when it may leave. */
public final class Preferences {

  private final PreferenceStore store = new PreferenceStore();
  private final Database database;
  private final Clock clock;
  private final Runnable wake;

  /**
   * Reads and changes them.
   *
   * @param clock with the zone of whoever has no home site
   * @param wake wakes who brings the mail
   */
  public Preferences(Database database, Clock clock, Runnable wake) {
    this.database = database;
    this.clock = clock;
    this.wake = wake;
  }

  public Future<Map<MemberId, Preference>> of(Collection<MemberId> members) {
    return members.isEmpty()
        ? Future.succeededFuture(Map.of())
        : store.of(database, members, clock);
  }

  public Future<Preference> of(MemberId member) {
    return of(List.of(member)).map(found -> orUsual(found, member));
  }

  Future<Void> save(MemberId member, Preference wanted) {
    return change(member, before -> wanted);
  }

  /** The mails of one topic, or all that digests bring, are to come at that time from now on. */
  Future<Void> setMail(LeaveLinks.Wanted wanted, Timing timing) {
    return change(wanted.member(), before -> {
      var choices = new EnumMap<Topic, Choice>(Topic.class);
      choices.putAll(before.choices());
      wanted
          .topic()
          .map(Set::of)
          .orElseGet(before::inDigest)
          .forEach(topic -> choices.put(topic, before.choice(topic).with(timing)));
      return before.with(choices);
    });
  }

  private Future<Void> change(MemberId member, UnaryOperator<Preference> change) {
    return database.transaction(tx -> store
        .lock(tx, member)
        .compose(locked -> store.of(tx, List.of(member), clock))
        .compose(found -> change(tx, member, orUsual(found, member), change)));
  }

  /** What somebody wanted to wait and does not any more comes now, in one mail. */
  private Future<Void> change(
      Tx tx, MemberId member, Preference before, UnaryOperator<Preference> change) {
    Instant now = clock.instant();
    var wanted = change.apply(before);
    var digest = before.letsGoUnder(wanted, now) ? now : wanted.digestFrom(now);
    tx.afterCommit(wake);
    return store
        .save(tx, member, wanted)
        .compose(saved -> store.reschedule(tx, member, digest, now));
  }

  private Preference orUsual(Map<MemberId, Preference> found, MemberId member) {
    return found.getOrDefault(member, Preference.usual(clock.getZone()));
  }
}
