package coop.maillon.member.account;

import coop.maillon.db.Database;
import coop.maillon.member.MemberId;
import coop.maillon.member.Profile;
import coop.maillon.member.session.Password;
import coop.maillon.member.session.Passwords;
import coop.maillon.member.session.Sessions;
import coop.maillon.web.Who;
import io.vertx.core.Future;

/** What members change about themselves. */
public final class Profiles {

  private final Database database;
  private final MemberStore store;
  private final Sessions sessions;
  private final Passwords passwords;
  private final SignIns signIns;

  Profiles(Kin kin, SignIns signIns) {
    this.database = kin.database();
    this.store = kin.members();
    this.sessions = kin.sessions();
    this.passwords = kin.passwords();
    this.signIns = signIns;
  }

  public Future<Void> save(Who who, Profile profile) {
    return database.transaction(tx -> store.setProfile(tx, new MemberId(who.id()), profile));
  }

  /**
   * Changes the password of somebody who knows the present one, and signs the other browsers out.
   *
   * @param session the secret of the session that stays
   * @param from the network address the change comes from: guessing here is slowed down as at sign-in
   */
  public Future<SignInOutcome> changePassword(
      Who who, PasswordChange change, String session, String from) {
    return signIns
        .judge(who.email(), change.present(), from)
        .compose(outcome -> outcome.fold(
            known -> passwords
                .hash(change.wanted())
                .compose(hash -> keep(known.member().id(), hash, session))
                .map(done -> outcome),
            () -> Future.succeededFuture(outcome),
            wait -> Future.succeededFuture(outcome)));
  }

  private Future<Void> keep(MemberId member, String hash, String session) {
    return database.transaction(tx -> store
        .setPassword(tx, member, hash)
        .compose(done -> sessions.closeOthers(tx, member, session)));
  }

  /** The password one has and the one one wants. */
  public record PasswordChange(Password present, Password wanted) {}
}
