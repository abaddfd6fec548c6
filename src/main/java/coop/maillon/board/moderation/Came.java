package coop.maillon.board.moderation;

/** What came of a report or of a ruling. */
public enum Came {
  DONE,
  /** It was so before. */
  BEFORE,
  /** In one's own case, or a coordinator's of elsewhere. */
  FORBIDDEN,
  MISSING
}
