package coop.maillon.board;

/** Who of an engagement: each side says one number. */
public enum Side {
  HELPER,
  RECEIVERS;

  public Side other() {
    return this == HELPER ? RECEIVERS : HELPER;
  }
}
