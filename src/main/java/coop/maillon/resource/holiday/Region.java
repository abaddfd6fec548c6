package coop.maillon.resource.holiday;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where other public holidays are kept than in the rest of France. */
public enum Region {
  FR,
  ALSACE_MOSELLE,
  GUADELOUPE,
  MARTINIQUE,
  GUYANE,
  REUNION,
  MAYOTTE,
  SAINT_BARTHELEMY,
  SAINT_MARTIN;

  /** The word in the database and in forms: {@code alsace-moselle}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The region of that word; empty for any other. */
  public static Optional<Region> of(String word) {
    return Arrays.stream(values()).filter(region -> region.word().equals(word)).findFirst();
  }
}
