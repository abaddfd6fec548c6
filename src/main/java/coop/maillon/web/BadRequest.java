package coop.maillon.web;

import java.util.List;

/** A request that cannot be read: answered by its status, and the field where it is one, no fault of the server. */
final class BadRequest extends IllegalArgumentException {

  private final int status;
  private final String field;

  BadRequest(String why) {
    this(400, why);
  }

  BadRequest(int status, String why) {
    this(status, why, "");
  }

  private BadRequest(int status, String why, String field) {
    super(why);
    this.status = status;
    this.field = field;
  }

  /** A field holds a NUL, which PostgreSQL keeps in no text. */
  static BadRequest nul(String field) {
    return new BadRequest(400, "a NUL in a value", field.replace("\0", ""));
  }

  int status() {
    return status;
  }

  /** Says which field, where it is one. */
  Answer answer(Ask ask) {
    if (field.isEmpty()) {
      return Answer.failed(status);
    }
    var problem = new FieldProblem(field, ask.words().say("field.nul"));
    return ask.api()
        ? Fields.refusal(List.of(problem))
        : new Answer.Page(status, "error/page", ErrorPage.of(problem, ask), Headers.NONE);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
