package coop.maillon.member.account;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.member.Email;
import coop.maillon.member.Ids;
import coop.maillon.member.KnownSite;
import coop.maillon.member.Member;
import coop.maillon.member.Member.State;
import coop.maillon.member.MemberId;
import coop.maillon.member.NewMember;
import coop.maillon.member.Standing;
import coop.maillon.member.session.Password;
import coop.maillon.member.session.Passwords;
import coop.maillon.member.session.Sessions;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who belongs to the cooperative, and who decides about it. */
public final class Members {

  private final Database database;
  private final MemberStore store;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Links links;
  private final Clock clock;

  Members(Kin kin, Links links) {
    this.database = kin.database();
    this.store = kin.members();
    this.sessions = kin.sessions();
    this.passwords = kin.passwords();
    this.links = links;
    this.clock = kin.clock();
  }

  /** Invites somebody by mail, if whoever asks may give that standing. */
  public Future<MemberOutcome> invite(Who by, NewMember who) {
    return database.transaction(tx -> store
        .find(tx, new MemberId(by.id()))
        .compose(asking -> asking
            .filter(giver -> Giving.allows(giver.standing(), who.standing()))
            .map(giver -> insertInvited(
                tx, who, member -> links.send(tx, member, LinkPurpose.INVITATION, giver.name())))
            .orElse(Future.succeededFuture(new MemberOutcome.NotYours()))));
  }

  /**
   * Invites several by mail, all or none.
   *
   * @param by empty for the operator, whose rights nobody asks
   * @param then told each one's outcome; whether they stay
   */
  public Future<List<MemberOutcome>> inviteAll(
      Optional<Who> by, List<NewMember> all, Predicate<List<MemberOutcome>> then) {
    return database.transaction(tx -> asking(tx, by).compose(giver -> {
      Future<List<MemberOutcome>> told = Future.succeededFuture(new ArrayList<>());
      for (NewMember who : all) {
        told = told.compose(before -> inviteOne(tx, giver, who).map(outcome -> {
          before.add(outcome);
          return before;
        }));
      }
      return told.compose(outcomes ->
          then.test(outcomes) ? Future.succeededFuture(outcomes) : tx.rollback().map(outcomes));
    }));
  }

