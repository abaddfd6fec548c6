package coop.maillon.member;

import java.util.Optional;
import java.util.Set;

/** What members say of themselves and how they like their pages. */
public record Profile(String name, String language, String theme, Optional<Long> homeSite) {

  public static final int LONGEST_NAME = 80;
  public static final Set<String> LANGUAGES = Set.of("fr", "en");
  public static final Set<String> THEMES = Set.of("auto", "light", "dark");

  /** The key of the sentence that says why this cannot be a name. */
  public static Optional<String> problemOfName(String name) {
    if (name.isBlank()) {
      return Optional.of("member.name.missing");
    }
    boolean fits = name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    return fits ? Optional.empty() : Optional.of("member.name.long");
  }
}
