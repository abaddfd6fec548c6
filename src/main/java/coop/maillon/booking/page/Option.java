package coop.maillon.booking.page;

import coop.maillon.booking.free.Alternative;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.page.Place;
import coop.maillon.web.Words;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A way out of a refusal that one click takes.
 *
 * @param value what the button sends: {@code SLUG/START/END}, in instants
 */
public record Option(String value, String kind, String when, String resource, String why) {

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

  /** What a button sent, read back. */
  record Taken(Resource resource, TimeSlot slot) {}

  public static Option of(
      Alternative alternative, Wished wished, Catalogue catalogue, Words words) {
    Resource resource = catalogue.known(alternative.resource());
    boolean sameThing = resource.id().equals(wished.resource().id());
    boolean sameTime = alternative.slot().equals(wished.slot());
    var said = new SlotWords(words, resource.site().zone());
    boolean sameDay =
        said.date(alternative.slot().start()).equals(said.date(wished.slot().start()));
    return new Option(
        value(resource, alternative.slot()),
        words.say(
            sameTime
                ? "booking.option.same-time"
                : sameThing ? "booking.option.same-thing" : "booking.option.nearby"),
        sameDay
            ? said.times(alternative.slot())
            : said.shortDay(alternative.slot()) + ", " + said.times(alternative.slot()),
        resource.name(),
        sameThing
            ? shift(wished.slot(), alternative.slot(), words)
            : new Place(resource, words).people());
  }

  /** What was asked for. */
  public record Wished(Resource resource, TimeSlot slot) {}

  static String value(Resource resource, TimeSlot slot) {
    return resource.slug() + "/" + slot.start() + "/" + slot.end();
  }

  static Optional<Taken> read(String value, Catalogue catalogue) {
    String[] parts = value.split("/", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    var slot = instant(parts[1])
        .flatMap(from -> instant(parts[2]).flatMap(to -> TimeSlot.between(from, to)));
    return catalogue
        .resource(parts[0])
        .flatMap(resource -> slot.map(time -> new Taken(resource, time)));
  }

  /** What a button says of a moment; empty where it cannot be read or no calendar has it. */
  static Optional<Instant> instant(String value) {
    try {
      return Optional.of(Instant.parse(value))
          .filter(instant -> !instant.isBefore(FIRST) && instant.isBefore(LAST));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static String shift(TimeSlot wished, TimeSlot offered, Words words) {
    Duration later = Duration.between(wished.start(), offered.start());
    if (offered.minutes() < wished.minutes()) {
      return words.say("booking.option.shorter", "length", words.minutes((int) offered.minutes()));
    }
    if (later.abs().toDays() > 0) {
      return "";
    }
    return words.say(
        later.isNegative() ? "booking.option.earlier" : "booking.option.later",
        "length",
        words.minutes((int) later.abs().toMinutes()));
  }
}
