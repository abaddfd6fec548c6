package coop.maillon.board;

import java.util.Set;

/** What came of an act on the board. A refusal is an answer, not an error. */
public sealed interface Outcome {

  /**
   * It is so.
   *
   * @param id of the post, the answer or the engagement that it was done to
   */
  record Done(Conversation conversation, long id) implements Outcome {}

  /** The key of the request has served for something else: this. */
  record Reused(Conversation conversation) implements Outcome {}

  /**
   * It is not at a point where that could be done.
   *
   * @param why the last part of the key of the sentence: `engagement.confirmed`
   * @param possible what can be done instead: `declare`
   */
  record NotNow(String why, Set<String> possible) implements Outcome {}

  /** Whoever is helped would promise more than they may. */
  record Against(Floor floor) implements Outcome {}

  record Missing() implements Outcome {}

  /** Seen, but somebody else's to do. */
  record Forbidden() implements Outcome {}

  /** One answer for each. */
  interface Cases<R> {

    R done(Done done);

    R reused(Reused reused);

    R notNow(NotNow notNow);

    R against(Against against);

    R missing();

    R forbidden();
  }

  default <R> R tell(Cases<R> cases) {
    if (this instanceof Done done) {
      return cases.done(done);
    }
    if (this instanceof Reused reused) {
      return cases.reused(reused);
    }
    if (this instanceof NotNow notNow) {
      return cases.notNow(notNow);
    }
    if (this instanceof Against against) {
      return cases.against(against);
    }
    return this instanceof Forbidden ? cases.forbidden() : cases.missing();
  }

  /** The same, done to something else. */
  default Outcome of(long id) {
    return this instanceof Done done ? new Done(done.conversation(), id) : this;
  }

  /** Whether that answer waits for a place now. */
  default boolean hasInLine(AnswerId answer) {
    return this instanceof Done done && done.conversation().inLine(answer) > 0;
  }

  default boolean isDone() {
    return this instanceof Done;
  }
}
