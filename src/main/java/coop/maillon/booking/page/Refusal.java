package coop.maillon.booking.page;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.free.Alternative;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;

/**
 * A refusal as a member reads it: the fact, the reasons, and the ways out.
 *
 * @param reasons one sentence each; may be none
 * @param way what to do now, in one sentence
 * @param waitable the slot that can be waited for, as START/END; empty where waiting would not help
 */
public record Refusal(
    String fact,
    List<String> reasons,
    String way,
    List<Option> options,
    Optional<String> waitable) {

  /** The same, where waiting would not help. */
  public Refusal unwaited() {
    return new Refusal(fact, reasons, way, options, Optional.empty());
  }

  private Refusal waited(TimeSlot slot) {
    return new Refusal(fact, reasons, way, options, Optional.of(slot.start() + "/" + slot.end()));
  }

  public boolean hasOptions() {
    return !options.isEmpty();
  }

  /** When it came out: while one looked, or when one had asked for what seemed free. */
  public enum Moment {
    LOOKING,
    ASKING
  }

  /** Whom it is told to, and about what. */
  public record Telling(
      Option.Wished wished,
      Optional<TimeSlot> taken,
      Moment moment,
      Catalogue catalogue,
      Words words) {

    Refusal taken(BookingOutcome.Taken outcome) {
      String fact = outcome.full().isEmpty() ? takenWhen() : outcome.sentence(catalogue, words);
      return refusal(fact, List.of(), outcome.alternatives()).waited(wished.slot());
    }

    private String takenWhen() {
      var said = new SlotWords(words, wished.resource().site().zone());
      String key =
          moment == Moment.ASKING ? "booking.refused.taken.just" : "booking.refused.taken.part";
      return taken
          .map(part -> words.say(key, "times", said.times(part)))
          .orElseGet(() -> words.say("booking.taken"));
    }

    Refusal against(BookingOutcome.Against against) {
      var sentences = against.violations().stream()
          .map(one -> one.sentence(words))
          .distinct()
          .toList();
      return refusal(
          sentences.get(0), sentences.subList(1, sentences.size()), against.alternatives());
    }

    Refusal notNow(String why) {
      return refusal(words.say("booking.state." + why), List.of(), List.of());
    }

    private Refusal refusal(String fact, List<String> reasons, List<Alternative> alternatives) {
      var options = alternatives.stream()
          .limit(4)
          .map(one -> Option.of(one, wished, catalogue, words))
          .toList();
      String way = options.isEmpty()
          ? words.say("booking.refused.elsewhere")
          : words.say("booking.refused.options", "count", options.size());
      return new Refusal(fact, reasons, way, options, Optional.empty());
    }
  }
}
