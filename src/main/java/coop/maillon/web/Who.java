package coop.maillon.web;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks: everything about them that one query brings and that most pages need.
 *
 * @param coordinates ids of the sites that they coordinate
 * @param guestSites ids of the sites that a guest may see; empty for members, who see all
 * @param language {@code fr} or {@code en}
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param unread how many messages of the inbox they have not read
 */
public record Who(
    long id,
    String name,
    String email,
    boolean administrator,
    boolean guest,
    Set<Long> coordinates,
    Set<Long> guestSites,
    String language,
    String theme,
    int unread,
    Optional<Long> homeSite,
    Proof proof) {

  /** How they showed that it is them. */
  public enum Proof {
    SESSION,
    TOKEN,
    READ_ONLY_TOKEN
  }

  public Who {
    coordinates = Set.copyOf(coordinates);
    guestSites = Set.copyOf(guestSites);
  }

  /** Whose act it is that was decided before and is carried out now: nobody's rights are asked again. */
  public static Who inTheNameOf(long id) {
    return new Who(
        id,
        "",
        "",
        true,
        false,
        Set.of(),
        Set.of(),
        "fr",
        "auto",
        0,
        Optional.empty(),
        Proof.SESSION);
  }

  public boolean mayCoordinate(long siteId) {
    return administrator || coordinates.contains(siteId);
  }

  public boolean coordinatesSomething() {
    return administrator || !coordinates.isEmpty();
  }

  /** Members see the planning of every site, a guest those of the invitation. */
  public boolean maySee(long siteId) {
    return !guest || guestSites.contains(siteId);
  }

  /** Two letters at most, for the avatar: Bruno Faure is BF. */
  public String initials() {
    return initials(name);
  }

  /** Of the first and the last word of anybody's name; empty where there is none. */
  public static String initials(String name) {
    String[] words = name.strip().split("\\s+");
    String last = words.length > 1 ? firstLetter(words[words.length - 1]) : "";
    return firstLetter(words[0]) + last;
  }

  private static String firstLetter(String word) {
    return word.isEmpty()
        ? ""
        : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase();
  }

  /** As others read it: Diane Roussel is Diane R. */
  public String firstNameAndInitial() {
    return firstNameAndInitial(name);
  }

  /** Of anybody's name. */
  public static String firstNameAndInitial(String name) {
    String[] names = name.strip().split("\\s+");
    return names.length > 1 ? names[0] + " " + firstLetter(names[names.length - 1]) + "." : name;
  }
}
