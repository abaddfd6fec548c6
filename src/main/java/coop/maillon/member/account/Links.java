package coop.maillon.member.account;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.member.Member;
import coop.maillon.member.MemberId;
import coop.maillon.member.account.LinkStore.Key;
import coop.maillon.member.session.Password;
import coop.maillon.member.session.Passwords;
import coop.maillon.member.session.Secret;
import coop.maillon.member.session.Sessions;
import coop.maillon.member.session.Throttle;
import coop.maillon.member.session.Throttle.Tries;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The links that open an account by mail: each is good once, for a while, and looking at it does not use it. */
public final class Links {

  /** Long enough to hide whether an address is known: finding it and queueing a letter takes a few milliseconds. */
  private static final long ANSWER_MS = 300;

  private final Vertx vertx;
  private final Database database;
  private final MemberStore members;
  private final LinkStore store = new LinkStore();
  private final Sessions sessions;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Letters letters;
  private final String publicUrl;
  private final Clock clock;

  Links(Vertx vertx, PeopleSettings settings, Letters letters, Kin kin) {
    this.vertx = vertx;
    this.publicUrl = settings.publicUrl();
    this.letters = letters;
    this.database = kin.database();
    this.members = kin.members();
    this.sessions = kin.sessions();
    this.passwords = kin.passwords();
    this.throttle = kin.throttle();
    this.clock = kin.clock();
  }

  /**
   * Mails a link to whoever has that address; says nothing about whether somebody has.
   *
   * @return how long to wait, where too many links were asked for from that network address
   */
  public Future<Optional<Duration>> request(String email, String from) {
    var tries = Tries.toGetALink(email.strip().toLowerCase(Locale.ROOT), from);
    var answer = throttle
        .waitOf(List.of(tries.address()))
        .compose(wait -> wait.isPresent()
            ? Future.succeededFuture(wait)
            : sendUnlessTooMany(email, tries).map(wait));
    return Future.all(answer, vertx.timer(ANSWER_MS, TimeUnit.MILLISECONDS))
        .compose(done -> answer);
  }

  /** Makes a link in the transaction of whatever calls for it. Whoever gets it hands it over: it is not mailed. */
  Future<String> make(Tx tx, MemberId member, LinkPurpose purpose) {
    var secret = Secret.fresh();
    return store
        .insert(tx, member, Key.of(purpose, secret.value()), clock.instant())
        .map(publicUrl + purpose.path() + secret.value());
  }

  /** Makes a link and hands in the letter that brings it. */
  Future<String> send(Tx tx, Member to, LinkPurpose purpose, String by) {
    var kind = "member.mail." + purpose.word();
    return make(tx, to.id(), purpose)
        .compose(link -> letters.post(tx, new Letter(to, kind, by, link)).map(link));
  }

  /** For whom the link is, if it is still good. */
  public Future<Optional<Member>> look(LinkPurpose purpose, String secret) {
    return store
        .find(database, Key.of(purpose, secret), clock.instant())
        .compose(id -> id.map(members::find).orElse(Future.succeededFuture(Optional.empty())))
        .map(member -> member.filter(who -> isFor(purpose, who)));
  }

  /** Sets a new password by a link, and signs out whoever was in; empty where the link is no longer good. */
  public Future<Optional<MemberId>> setPassword(String secret, Password password) {
    return by(
        LinkPurpose.PASSWORD,
        secret,
        password,
        (tx, member, hash) -> members
            .setPassword(tx, member, hash)
            .compose(done -> sessions.closeAll(tx, member))
            .map(true));
  }

  /** Joins by an invitation; empty where it is no longer good. */
  public Future<Optional<MemberId>> join(String secret, String name, Password password) {
    return by(
        LinkPurpose.INVITATION,
        secret,
        password,
        (tx, member, hash) -> members.join(tx, member, name, hash));
  }

  public Future<Void> forgetExpired() {
    return store.forgetBefore(database, clock.instant().minus(Duration.ofDays(1)));
  }

  private Future<Void> sendUnlessTooMany(String email, Tries tries) {
    return throttle
        .waitOf(List.of(tries.account()))
        .compose(wait -> throttle
            .count(tries.all())
            .compose(done -> wait.isPresent() ? Future.succeededFuture() : sendTo(email)));
  }

  private Future<Void> sendTo(String email) {
    return members
        .findKeyed(email.strip())
        .compose(found -> found
            .map(MemberStore.Keyed::member)
            .flatMap(this::purposeFor)
            .map(letter -> database.transaction(tx -> send(tx, letter.to(), letter.purpose(), "")))
            .map(sent -> sent.<Void>mapEmpty())
            .orElse(Future.succeededFuture()));
  }

  private Optional<Wanted> purposeFor(Member member) {
    return List.of(LinkPurpose.values()).stream()
        .filter(purpose -> isFor(purpose, member))
        .map(purpose -> new Wanted(member, purpose))
        .findFirst();
  }

  private boolean isFor(LinkPurpose purpose, Member member) {
    return purpose == LinkPurpose.INVITATION
        ? member.state() == Member.State.INVITED
        : member.mayEnterOn(LocalDate.now(clock));
  }

  /** Hashes only for a link that is good, so that nobody makes the server work with links they made up. */
  private Future<Optional<MemberId>> by(
      LinkPurpose purpose, String secret, Password password, Change change) {
    return look(purpose, secret)
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : passwords
                .hash(password)
                .compose(hash -> database.transaction(tx -> use(tx, purpose, secret)
                    .compose(used -> used.isEmpty()
                        ? Future.succeededFuture(used)
                        : change
                            .make(tx, used.get(), hash)
                            .map(made -> used.filter(member -> made))))));
  }

  /** One use ends every link of that member. */
  private Future<Optional<MemberId>> use(Tx tx, LinkPurpose purpose, String secret) {
    var now = clock.instant();
    return store
        .use(tx, Key.of(purpose, secret), now)
        .compose(used -> used.isEmpty()
            ? Future.succeededFuture(used)
            : store.voidAll(tx, used.get(), now).map(used));
  }

  /** What a used link changes; false where it turns out to be too late. */
  @FunctionalInterface
  private interface Change {
    Future<Boolean> make(Tx tx, MemberId member, String passwordHash);
  }

  private record Wanted(Member to, LinkPurpose purpose) {}
}
