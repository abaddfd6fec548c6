package coop.maillon.member;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Members who belong together: as a group they may book what others may not, as a team they share a quota.
 *
 * @param slug how policies name it; stays
 */
public record Group(Id id, String slug, String name, Sort sort) {

  /** Which group. */
  public record Id(long value) {

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** What it is for. */
  public enum Sort {
    GROUP,
    TEAM;

    /** The word in the database and in forms. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The sort of that word; empty for any other. */
    public static Optional<Sort> of(String word) {
      return Arrays.stream(values()).filter(sort -> sort.word().equals(word)).findFirst();
    }
  }
}
