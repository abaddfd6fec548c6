package coop.maillon.web;

/** A request that cannot be read: answered by its status alone, and no fault of the server. */
final class BadRequest extends IllegalArgumentException {

  private final int status;

  BadRequest(String why) {
    this(400, why);
  }

  BadRequest(int status, String why) {
    super(why);
    this.status = status;
  }

  int status() {
    return status;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
