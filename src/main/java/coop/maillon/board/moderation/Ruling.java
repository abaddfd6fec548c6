package coop.maillon.board.moderation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a coordinator does about what was reported. */
public enum Ruling {
  /** Others see it no more. */
  HIDE("hidden"),
  /** They see it again. */
  RESTORE("restored"),
  /** It was seen all the time, and stays so. */
  DISMISS("dismissed");

  private final String done;

  Ruling(String done) {
    this.done = done;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The last part of the kind of the event. */
  String done() {
    return done;
  }

  static Optional<Ruling> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** Whether there is something to do it about: what is hidden can be restored, what is reported judged. */
  boolean fits(Standing standing) {
    return switch (this) {
      case HIDE -> standing.reported() || !standing.hidden();
      case RESTORE -> standing.hidden();
      case DISMISS -> standing.reported() && !standing.hidden();
    };
  }

  /** Whether others see it, and whether reports wait for a decision. */
  record Standing(boolean hidden, boolean reported) {}
}
