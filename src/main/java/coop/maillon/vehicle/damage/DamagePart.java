package coop.maillon.vehicle.damage;

import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What vehicle/_damage-fields shows: the part of a form in which somebody says what is damaged, with what was typed.
 *
 * @param key what makes two clicks one report
 * @param unsafe what happens where it is not safe
 * @param again whether pictures were sent and have to be chosen again
 */
public record DamagePart(
    String key,
    List<Choice> severities,
    String unsafe,
    String what,
    String place,
    boolean again,
    Map<String, String> problems) {

  /** One severity, and what it means. */
  public record Choice(String value, String label, boolean chosen) {}

  /** What a report of something unsafe leads to. */
  public enum Unsafe {
    CLOSES,
    ASKS,
    /** Whoever is about to take it leaves it. */
    LEAVES;

    static Unsafe of(Sighting.Word word) {
      return word == Sighting.Word.CLOSES ? CLOSES : ASKS;
    }
  }

  public static DamagePart of(Ask ask, Unsafe unsafe, Map<String, String> problems) {
    boolean isAgain = !problems.isEmpty() && !ask.uploads(DamageForm.PHOTO).isEmpty();
    return new DamagePart(
        ask.form("key").orElseGet(() -> UUID.randomUUID().toString()),
        severities(ask.words(), ask.form("severity").orElse("")),
        ask.words().say("damage.unsafe." + unsafe.name().toLowerCase(Locale.ROOT)),
        ask.form("what").orElse(""),
        ask.form("place").orElse(""),
        isAgain && !problems.containsKey(DamageForm.PHOTO),
        problems);
  }

  private static List<Choice> severities(Words words, String chosen) {
    return Stream.of(Severity.values())
        .map(one -> new Choice(
            one.word(), words.say("damage.severity." + one.word()), one.word().equals(chosen)))
        .toList();
  }
}
