package coop.maillon.board;

import static coop.maillon.board.Transitions.By.PERSON;
import static coop.maillon.board.Transitions.By.TIME;

import coop.maillon.board.Transitions.Step;
import java.util.List;
import java.util.Locale;

/** Where what two agreed on is. */
public enum EngagementStatus {
  AGREED,
  /** One side has said how long it took. */
  DECLARED,
  /** The other side says another number, or that something was wrong. */
  DISPUTED,
  /** Both agree, or it was decided: what was counted is on the accounts. */
  CONFIRMED,
  CANCELLED,
  /** The helper did not come, or nobody was there. */
  ABSENT;

  /** What can be done with an engagement. */
  public enum Act {
    /** Either side says a number. */
    DECLARE,
    /** A side says a better number than its last one. */
    CORRECT,
    /** The other side says the same number, or takes it. */
    CONFIRM,
    /** The other side says another number, or a reason. */
    DISPUTE,
    /** A coordinator who is no party, with a reason. */
    DECIDE,
    /** The same, where there is nothing to count. */
    DISMISS,
    CANCEL,
    MISS,
    /** It is done, and nothing is to be counted. */
    FINISH,
    /** Nobody said a word for too long. */
    LAPSE,
    /** The booking that it was about is not to be. */
    CALL_OFF,
    /** Little enough to go without a word from the other side. */
    SETTLE,
    /** Too much for that: to the coordinators. */
    REFER,
    /** Nobody decided: the smaller number. */
    CUT
  }

  public static final Transitions<EngagementStatus, Act> LIFE = new Transitions<>(List.of(
      new Step<>(AGREED, Act.DECLARE, PERSON, DECLARED),
      new Step<>(AGREED, Act.FINISH, PERSON, CONFIRMED),
      new Step<>(AGREED, Act.CANCEL, PERSON, CANCELLED),
      new Step<>(AGREED, Act.MISS, PERSON, ABSENT),
      new Step<>(AGREED, Act.LAPSE, TIME, CANCELLED),
      new Step<>(AGREED, Act.CALL_OFF, TIME, CANCELLED),
      new Step<>(DECLARED, Act.CORRECT, PERSON, DECLARED),
      new Step<>(DECLARED, Act.CONFIRM, PERSON, CONFIRMED),
      new Step<>(DECLARED, Act.DISPUTE, PERSON, DISPUTED),
      new Step<>(DECLARED, Act.SETTLE, TIME, CONFIRMED),
      new Step<>(DECLARED, Act.REFER, TIME, DISPUTED),
      new Step<>(DISPUTED, Act.CORRECT, PERSON, DISPUTED),
      new Step<>(DISPUTED, Act.CONFIRM, PERSON, CONFIRMED),
      new Step<>(DISPUTED, Act.DISMISS, PERSON, CANCELLED),
      new Step<>(DISPUTED, Act.DECIDE, PERSON, CONFIRMED),
      new Step<>(DISPUTED, Act.CUT, TIME, CONFIRMED)));

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EngagementStatus ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
