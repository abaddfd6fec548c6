package coop.maillon.board;

import static coop.maillon.board.Transitions.By.PERSON;
import static coop.maillon.board.Transitions.By.TIME;

import coop.maillon.board.Transitions.Step;
import java.util.List;
import java.util.Locale;

/** Where an answer to a post is. */
public enum AnswerStatus {
  PROPOSED,
  /** There is an engagement, whose life goes on from there. */
  ACCEPTED,
  /** Accepted when the post was full: in line for the next place. */
  WAITING,
  DECLINED,
  WITHDRAWN,
  /** The post ended before anything came of it. */
  CLOSED;

  /** What can be done with an answer. */
  public enum Act {
    /** By the author of the post, while there is a place. */
    ACCEPT,
    /** The same, when there is none. */
    LINE_UP,
    DECLINE,
    WITHDRAW,
    /** The engagement came to nothing: its place is free again. */
    LET_GO,
    CLOSE
  }

  public static final Transitions<AnswerStatus, Act> LIFE = new Transitions<>(List.of(
      new Step<>(PROPOSED, Act.ACCEPT, PERSON, ACCEPTED),
      new Step<>(PROPOSED, Act.LINE_UP, PERSON, WAITING),
      new Step<>(PROPOSED, Act.DECLINE, PERSON, DECLINED),
      new Step<>(PROPOSED, Act.WITHDRAW, PERSON, WITHDRAWN),
      new Step<>(PROPOSED, Act.CLOSE, TIME, CLOSED),
      new Step<>(WAITING, Act.ACCEPT, PERSON, ACCEPTED),
      new Step<>(WAITING, Act.DECLINE, PERSON, DECLINED),
      new Step<>(WAITING, Act.WITHDRAW, PERSON, WITHDRAWN),
      new Step<>(WAITING, Act.CLOSE, TIME, CLOSED),
      new Step<>(ACCEPTED, Act.LET_GO, PERSON, WITHDRAWN),
      new Step<>(ACCEPTED, Act.CLOSE, TIME, CLOSED)));

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AnswerStatus ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
