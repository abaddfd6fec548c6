package coop.maillon.booking.free;

import static coop.maillon.booking.seat.Desks.desk;
import static coop.maillon.booking.seat.Desks.endless;
import static coop.maillon.booking.seat.Desks.hour;
import static coop.maillon.booking.seat.Desks.hours;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.booking.free.FreeTime.Stretch;
import coop.maillon.booking.seat.BruteForce;
import coop.maillon.booking.seat.Budget;
import coop.maillon.booking.seat.Desks;
import coop.maillon.booking.seat.IntervalColouring;
import coop.maillon.booking.seat.Pool;
import coop.maillon.booking.seat.Wanted;
import coop.maillon.resource.Buffers;
import coop.maillon.resource.TimeSlot;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeTimeTest {

  private static final Demand DAY = new Demand(List.of(hours(8, 20)), Buffers.NONE);

  @Test
  void anEmptyRoomIsFreeAsLongAsItIsOpen() {
    assertThat(free(new Desks(1), DAY).stretches()).containsExactly(stretch(8, 20, 1));
  }

  @Test
  void aBookingCutsTheDayInTwo() {
    var free = free(new Desks(1).free(1, 10, 12), DAY);

    assertThat(free.stretches()).containsExactly(stretch(8, 10, 1), stretch(12, 20, 1));
    assertThat(free.fits(hours(8, 10))).isTrue();
    assertThat(free.fits(hours(9, 11))).isFalse();
    assertThat(free.fits(hours(7, 8))).isFalse();
  }

  @Test
  void itsOwnBuffersKeepABookingAwayFromItsNeighboursButNotFromOpeningAndClosing() {
    var demand = new Demand(List.of(hours(8, 20)), new Buffers(15, 30));

    // the neighbour occupies 10 to 12, its buffers included; ours come on top
    assertThat(free(new Desks(1).free(1, 10, 12), demand).stretches())
        .containsExactly(stretch(8, 9.5, 1), stretch(12.25, 20, 1));
  }

  @Test
  void betweenNeighboursThatLeaveNoRoomForBuffersNothingIsFree() {
    var demand = new Demand(List.of(hours(8, 20)), new Buffers(30, 30));

    assertThat(free(new Desks(1).free(1, 8, 12).free(1, 13, 20), demand).stretches())
        .isEmpty();
  }

  @Test
  void aBookingOfTheEveningBeforeKeepsTheMorning() {
    assertThat(free(new Desks(1).free(1, -3, 9), DAY).stretches())
        .containsExactly(stretch(9, 20, 1));
  }

  @Test
  void aPoolTellsHowManyUnitsAreFree() {
    var free = free(new Desks(3).free(1, 10, 12).free(2, 11, 14), DAY);

    assertThat(free.stretches())
        .containsExactly(
            stretch(8, 10, 3),
            stretch(10, 11, 2),
            stretch(11, 12, 1),
            stretch(12, 14, 2),
            stretch(14, 20, 3));
    assertThat(free.ranges()).containsExactly(hours(8, 20));
  }

  @Test
  void whereRowsCanMoveTheFreeUnitIsOneAllAlong() {
    var free = free(new Desks(2).free(1, 8, 14).free(2, 14, 20), DAY);

    assertThat(free.stretches()).containsExactly(stretch(8, 20, 1));
    assertThat(free.fits(hours(8, 20))).isTrue();
  }

  @Test
  void whereRowsAreFixedTheFreeTimeEndsWhereOneWouldHaveToChangeDesks() {
    var free = free(new Desks(2).fixed(1, 8, 14).fixed(2, 14, 20), DAY);

    assertThat(free.stretches()).containsExactly(stretch(8, 14, 1), stretch(14, 20, 1));
    assertThat(free.fits(hours(13, 15))).isFalse();
  }

  @Test
  void fixedRowsMayLeaveRangesThatOverlap() {
    var free = free(new Desks(2).fixed(1, 14, 20).fixed(2, 8, 12), DAY);

    assertThat(free.ranges()).containsExactly(hours(8, 14), hours(12, 20));
    assertThat(free.stretches())
        .containsExactly(stretch(8, 12, 1), stretch(12, 14, 2), stretch(14, 20, 1));
  }

  @Test
  void inAPoolTheBuffersOfTwoNeighboursInARowDoNotTakeTwoUnits() {
    var demand = new Demand(List.of(hours(8, 20)), new Buffers(15, 15));

    assertThat(free(new Desks(2).free(1, 8, 10).free(1, 10.25, 20), demand).stretches())
        .containsExactly(stretch(8, 20, 1));
  }

  @Test
  void aClosedUnitIsNotFreeAndTheOthersAre() {
    assertThat(free(new Desks(3).fixed(2, 0, 24), DAY).stretches())
        .containsExactly(stretch(8, 20, 2));
  }

  @Test
  void aWholeIsFreeWhereAllItsPartsAre() {
    var parts = new Desks(2).free(1, 9, 10).fixed(2, 12, 14);
    var free = FreeTime.ofAll(parts.pool(), DAY);

    assertThat(free.stretches())
        .containsExactly(stretch(8, 9, 1), stretch(10, 12, 1), stretch(14, 20, 1));
  }

  @Test
  void withoutAUnitInServiceNothingIsFree() {
    assertThat(free(new Desks(0), DAY).stretches()).isEmpty();
    assertThat(FreeTime.ofAll(new Desks(0).pool(), DAY).stretches()).isEmpty();
  }

  @Test
  void twoDaysThatDoNotTouchAreTwoStretches() {
    var demand = new Demand(List.of(hours(8, 20), hours(32, 44)), Buffers.NONE);

    assertThat(free(new Desks(1), demand).stretches())
        .containsExactly(stretch(8, 20, 1), stretch(32, 44, 1));
  }

  @Test
  void whatIsBookedTogetherIsFreeWhereBothAre() {
    var room = free(new Desks(1).free(1, 10, 12), DAY);
    var projector = free(new Desks(1).free(1, 11, 15), DAY);

    assertThat(room.along(projector).ranges()).containsExactly(hours(8, 10), hours(15, 20));
  }

  @Test
  void aSpentBudgetTellsLessThanIsFreeAndNeverMore() {
    var spent = new Budget(() -> 1L, 0);
    var desks = new Desks(3).fill(new Random(3), 40, 0.4);
    var told = FreeTime.of(desks.pool(), DAY, new IntervalColouring(), spent);
    var free = free(desks, DAY);

    assertThat(told.ranges()).allMatch(free::fits);
  }

  @ParameterizedTest
  @CsvSource({"1,0,0", "2,0,0", "3,0,0", "2,60,0", "2,0,60", "3,60,60", "2,120,60", "4,0,0"})
  void aSlotIsToldFreeIfAndOnlyIfSomeSharingOutLeavesAUnit(int size, int before, int after) {
    var random = new Random(size * 1000L + before + after);
    for (var round = 0; round < 150; round++) {
      var desks = new Desks(size).fill(random, 5 + random.nextInt(10), random.nextInt(3) / 2.0);
      var demand = new Demand(List.of(hours(2, 9), hours(10, 20)), new Buffers(before, after));
      agreesWithBruteForce(desks.pool(), demand);
    }
  }

  private static void agreesWithBruteForce(Pool pool, Demand demand) {
    var free = FreeTime.of(pool, demand, new IntervalColouring(), endless());
    for (var from = 1; from < 21; from++) {
      for (var to = from + 1; to <= Math.min(21, from + 7); to++) {
        var slot = hours(from, to);
        var bookable = demand.open().stream().anyMatch(open -> open.covers(slot))
            && BruteForce.fits(pool, Wanted.anywhere(demand.buffers().around(slot)));
        assertThat(free.fits(slot)).as("%s in %s", slot, pool).isEqualTo(bookable);
      }
    }
    stretchesTellTheSame(free, pool, demand);
  }

  private static void stretchesTellTheSame(FreeTime free, Pool pool, Demand demand) {
    assertThat(free.stretches()).allMatch(stretch -> free.fits(stretch.during()));
    for (var i = 1; i < free.stretches().size(); i++) {
      isNotOne(free.stretches().get(i - 1), free.stretches().get(i), free);
    }
    for (var half = 4; half < 40; half++) {
      var slot = hours(half / 2.0, (half + 1) / 2.0);
      var told = free.stretches().stream()
          .filter(stretch -> stretch.during().covers(slot))
          .toList();
      assertThat(told).hasSize(free.fits(slot) ? 1 : 0);
      told.forEach(stretch -> assertThat(stretch.units()).isEqualTo(unitsFree(pool, demand, slot)));
    }
  }

  private static void isNotOne(Stretch one, Stretch next, FreeTime free) {
    var both = new TimeSlot(one.during().start(), next.during().end());
    assertThat(one.units() != next.units() || !free.fits(both)).isTrue();
  }

  private static int unitsFree(Pool pool, Demand demand, TimeSlot slot) {
    var wide = demand.buffers().around(slot);
    var most = 0L;
    for (var at = wide.start(); at.isBefore(wide.end()); at = at.plusSeconds(1800)) {
      var now = at;
      most = Math.max(
          most,
          pool.pieces().stream().filter(piece -> piece.during().contains(now)).count());
    }
    return pool.units().size() - (int) most;
  }

  @Test
  void aRowTellsItsBuffersApart() {
    assertThat(Busy.of(desk(1), hours(9.75, 11.25), hours(10, 11), Busy.Cause.BOOKING))
        .containsExactly(
            new Busy(hours(9.75, 10), desk(1), Busy.Cause.BUFFER),
            new Busy(hours(10, 11), desk(1), Busy.Cause.BOOKING),
            new Busy(hours(11, 11.25), desk(1), Busy.Cause.BUFFER));
    assertThat(Busy.of(desk(1), hours(10, 11), hours(10, 11), Busy.Cause.CLOSURE))
        .containsExactly(new Busy(hours(10, 11), desk(1), Busy.Cause.CLOSURE));
  }

  private static FreeTime free(Desks desks, Demand demand) {
    return FreeTime.of(desks.pool(), demand, new IntervalColouring(), endless());
  }

  private static Stretch stretch(double from, double to, int units) {
    return new Stretch(new TimeSlot(hour(from), hour(to)), units);
  }
}
