package coop.maillon.vehicle.outlook;

import coop.maillon.booking.Booking;
import coop.maillon.booking.free.Alternative;
import coop.maillon.booking.page.Option;
import coop.maillon.booking.page.SlotWords;
import coop.maillon.vehicle.State;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What vehicle/charge shows: whether a car will be full enough for a booking of it, and what else there is.
 *
 * @param why why what was asked was not done
 * @param shorter the same booking, not so far; where that goes anywhere
 * @param taken whether it is on its way already, and can only be brought back
 */
public record ChargePage(
    String title,
    String id,
    int version,
    String car,
    String when,
    Outlook outlook,
    Optional<String> why,
    List<Option> options,
    Optional<String> shorter,
    boolean taken) {

  /** How it stands, with an icon and in a sentence. */
  public record Outlook(String kind, String icon, String label, String text) {}

  public boolean isFine() {
    return outlook.kind().equals("ok");
  }

  public boolean none() {
    return options.isEmpty();
  }

  static ChargePage of(Ask ask, Plight plight, List<Alternative> ways, Optional<String> why) {
    Booking booking = plight.booking();
    Words words = ask.words();
    var wished = new Option.Wished(plight.car(), booking.slot());
    return new ChargePage(
        words.say("charge.title", "name", plight.car().name()),
        booking.id().toString(),
        booking.version(),
        plight.car().name(),
        new SlotWords(words, plight.car().site().zone()).whole(booking.slot()),
        outlook(plight, words),
        why,
        ways.stream()
            .map(way -> Option.of(way, wished, plight.read().catalogue(), words))
            .toList(),
        shorter(plight, words),
        booking.course().arrived().isPresent());
  }

  private static Outlook outlook(Plight plight, Words words) {
    if (plight.chain().isEmpty()) {
      return new Outlook("", "info", words.say("charge.unknown"), words.say("charge.unknown.text"));
    }
    if (plight.step().isEmpty()) {
      return new Outlook("", "clock", words.say("charge.over"), words.say("booking.state.over"));
    }
    State state = plight.state().orElseThrow();
    String word = state.name().toLowerCase(Locale.ROOT);
    String text = words.say(
        "charge." + word + ".text",
        Map.of(
            "km", plight.wantedKm(),
            "most", plight.mostKm(),
            "percent", plight.percentLeft()));
    return new Outlook(
        state == State.OK ? "ok" : state == State.TIGHT ? "wait" : "no",
        state == State.OK ? "check" : "alert",
        words.say("charge." + word),
        text);
  }

  private static Optional<String> shorter(Plight plight, Words words) {
    boolean isShort = plight.state().filter(state -> state != State.OK).isPresent();
    return isShort && plight.mostKm() > 0
        ? Optional.of(words.say("charge.shorter", "km", plight.mostKm()))
        : Optional.empty();
  }
}
