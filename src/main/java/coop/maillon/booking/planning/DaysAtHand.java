package coop.maillon.booking.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import coop.maillon.booking.arriving.Neighbours;
import coop.maillon.booking.planning.PlanningStore.Question;
import coop.maillon.booking.planning.PlanningStore.Raw;
import coop.maillon.db.Stamp;
import coop.maillon.resource.SiteId;
import coop.maillon.resource.TimeSlot;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The days that were shown last. A day is read again where anything at all was committed since, by whatever node, or a hold
 * on it has run out: nobody is ever shown an older one.
 */
final class DaysAtHand {

  private static final int MOST = 60;

  private final Cache<Key, Reading> days =
      Caffeine.newBuilder().maximumSize(MOST).build();
  private final AtomicLong readings = new AtomicLong();

  private record Key(SiteId site, TimeSlot during, boolean hidden) {}

  /** @param stamp taken before the rows were read */
  private record Reading(Stamp stamp, Future<Known> rows) {

    boolean holds(Stamp other, Instant now) {
      boolean isOver = rows.succeeded() && rows.result().until() <= now.getEpochSecond();
      return stamp.equals(other) && !rows.failed() && !isOver;
    }
  }

  /**
   * The rows of a day, whoever looks.
   *
   * @param number of this reading: equal numbers, equal rows
   */
  record Known(long number, List<Raw> raws) {

    /** What comes behind a booking on its units, as far as this day and site show it. */
    Neighbours around(long booking) {
      var own = raws.stream()
          .map(Raw::open)
          .filter(taken -> taken.isBooking() && taken.id() == booking)
          .toList();
      var next = raws.stream()
          .map(Raw::open)
          .filter(other ->
              own.stream().anyMatch(one -> one.unit() == other.unit() && other.from() >= one.to()))
          .mapToLong(Taken::from)
          .min();
      return next.isPresent()
          ? new Neighbours(
              Optional.of(Instant.ofEpochSecond(next.getAsLong())), Neighbours.Before.GONE)
          : Neighbours.NONE;
    }

    /** When the first of them is over by itself, or another sort of thing; seconds since 1970. */
    long until() {
      return raws.stream().mapToLong(Raw::until).min().orElse(Long.MAX_VALUE);
    }
  }

  /** As it was at the stamp or later, read only where it is not at hand. */
  Future<Known> rows(Question question, Stamp stamp, Supplier<Future<List<Raw>>> reading) {
    var key = new Key(question.site(), question.during(), question.hidden());
    Reading known = days.getIfPresent(key);
    if (known != null && known.holds(stamp, question.now())) {
      return known.rows();
    }
    var fresh =
        new Reading(stamp, reading.get().map(raws -> new Known(readings.incrementAndGet(), raws)));
    days.put(key, fresh);
    return fresh.rows();
  }
}
