package coop.maillon.booking.planning;

import coop.maillon.booking.planning.PlanningStore.Mine;
import coop.maillon.db.Database;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Who occupies what and when, as one reader may know it. */
public final class Plannings {

  private final PlanningStore store = new PlanningStore();
  private final Database database;
  private final Clock clock;
  private final LongSupplier told;

  /** @param told the number of the last event that this node has told */
  public Plannings(Database database, Clock clock, LongSupplier told) {
    this.told = told;
    this.database = database;
    this.clock = clock;
  }

  /** A day of a site, and what the reader has today. */
  record DayPlan(Ledger ledger, List<Mine> mine, long seq) {}

  /** Two queries, sent together: the ledger of the day, and the reader's own day. */
  Future<DayPlan> day(Who who, Day day, Catalogue catalogue) {
    Instant now = clock.instant();
    Instant tonight = Day.of(day.site(), now).slot().end();
    long seq = told.getAsLong();
    var eyes = new Eyes(who, day.site());
    var raws = store.taken(database, Ledger.question(eyes, day.slot(), now, catalogue));
    var mine = store.mine(database, who, now, tonight);
    return Future.all(raws, mine).map(all -> {
      var seen = Ledger.seen(catalogue, now, raws.result(), eyes);
      return new DayPlan(seen, mine.result(), seq);
    });
  }

  /** Who reads, and in which words. */
  public record Reader(Who who, Words words) {}

  /** The week of one resource that has the date in it, to be shown by the partial `booking/_week`. */
  public Future<WeekPage> week(
      Reader reader, Resource resource, LocalDate date, Catalogue catalogue) {
    LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<Day> days = IntStream.range(0, 7)
        .mapToObj(more -> new Day(resource.site(), monday.plusDays(more)))
        .toList();
    var during = new TimeSlot(days.get(0).start(), days.get(6).next().start());
    Instant now = clock.instant();
    var telling = new WeekPage.Telling(reader.words(), told.getAsLong());
    var eyes = new Eyes(reader.who(), resource.site());
    return store
        .taken(database, Ledger.question(eyes, during, now, catalogue), units(resource, catalogue))
        .map(raws -> Ledger.seen(catalogue, now, raws, eyes))
        .map(ledger -> WeekPage.of(ledger, resource, days, telling));
  }

  private static List<Long> units(Resource resource, Catalogue catalogue) {
    return catalogue.leafUnits(resource).stream().map(unit -> unit.id().value()).toList();
  }
}
