package coop.maillon.booking.repeat;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.free.Alternative;
import coop.maillon.booking.series.Outlook;
import coop.maillon.booking.series.SeriesOutcome.Refused;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;

/**
 * What series/act shows: each date that an act would reach, with what would become of it, and what to do about those that
 * cannot be had.
 *
 * @param moves whether dates go elsewhere, rather than away
 * @param all the button where nothing stands in the way; empty where something does
 * @param free the button for those that can be had; empty where none can, or all
 * @param instead the button for these with other places chosen; empty where none is proposed
 */
record SeriesActPage(
    String title,
    String count,
    String back,
    String action,
    boolean moves,
    List<Line> lines,
    List<Typed> typed,
    Optional<String> all,
    Optional<String> free,
    Optional<String> instead) {

  public boolean none() {
    return all.isEmpty() && free.isEmpty();
  }

  /** What was typed, which is sent again. */
  record Typed(String name, String value) {}

  /**
   * One date.
   *
   * @param kind of its state: ok, wait, no, or none
   * @param now where it is, where it would be elsewhere
   */
  record Line(
      String name,
      String kind,
      String icon,
      String state,
      String when,
      Optional<String> now,
      Optional<String> why,
      List<Choice> instead) {

    public boolean proposes() {
      return !instead.isEmpty();
    }
  }

  /** Another place for a date. */
  record Choice(String value, String label) {}

  static SeriesActPage of(SeriesActForm form, List<Outlook> dates) {
    return new Telling(form, dates).page();
  }

  /** One page in the making. */
  private record Telling(SeriesActForm form, List<Outlook> dates) {

    SeriesActPage page() {
      var lines = dates.stream().map(this::line).toList();
      var meant =
          dates.stream().filter(date -> date.fate() != Outlook.Fate.STAYS).toList();
      int possible = (int) meant.stream().filter(Telling::isPossible).count();
      boolean isAll = possible == meant.size();
      boolean proposes = lines.stream().anyMatch(Line::proposes);
      String act = form.isMove() ? "move" : "cancel";
      String back = "/bookings/" + form.read().booking().id();
      return new SeriesActPage(
          words().say("series.act." + act + ".title", "count", meant.size()),
          words().say("series.count", "free", possible, "count", meant.size()),
          back,
          back + "/series",
          form.isMove(),
          lines,
          typed(),
          button("series.act." + act + ".all", possible, isAll && possible > 0),
          button("series.act." + act + ".free", possible, !isAll && possible > 0),
          button("series.act.move.instead", possible, proposes));
    }

    private static boolean isPossible(Outlook date) {
      return date.refused().isEmpty();
    }

    private Optional<String> button(String key, int count, boolean shown) {
      return shown ? Optional.of(words().say(key, "count", count)) : Optional.empty();
    }

    private List<Typed> typed() {
      return SeriesActForm.KEPT.stream()
          .map(name -> new Typed(name, form.text(name)))
          .toList();
    }

    private Line line(Outlook date) {
      boolean isElsewhere = !date.slot().equals(date.before().slot())
          || !date.place().id().equals(date.before().first().resource());
      Resource here = catalogue().known(date.before().first().resource());
      var state = state(date);
      return new Line(
          date.before().course().date().map(Object::toString).orElse(""),
          state.kind(),
          state.icon(),
          words().say("series.act." + state.word()),
          place(date.place(), date.slot()),
          isElsewhere
              ? Optional.of(words()
                  .say("series.act.now", "when", place(here, date.before().slot())))
              : Optional.empty(),
          date.refused().map(refused -> sentence(refused.why())),
          date.refused().map(this::ways).orElse(List.of()));
    }

    private record State(String kind, String icon, String word) {}

    private static State state(Outlook date) {
      if (!isPossible(date)) {
        return new State("no", "x", "refused");
      }
      return switch (date.fate()) {
        case MOVES -> new State("ok", "check", "moves");
        case ASKS -> new State("wait", "glass", "asks");
        case STAYS -> new State("", "check", "stays");
        case GOES -> new State("", "x", "goes");
      };
    }

    private String sentence(BookingOutcome why) {
      return why instanceof BookingOutcome.Against against
          ? against.violations().get(0).sentence(words())
          : words().say("booking.taken");
    }

    private List<Choice> ways(Refused refused) {
      List<Alternative> ways = refused.why() instanceof BookingOutcome.Against against
          ? against.alternatives()
          : refused.why() instanceof BookingOutcome.Taken taken ? taken.alternatives() : List.of();
      return ways.stream()
          .map(way -> new Choice(
              refused.date() + "=" + PlaceWord.of(way, catalogue()),
              place(catalogue().known(way.resource()), way.slot())))
          .toList();
    }

    private String place(Resource resource, TimeSlot slot) {
      var zone = resource.site().zone();
      return resource.name() + ", "
          + words().range(slot.start().atZone(zone), slot.end().atZone(zone));
    }

    private Catalogue catalogue() {
      return form.read().catalogue();
    }

    private Words words() {
      return form.ask().words();
    }
  }
}
