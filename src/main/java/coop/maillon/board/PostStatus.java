package coop.maillon.board;

import static coop.maillon.board.Transitions.By.PERSON;
import static coop.maillon.board.Transitions.By.TIME;

import coop.maillon.board.Transitions.Step;
import java.util.List;
import java.util.Locale;

/** Where a post is in its life. That it is full is found out from its answers; that it is hidden stands beside. */
public enum PostStatus {
  /** Only its author sees it. */
  DRAFT,
  PUBLISHED,
  /** Its author has what was needed. */
  RESOLVED,
  /** Its author took it back, or what it was about is not to be. */
  WITHDRAWN,
  /** Nobody renewed it; nobody is told of it any more. */
  EXPIRED;

  /** What can be done with a post. */
  public enum Act {
    PUBLISH,
    CHANGE,
    RENEW,
    RESOLVE,
    WITHDRAW,
    EXPIRE,
    /** The booking that it is about is not to be. */
    CALL_OFF
  }

  public static final Transitions<PostStatus, Act> LIFE = new Transitions<>(List.of(
      new Step<>(DRAFT, Act.CHANGE, PERSON, DRAFT),
      new Step<>(DRAFT, Act.PUBLISH, PERSON, PUBLISHED),
      new Step<>(DRAFT, Act.WITHDRAW, PERSON, WITHDRAWN),
      new Step<>(DRAFT, Act.EXPIRE, TIME, EXPIRED),
      new Step<>(PUBLISHED, Act.CHANGE, PERSON, PUBLISHED),
      new Step<>(PUBLISHED, Act.RENEW, PERSON, PUBLISHED),
      new Step<>(PUBLISHED, Act.RESOLVE, PERSON, RESOLVED),
      new Step<>(PUBLISHED, Act.WITHDRAW, PERSON, WITHDRAWN),
      new Step<>(PUBLISHED, Act.EXPIRE, TIME, EXPIRED),
      new Step<>(PUBLISHED, Act.CALL_OFF, TIME, WITHDRAWN)));

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PostStatus ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
