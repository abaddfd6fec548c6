package coop.maillon.booking.repeat;

import coop.maillon.booking.Booking;
import coop.maillon.booking.BookingStatus;
import coop.maillon.booking.series.Scope;
import coop.maillon.booking.series.SeriesView;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a booking's page shows of the series that it is a date of.
 *
 * @param booking the one whose page it is
 * @param summary how many dates, from when to when
 * @param near the dates around this one
 * @param rest all others, where there are many
 * @param restLabel how many those are
 * @param missing dates that can be booked again
 * @param missingLabel how many those are
 * @param scopes how many dates a change is to reach; none where no other is to come
 */
public record SeriesPart(
    String booking,
    String summary,
    List<Line> near,
    List<Line> rest,
    String restLabel,
    List<Missing> missing,
    String missingLabel,
    List<Choice> scopes) {

  /** How many dates are shown at once, and how many of them lie before this one. */
  private static final int SHOWN = 8;

  private static final int BEFORE = 2;

  public boolean hasRest() {
    return !rest.isEmpty();
  }

  public boolean hasMissing() {
    return !missing.isEmpty();
  }

  public boolean chooses() {
    return !scopes.isEmpty();
  }

  /**
   * One date that is booked.
   *
   * @param apart where it is, where that is not where this one is
   * @param state a word, where it is not simply to come
   */
  public record Line(
      String id, String when, boolean current, Optional<String> apart, Optional<String> state) {}

  /** One date that is not booked; {@code date} is its name. */
  public record Missing(String date, String when) {}

  /** One scope to choose. */
  public record Choice(String value, String label, boolean chosen) {}

  public static SeriesPart of(Ask ask, SeriesView view, Booking booking) {
    return new Telling(ask, view, booking).part();
  }

  /** How many dates the last act reached with this one, while it can be taken back; 0 where it reached no other. */
  public static long together(Ask ask, SeriesView view, Booking booking) {
    OptionalLong act = booking.course().act();
    return act.isEmpty()
        ? 0
        : view.bookings().stream()
            .filter(one -> one.course().act().equals(act) && one.canBeUndoneAt(ask.now()))
            .count();
  }

  /** One reader's page in the making. */
  private record Telling(Ask ask, SeriesView view, Booking booking) {

    SeriesPart part() {
      var booked = view.dates().stream()
          .filter(date -> date.standing() == SeriesView.Standing.BOOKED)
          .toList();
      var lines = booked.stream().map(this::line).toList();
      int first = first(lines);
      int last = Math.min(lines.size(), first + SHOWN);
      var rest = Stream.concat(
              lines.subList(0, first).stream(), lines.subList(last, lines.size()).stream())
          .toList();
      var missing = view.dates().stream()
          .filter(SeriesView.Date::canBeAdded)
          .map(date -> new Missing(date.date().toString(), when(date.slot())))
          .toList();
      return new SeriesPart(
          booking.id().toString(),
          summary(booked),
          lines.subList(first, last),
          rest,
          words().say("series.part.rest", "count", rest.size()),
          missing,
          words().say("series.part.missing", "count", missing.size()),
          scopes(booked));
    }

    /** A few before this date, more after it; the end of the series is filled up from before. */
    private static int first(List<Line> lines) {
      int here = IntStream.range(0, lines.size())
          .filter(i -> lines.get(i).current())
          .findFirst()
          .orElse(0);
      return Math.max(0, Math.min(here - BEFORE, lines.size() - SHOWN));
    }

    private String summary(List<SeriesView.Date> booked) {
      if (booked.isEmpty()) {
        return words().say("series.part.none");
      }
      var days = booked.stream()
          .map(date -> date.slot().start().atZone(zone()).toLocalDate())
          .sorted()
          .toList();
      return words()
          .say(
              "series.part.summary",
              "count",
              booked.size(),
              "from",
              words().date(days.get(0)),
              "to",
              words().date(days.get(days.size() - 1)));
    }

    private Line line(SeriesView.Date date) {
      Booking one = date.booking().orElseThrow();
      var first = view.catalogue().known(one.first().resource());
      boolean isHere = one.first().resource().equals(booking.first().resource());
      return new Line(
          one.id().toString(),
          when(date.slot()),
          one.id().equals(booking.id()),
          isHere ? Optional.empty() : Optional.of(first.name()),
          state(one));
    }

    private Optional<String> state(Booking one) {
      var status = one.statusAt(ask.now());
      return status == BookingStatus.CONFIRMED
          ? Optional.empty()
          : Optional.of(words().say("booking.status." + status.word()));
    }

    private List<Choice> scopes(List<SeriesView.Date> booked) {
      boolean isOther = booked.stream()
          .filter(date -> ask.now().isBefore(date.slot().start()))
          .flatMap(date -> date.booking().stream())
          .anyMatch(one -> !one.id().equals(booking.id()));
      String chosen = ask.form("scope").orElse("one");
      return isOther
          ? Stream.of(Scope.values())
              .map(scope -> new Choice(
                  scope.word(),
                  words().say("series.scope." + scope.word()),
                  scope.word().equals(chosen)))
              .toList()
          : List.of();
    }

    private String when(TimeSlot slot) {
      return words().range(slot.start().atZone(zone()), slot.end().atZone(zone()));
    }

    private ZoneId zone() {
      return view.catalogue().known(booking.first().resource()).site().zone();
    }

    private Words words() {
      return ask.words();
    }
  }
}
