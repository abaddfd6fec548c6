package coop.maillon.board;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody comes to the board with. */
public enum PostKind {
  /** The author needs a hand: whoever answers helps. */
  REQUEST,
  /** The author gives one: whoever answers is helped. */
  OFFER,
  /** The author wants to know something; answers are all there is. */
  QUESTION;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PostKind> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
