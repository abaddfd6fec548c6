package coop.maillon.resource;

import java.util.List;
import java.util.Optional;

/**
 * Whom a policy lets book. Groups and habilitations are named by their slugs.
 *
 * @param groups one of these groups may book; said and empty: everybody
 * @param habilitations all of these are needed; said and empty: none
 * @param asking members of these groups need a coordinator's yes
 */
public record Admission(
    Optional<List<String>> groups,
    Optional<List<String>> habilitations,
    Optional<List<String>> asking) {

  /** Says nothing: everybody may. */
  public static final Admission SILENT =
      new Admission(Optional.empty(), Optional.empty(), Optional.empty());

  /** Sorts each list and drops what is named twice. */
  public Admission {
    groups = groups.map(Admission::tidy);
    habilitations = habilitations.map(Admission::tidy);
    asking = asking.map(Admission::tidy);
  }

  public Admission toGroups(List<String> said) {
    return new Admission(Optional.of(said), habilitations, asking);
  }

  public Admission needing(List<String> said) {
    return new Admission(groups, Optional.of(said), asking);
  }

  public Admission askingOf(List<String> said) {
    return new Admission(groups, habilitations, Optional.of(said));
  }

  /** This one, and where it is silent the other: a resource's over its site's. */
  public Admission over(Admission other) {
    return new Admission(
        groups.or(other::groups), habilitations.or(other::habilitations), asking.or(other::asking));
  }

  private static List<String> tidy(List<String> slugs) {
    return slugs.stream().sorted().distinct().toList();
  }
}
