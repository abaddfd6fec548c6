package coop.maillon.member.account;

import coop.maillon.member.Member;
import coop.maillon.member.session.Password;
import coop.maillon.member.session.Passwords;
import coop.maillon.member.session.Throttle;
import coop.maillon.member.session.Throttle.Tries;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Compares an address and a password: alike in words and in time, whatever is wrong with them. */
public final class SignIns {

  private final MemberStore members;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Clock clock;

  SignIns(Kin kin) {
    this.members = kin.members();
    this.passwords = kin.passwords();
    this.throttle = kin.throttle();
    this.clock = kin.clock();
  }

  /**
   * Judges what somebody typed.
   *
   * @param from the network address it came from
   */
  public Future<SignInOutcome> judge(String email, Password password, String from) {
    var tries = Tries.toSignIn(email.strip().toLowerCase(Locale.ROOT), from);
    return throttle
        .waitOf(tries.all())
        .compose(wait -> wait.isPresent()
            ? Future.succeededFuture(new SignInOutcome.Wait(wait.get()))
            : compare(email, password).compose(member -> conclude(tries, member)));
  }

  private Future<Optional<Member>> compare(String email, Password password) {
    return find(email)
        .compose(found -> passwords
            .matches(password, found.flatMap(MemberStore.Keyed::passwordHash))
            .map(
                same -> found.map(MemberStore.Keyed::member).filter(who -> same && mayEnter(who))));
  }

  private Future<Optional<MemberStore.Keyed>> find(String email) {
    return members.findKeyed(email.strip());
  }

  private boolean mayEnter(Member member) {
    return member.mayEnterOn(LocalDate.now(clock));
  }

  /** Whoever guesses many at once learns nothing from the one that fits: once a delay runs, it holds for the right password too. */
  private Future<SignInOutcome> conclude(Tries tries, Optional<Member> member) {
    if (member.isEmpty()) {
      return throttle.count(tries.all()).map(new SignInOutcome.Mismatch());
    }
    return throttle
        .waitOf(tries.all())
        .compose(wait -> wait.isPresent()
            ? Future.succeededFuture(new SignInOutcome.Wait(wait.get()))
            : throttle.passed(tries).map(new SignInOutcome.Welcome(member.get())));
  }
}
