package coop.maillon.member.session;

import java.util.Optional;

/** What somebody typed as a password; long enough when it is a new one. */
public record Password(String value) {

  public static final int SHORTEST = 10;
  public static final int LONGEST = 200;

  /** The key of the sentence that says why this cannot be the new password of that address. */
  public static Optional<String> problemOf(String typed, String email) {
    if (typed.codePointCount(0, typed.length()) < SHORTEST) {
      return Optional.of("member.password.short");
    }
    if (typed.length() > LONGEST) {
      return Optional.of("member.password.long");
    }
    return typed.strip().equalsIgnoreCase(email)
        ? Optional.of("member.password.address")
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "Password[…]";
  }
}
