package coop.maillon.booking.planning;

import coop.maillon.resource.DayStretch;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the template `booking/_row` shows: a resource, the one fact that decides, and its day.
 *
 * @param facts how many people or units, and the hours of that day
 * @param state in a word how it is now, for phones
 * @param css classes of the list
 * @param turn where the clocks are turned that day
 */
record RowPage(
    String slug,
    String date,
    String name,
    String facts,
    Optional<State> state,
    String css,
    Optional<Day.Turn> turn,
    List<Item> items) {

  /** How a thing is, in a word with its icon. */
  record State(String css, String icon, String label) {}

  static RowPage of(Scene scene) {
    var track = new Track(scene);
    Resource resource = scene.resource();
    LocalDate date = scene.day().date();
    return new RowPage(
        resource.slug(),
        date.toString(),
        resource.name(),
        facts(resource, date, scene.words()),
        new Present(scene, track.free()).state(),
        css(resource),
        scene.day().turn(),
        track.items());
  }

  /** Without the bookings of others: what is the same for everybody, and that one. */
  RowPage only(String booking) {
    List<Item> kept = items.stream()
        .filter(item -> item.booking().isEmpty() || item.booking().equals(booking))
        .toList();
    return new RowPage(slug, date, name, facts, state, css, turn, kept);
  }

  static String css(Resource resource) {
    if (!resource.isPool()) {
      return "track";
    }
    int lanes = resource.units().size();
    return lanes > Track.MOST_LANES ? "track pool counts" : "track pool units-" + lanes;
  }

  static String facts(Resource resource, LocalDate date, Words words) {
    String many = many(resource, words);
    String hours = hours(resource, date, words);
    return many.isEmpty() ? hours : many + " · " + hours;
  }

  private static String many(Resource resource, Words words) {
    if (resource.isPool()) {
      return words.say("planning.units", "count", resource.units().size());
    }
    if (resource.kind() == Kind.EQUIPMENT || resource.capacity() < 2) {
      return "";
    }
    String key = resource.kind() == Kind.VEHICLE ? "planning.seats" : "planning.people";
    return words.say(key, "count", resource.capacity());
  }

  private static String hours(Resource resource, LocalDate date, Words words) {
    var hours = resource.policy().openingHours();
    if (hours.isAlways()) {
      return words.say("planning.always");
    }
    List<DayStretch> stretches = hours.on(date);
    return stretches.isEmpty()
        ? words.say("planning.shut")
        : stretches.stream()
            .map(stretch -> stretch.opens() + "–" + stretch.closes())
            .collect(Collectors.joining(", "));
  }
}
