package coop.maillon.member.account;

import coop.maillon.member.Member;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of an address and a password. Unknown, wrong, suspended and never joined are one answer: they do not go together. */
public sealed interface SignInOutcome {

  /** They go together, and the person may come in. */
  record Welcome(Member member) implements SignInOutcome {}

  /** They do not. */
  record Mismatch() implements SignInOutcome {}

  /** Too many tries lately: nothing was compared. */
  record Wait(Duration left) implements SignInOutcome {}

  default <R> R fold(Function<Welcome, R> welcome, Supplier<R> mismatch, Function<Wait, R> wait) {
    if (this instanceof Welcome known) {
      return welcome.apply(known);
    }
    return this instanceof Wait slow ? wait.apply(slow) : mismatch.get();
  }
}
