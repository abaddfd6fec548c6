package coop.maillon.booking.planning;

import coop.maillon.booking.planning.MineStore.Mine;
import coop.maillon.db.Database;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues.Moment;
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
  private final MineStore mine = new MineStore();
  private final DaysAtHand days = new DaysAtHand();
  private final Database database;
  private final Clock clock;
  private final LongSupplier told;

  /** @param told the number of the last event that this node has told */
  public Plannings(Database database, Clock clock, LongSupplier told) {
    this.told = told;
    this.database = database;
    this.clock = clock;
  }

  /**
   * A day of a site before the reader's eyes, and what they have today.
   *
   * @param seq the number of the last event that it shows for sure
   */
  record DayPlan(View view, List<Mine> mine, long seq) {}

  /** The rows of a day, and who looks at them when. */
  record View(DaysAtHand.Known rows, Eyes eyes, Catalogue catalogue, Instant now) {

    Eyes.Kind kind() {
      return eyes.kind(rows.raws());
    }

    Ledger ledger() {
      return Ledger.seen(catalogue, now, rows.raws(), eyes);
    }
  }

  /** The number of the last event told so far: to be asked before the ledger is. */
  long told() {
    return told.getAsLong();
  }

  /** Two queries at most, sent together: the ledger of the day where it is not at hand, and what concerns the reader. */
  Future<DayPlan> day(Who who, Day day, Moment moment, long seq) {
    Instant now = clock.instant();
    var catalogue = moment.catalogue();
    var tonight = new TimeSlot(now, Day.of(day.site(), now).slot().end());
    var question = Ledger.question(day.site(), day.slot(), now, catalogue);
    var rows = days.rows(question, moment.stamp(), () -> store.taken(database, question));
    var own = mine.own(database, who, tonight, day.slot());
    return Future.all(rows, own).map(all -> {
      var eyes = new Eyes(who, day.site(), own.result().invited());
      return new DayPlan(
          new View(rows.result(), eyes, catalogue, now), own.result().soon(), seq);
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
    var question = Ledger.question(resource.site(), during, now, catalogue);
    return store
        .taken(database, question, units(resource, catalogue), reader.who())
        .map(read -> {
          var eyes = new Eyes(reader.who(), resource.site(), read.invited());
          return WeekPage.of(
              Ledger.seen(catalogue, now, read.raws(), eyes), resource, days, telling);
        });
  }

  private static List<Long> units(Resource resource, Catalogue catalogue) {
    return catalogue.leafUnits(resource).stream().map(unit -> unit.id().value()).toList();
  }
}
