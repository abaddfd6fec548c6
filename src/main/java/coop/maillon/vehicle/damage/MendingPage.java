package coop.maillon.vehicle.damage;

import coop.maillon.booking.page.SlotWords;
import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What vehicle/damages shows: the damage of a car, open and mended, with who said it and between whose hands it came about.
 *
 * @param closed where it is closed for safety
 * @param problem what is to be mended of the form that shortens it; may be empty
 */
record MendingPage(
    String title,
    String slug,
    String name,
    Optional<Closed> closed,
    String problem,
    List<Line> open,
    List<Line> mended) {

  /** @param until the day on which it opens by itself, as {@code date} for the form */
  record Closed(String text, String date) {}

  /**
   * One damage.
   *
   * @param who said it, when, and whether it was taken or brought back then
   * @param sound who said last before it that there was nothing new
   * @param asks whether it is said to be unsafe, and the car is open
   * @param done who mended it and what they did; empty where it is open
   */
  record Line(
      DamageCard card,
      String who,
      String sound,
      Optional<String> booking,
      boolean asks,
      List<DamagePart.Choice> severities,
      Optional<Done> done) {

    /** The list of one that a part shows. */
    public List<DamageCard> damages() {
      return List.of(card);
    }
  }

  /** @param word may be empty */
  record Done(String by, String word) {}

  public boolean calm() {
    return open.isEmpty();
  }

  static MendingPage of(Ask ask, Resource car, Damages.Log log, String problem) {
    var words = ask.words();
    return new MendingPage(
        words.say("damages.of", "name", car.name()),
        car.slug(),
        car.name(),
        log.standing().flatMap(OutageStore.Standing::until).map(until -> closed(until, car, words)),
        problem,
        lines(log.open(), log, new Scribe(car, words)),
        lines(log.mended(), log, new Scribe(car, words)));
  }

  private static List<Line> lines(List<Seen> all, Damages.Log log, Scribe scribe) {
    return all.stream().map(one -> scribe.line(one, log.isAsked(one.damage()))).toList();
  }

  private static Closed closed(Instant until, Resource car, Words words) {
    var day = until.atZone(car.site().zone()).toLocalDate();
    return new Closed(words.say("damages.closed.text", "day", words.day(day)), day.toString());
  }

  /** Words each damage of a car. */
  private record Scribe(Resource car, Words words) {

    Line line(Seen one, boolean asks) {
      var damage = one.damage();
      return new Line(
          DamageCard.of(damage, car, words),
          words.say(
              "damages.who" + one.way().map(way -> "." + way).orElse(""),
              Map.of("who", one.reporter(), "when", moment(damage.at()))),
          one.sound().map(this::sound).orElseGet(() -> words.say("damages.sound.none")),
          one.booking().map(id -> "/bookings/" + id),
          asks,
          severities(damage.severity()),
          damage.mended().map(mended -> new Done(by(one, mended.at()), mended.word())));
    }

    private String sound(Seen.Sound sound) {
      return words.say(
          "damages.sound",
          Map.of("who", sound.name(), "way", sound.way(), "when", moment(sound.at())));
    }

    private String by(Seen one, Instant at) {
      return words.say(
          "damages.mended.by", Map.of("who", one.mender().orElse(""), "when", moment(at)));
    }

    private List<DamagePart.Choice> severities(Severity is) {
      return Stream.of(Severity.values())
          .map(one -> new DamagePart.Choice(
              one.word(), words.say("damage.severity." + one.word()), one == is))
          .toList();
    }

    /** mardi 8 décembre 10:15. */
    private String moment(Instant at) {
      var zone = car.site().zone();
      return words.day(at.atZone(zone).toLocalDate()) + " " + new SlotWords(words, zone).time(at);
    }
  }
}