  private Future<Optional<Member>> asking(Tx tx, Optional<Who> by) {
    return by.map(who -> store.find(tx, new MemberId(who.id())))
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  private Future<MemberOutcome> inviteOne(Tx tx, Optional<Member> giver, NewMember who) {
    return giver.filter(one -> !Giving.allows(one.standing(), who.standing())).isPresent()
        ? Future.succeededFuture(new MemberOutcome.NotYours())
        : insertInvited(
            tx,
            who,
            member -> links.send(
                tx, member, LinkPurpose.INVITATION, giver.map(Member::name).orElse("Maillon")));
  }

  /** For the operator at the command line: nobody's rights are asked. The link is not mailed. */
  public Future<MemberOutcome> register(NewMember who) {
    return database.transaction(tx ->
        insertInvited(tx, who, member -> links.make(tx, member.id(), LinkPurpose.INVITATION)));
  }

  /** A member who can sign in at once: for the operator and the demo data. */
  public Future<MemberOutcome> register(NewMember who, Password password) {
    return passwords
        .hash(password)
        .compose(hash -> database.transaction(tx -> store
            .insert(tx, who, Optional.of(hash))
            .compose(id -> id.map(member -> done(tx, member))
                .orElse(Future.succeededFuture(new MemberOutcome.Taken())))));
  }

  /** Many at once with one password, hashed once: for the demo data. Answers them, but those whose address is taken. */
  public Future<List<Member>> registerAll(List<NewMember> all, Password password) {
    return passwords
        .hash(password)
        .compose(hash -> database.transaction(tx -> {
          var made = all.stream()
              .map(who -> store
                  .insert(tx, who, Optional.of(hash))
                  .compose(id -> id.map(known -> store.find(tx, known))
                      .orElse(Future.succeededFuture(Optional.empty()))))
              .toList();
          return Future.all(made)
              .map(done -> made.stream().flatMap(one -> one.result().stream()).toList());
        }));
  }

  /** Gives and takes rights. Nobody changes their own: so there is always an administrator left. */
  public Future<MemberOutcome> setStanding(Who by, MemberId id, Standing standing) {
    return decide(
        by,
        id,
        (tx, pair) -> Giving.allows(pair.by().standing(), standing)
            ? store
                .setStanding(tx, id, standing)
                .compose(done -> tell(tx, pair, pair.member().state(), standing))
                .compose(done -> sessions.tellAccessChanged(tx, id))
                .compose(done -> done(tx, id))
            : Future.succeededFuture(new MemberOutcome.NotYours()));
  }

  /** Shuts somebody out, at once and in every browser; what they have stays. */
  public Future<MemberOutcome> suspend(Who by, MemberId id) {
    return decide(
        by,
        id,
        (tx, pair) -> store
            .setState(tx, id, State.SUSPENDED)
            .compose(done -> tell(tx, pair, State.SUSPENDED, pair.member().standing()))
            .compose(done -> sessions.closeAll(tx, id))
            .compose(done -> done(tx, id)));
  }

  public Future<MemberOutcome> reactivate(Who by, MemberId id) {
    return decide(
        by,
        id,
        (tx, pair) -> store
            .setState(tx, id, State.ACTIVE)
            .compose(done -> tell(tx, pair, State.ACTIVE, pair.member().standing()))
            .compose(done -> sessions.tellAccessChanged(tx, id))
            .compose(done -> done(tx, id)));
  }

  /** Sends the invitation anew; the earlier links stay good until one is used or runs out. */
  public Future<MemberOutcome> inviteAgain(Who by, MemberId id) {
    return decide(
        by,
        id,
        (tx, pair) -> pair.member().state() == State.INVITED
            ? links
                .send(tx, pair.member(), LinkPurpose.INVITATION, pair.by().name())
                .map(link -> new MemberOutcome.Done(pair.member(), Optional.of(link)))
            : Future.succeededFuture(new MemberOutcome.Unknown()));
  }

  public Future<Optional<Member>> find(MemberId id) {
    return store.find(id);
  }

  public Future<Optional<Member>> findByEmail(Email email) {
    return store.findByEmail(email);
  }

  /** Whoever may come in and has that id or that address. */
  public Future<Optional<Member>> findActive(String named) {
    var text = named.strip();
    return Ids.read(text)
        .map(id -> find(new MemberId(id)))
        .or(() -> Email.read(text).map(this::findByEmail))
        .orElse(Future.succeededFuture(Optional.empty()))
        .map(found -> found.filter(member -> member.mayEnterOn(LocalDate.now(clock))));
  }

  /** Members by name or address, in the order of the alphabet. */
  public Future<List<Member>> search(String words, int limit, int offset) {
    return store.search(words, limit, offset);
  }

  public Future<Integer> count(String words) {
    return store.count(words);
  }

  public Future<List<KnownSite>> sites() {
    return store.sites();
  }

  private Future<MemberOutcome> insertInvited(
      Tx tx, NewMember who, Function<Member, Future<String>> makeLink) {
    return store
        .insert(tx, who, Optional.empty())
        .compose(id -> id.isEmpty()
            ? Future.succeededFuture(new MemberOutcome.Taken())
            : store
                .find(tx, id.get())
                .map(Optional::orElseThrow)
                .compose(member -> makeLink
                    .apply(member)
                    .map(link -> new MemberOutcome.Done(member, Optional.of(link)))));
  }

  /** Both rows locked and read afresh: of two administrators who remove each other, one succeeds. */
  private Future<MemberOutcome> decide(
      Who by, MemberId id, BiFunction<Tx, Pair, Future<MemberOutcome>> act) {
    var asking = new MemberId(by.id());
    return database.transaction(tx -> store
        .lock(tx, List.of(asking, id))
        .compose(locked -> store.find(tx, asking))
        .compose(giver -> store
            .find(tx, id)
            .compose(found -> found.isEmpty() || giver.isEmpty()
                ? Future.succeededFuture(new MemberOutcome.Unknown())
                : judge(tx, new Pair(giver.get(), found.get()), act))));
  }

  /** Whoever left is nobody's to decide about: they come back as somebody new. */
  private static Future<MemberOutcome> judge(
      Tx tx, Pair pair, BiFunction<Tx, Pair, Future<MemberOutcome>> act) {
    if (pair.member().state() == State.LEFT) {
      return Future.succeededFuture(new MemberOutcome.Unknown());
    }
    return Giving.mayDecideAbout(pair.by(), pair.member())
        ? act.apply(tx, pair)
        : Future.succeededFuture(new MemberOutcome.NotYours());
  }

  private Future<Void> tell(Tx tx, Pair pair, State state, Standing standing) {
    var change = new JsonObject()
        .put("actor", pair.by().id().value())
        .put("before", said(pair.member().state(), pair.member().standing()))
        .put("after", said(state, standing));
    return sessions.tellChanged(tx, pair.member().id(), change);
  }

  private static JsonObject said(State state, Standing standing) {
    return new JsonObject()
        .put("state", state.name().toLowerCase(Locale.ROOT))
        .put("standing", standing.toString());
  }

  private Future<MemberOutcome> done(Tx tx, MemberId id) {
    return store
        .find(tx, id)
        .map(found -> new MemberOutcome.Done(found.orElseThrow(), Optional.empty()));
  }

  /** Who decides, and about whom. */
  private record Pair(Member by, Member member) {}
}
