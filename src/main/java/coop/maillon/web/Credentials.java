package coop.maillon.web;

/** What a request shows to say who it is from: the secret of a session or of an API token. */
public record Credentials(Kind kind, String secret) {

  /** Where the secret came from: the session's cookie, or the Authorization header. */
  public enum Kind {
    SESSION,
    TOKEN
  }

  /** Never the secret: this may end in a log. */
  @Override
  public String toString() {
    return "Credentials[" + kind + "]";
  }
}
