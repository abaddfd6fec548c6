package coop.maillon.vehicle.cost;

import coop.maillon.booking.BookingId;
import coop.maillon.booking.bill.Bill;
import coop.maillon.db.Sql;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/** What bookings came to, for whoever may know. Months and years are those of the cooperative's calendar. */
public final class BillReads {

  private final StatementStore store = new StatementStore();
  private final Sql sql;
  private final Clock clock;

  /** @param clock with the zone in which days are told apart */
  public BillReads(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** One for each of its resources that was settled. */
  Future<List<Bill>> of(BookingId booking) {
    return store.bills(sql, booking);
  }

  /** All that somebody used in a year, the earliest first. */
  Future<List<Use>> uses(Who who, int year) {
    return store.uses(sql, new StatementStore.Asked(who.id(), year(year), clock.instant()));
  }

  /** What was reckoned of these resources in a month. */
  Future<List<Together>> sums(Collection<ResourceId> resources, YearMonth month) {
    return sums(resources, between(month.atDay(1), month.plusMonths(1).atDay(1)));
  }

  /** The same of a year, month by month. */
  Future<List<Together>> sums(Collection<ResourceId> resources, int year) {
    return sums(resources, year(year));
  }

  private Future<List<Together>> sums(Collection<ResourceId> resources, TimeSlot window) {
    return store.sums(sql, resources, new StatementStore.Span(window, zone()));
  }

  /** The factors by which trips are reckoned now. */
  Future<Bill.Carbon.Factors> factors() {
    return store.factors(sql, LocalDate.now(clock));
  }

  YearMonth present() {
    return YearMonth.now(clock);
  }

  ZoneId zone() {
    return clock.getZone();
  }

  private TimeSlot year(int year) {
    return between(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  private TimeSlot between(LocalDate first, LocalDate next) {
    return new TimeSlot(
        first.atStartOfDay(zone()).toInstant(), next.atStartOfDay(zone()).toInstant());
  }
}
