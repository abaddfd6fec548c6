package coop.maillon.booking.series;

import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Wish;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A wish to book on every date of a rule.
 *
 * @param first what is wanted, with the length of each
 * @param instead another place for some of the dates
 * @param answer what is kept for a repeat of the request
 */
public record SeriesRequest(
    BookingRequest first,
    Recurrence recurrence,
    Conflict conflict,
    Map<LocalDateTime, Instead> instead,
    Function<SeriesOutcome.Done, String> answer) {

  /** What becomes of the free dates where others are refused. */
  public enum Conflict {
    ALL,
    FREE
  }

  /** Where and when a date takes place that could not be had as it was wanted. */
  public record Instead(Resource resource, TimeSlot slot) {}

  /** One date of it, as a wish of its own. */
  record Dated(LocalDateTime date, BookingRequest request) {}

  public SeriesRequest {
    instead = Map.copyOf(instead);
  }

  /** The same on a newer catalogue; empty where something wished for is no longer there. */
  Optional<SeriesRequest> on(Catalogue catalogue) {
    return first
        .on(catalogue)
        .map(current -> new SeriesRequest(current, recurrence, conflict, instead, answer));
  }

  /** All that it may hold. */
  Set<ResourceId> resources() {
    return Stream.concat(
            first.resources().stream(),
            instead.values().stream().map(one -> one.resource().id()))
        .collect(Collectors.toSet());
  }

  List<Dated> dated() {
    return recurrence.dates().stream().map(this::dated).toList();
  }

  private Dated dated(LocalDateTime date) {
    return Optional.ofNullable(instead.get(date))
        .map(other -> new Dated(
            date,
            first.at(other.slot()).wishing(List.of(Wish.any(other.resource())), first.also())))
        .orElseGet(() -> new Dated(date, first.at(slot(date))));
  }

  private TimeSlot slot(LocalDateTime date) {
    Instant start = date.atZone(recurrence.zone()).toInstant();
    return new TimeSlot(start, start.plus(length()));
  }

  Duration length() {
    return first.slot().length();
  }
}
