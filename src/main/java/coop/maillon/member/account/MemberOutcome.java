package coop.maillon.member.account;

import coop.maillon.member.Member;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of a change to somebody's membership. */
public sealed interface MemberOutcome {

  /**
   * It is so.
   *
   * @param link the invitation, where one was made: to be shown to whoever asked, and nowhere else
   */
  record Done(Member member, Optional<String> link) implements MemberOutcome {

    @Override
    public String toString() {
      return "Done[" + member.id() + "]";
    }
  }

  /** Somebody has that address already. */
  record Taken() implements MemberOutcome {}

  /** Seen, but not allowed. */
  record NotYours() implements MemberOutcome {}

  /** There is no such member. */
  record Unknown() implements MemberOutcome {}

  default <R> R fold(
      Function<Done, R> done, Supplier<R> taken, Supplier<R> notYours, Supplier<R> unknown) {
    if (this instanceof Done made) {
      return done.apply(made);
    }
    if (this instanceof Taken) {
      return taken.get();
    }
    return this instanceof NotYours ? notYours.get() : unknown.get();
  }
}
