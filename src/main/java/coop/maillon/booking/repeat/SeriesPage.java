package coop.maillon.booking.repeat;

import coop.maillon.booking.BookingOutcome;
import coop.maillon.booking.free.Alternative;
import coop.maillon.booking.series.SeriesBookings;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;

/** What series/dates shows: each date with its outcome, and what to do about those that are refused. */
record SeriesPage(
    String title,
    String count,
    String back,
    List<Line> lines,
    List<Typed> typed,
    boolean anyRefused,
    boolean anyFree,
    boolean proposes,
    List<String> left) {

  /** One date. */
  record Line(String name, String when, boolean free, Optional<String> why, List<Choice> instead) {

    public boolean proposes() {
      return !instead.isEmpty();
    }
  }

  /** A place in stead of a date's own. */
  record Choice(String value, String label) {}

  /** What was typed, which is sent again. */
  record Typed(String name, String value) {}

  /** Makes the page's lines. */
  record Telling(Resource resource, Catalogue catalogue, Words words) {

    Line line(SeriesBookings.Foreseen date) {
      return new Line(
          "instead-" + date.date(),
          when(resource, date.slot()),
          date.why().isEmpty(),
          date.why().map(this::sentence),
          date.why().map(this::ways).orElse(List.of()));
    }

    private String when(Resource of, TimeSlot slot) {
      var zone = of.site().zone();
      return words.range(slot.start().atZone(zone), slot.end().atZone(zone));
    }

    private String sentence(BookingOutcome why) {
      if (why instanceof BookingOutcome.Against against) {
        return against.violations().get(0).sentence(words);
      }
      return words.say("booking.taken");
    }

    private List<Choice> ways(BookingOutcome why) {
      List<Alternative> ways = why instanceof BookingOutcome.Against against
          ? against.alternatives()
          : why instanceof BookingOutcome.Taken taken ? taken.alternatives() : List.of();
      return ways.stream().map(this::choice).toList();
    }

    private Choice choice(Alternative way) {
      var other = catalogue.known(way.resource());
      return new Choice(
          PlaceWord.of(way, catalogue), other.name() + ", " + when(other, way.slot()));
    }
  }
}
