package coop.maillon.board.act;

/** Somebody came in between the first look and the locks, whose account is not among those locked: the act starts over. */
final class StaleStakes extends RuntimeException {

  StaleStakes() {
    super("an account that is not locked");
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
