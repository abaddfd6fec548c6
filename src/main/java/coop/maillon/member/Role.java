package coop.maillon.member;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody is in the cooperative; the words of the API and of the command line. */
public enum Role {
  MEMBER,
  GUEST,
  COORDINATOR,
  ADMINISTRATOR;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
