package coop.maillon.booking.seat;

import static coop.maillon.booking.seat.Desks.desk;
import static coop.maillon.booking.seat.Desks.endless;
import static coop.maillon.booking.seat.Desks.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalColouringTest {

  @Test
  void inAnEmptyPoolTheFirstUnitIsTaken() {
    assertThat(new Desks(3).seat(9, 10)).contains(Seating.on(desk(1)));
  }

  @Test
  void nobodyMovesWhereAUnitIsFree() {
    var desks = new Desks(2).free(1, 8, 10).free(2, 12, 14);

    assertThat(desks.seat(9, 11)).contains(Seating.on(desk(2)));
  }

  @Test
  void ofTheFreeUnitsTheTightestGapIsTaken() {
    var desks =
        new Desks(3).free(1, 8, 9).free(2, 8, 9).free(2, 11, 12).free(3, 8, 9).free(3, 10, 12);

    assertThat(desks.seat(9, 10)).contains(Seating.on(desk(3)));
  }

  @Test
  void backToBackRowsFitOnOneUnit() {
    var desks = new Desks(1).free(1, 8, 9).free(1, 10, 11);

    assertThat(desks.seat(9, 10)).contains(Seating.on(desk(1)));
  }

  @Test
  void aFreeRowMovesToMakeRoom() {
    var desks = new Desks(2).free(1, 8, 10).free(2, 10, 12);

    var seating = desks.seat(8, 12).orElseThrow();

    assertThat(seating.moved()).hasSize(1);
  }

  @Test
  void aFixedRowDoesNotMove() {
    assertThat(new Desks(2).fixed(1, 8, 10).fixed(2, 10, 12).seat(8, 12)).isEmpty();
    assertThat(new Desks(2).fixed(1, 8, 10).free(2, 10, 12).seat(8, 12))
        .hasValueSatisfying(seating -> assertThat(seating.forWanted()).isEqualTo(desk(2)));
  }

  @Test
  void aPoolIsFullWhereAsManyLieOverEachOtherAsThereAreUnits() {
    var desks = new Desks(2).free(1, 8, 10).free(2, 9, 12);

    assertThat(desks.seat(9.5, 11)).isEmpty();
    assertThat(desks.seat(10, 11)).isPresent();
  }

  @Test
  void aPoolWithoutAUnitInServiceRefuses() {
    assertThat(new Desks(0).seat(9, 10)).isEmpty();
  }

  @Test
  void aChosenUnitIsKeptAndWhoLiesThereMoves() {
    var desks = new Desks(2).free(1, 8, 10).free(2, 12, 14);

    assertThat(desks.seat(Wanted.on(desk(1), hours(9, 11)), endless()))
        .hasValueSatisfying(seating -> assertThat(seating.forWanted()).isEqualTo(desk(1)));
  }

  @Test
  void aChosenUnitThatIsFixedForAnotherIsRefusedThoughOthersAreFree() {
    var desks = new Desks(2).fixed(1, 8, 10);

    assertThat(desks.seat(Wanted.on(desk(1), hours(9, 11)), endless())).isEmpty();
    assertThat(desks.seat(Wanted.on(desk(7), hours(9, 11)), endless())).isEmpty();
  }

  @Test
  void aRowThatSticksOutOfWhatIsKnownStaysWhereItIs() {
    var pieces =
        List.of(Piece.free(1, hours(8, 10), desk(1)), Piece.free(2, hours(10, 14), desk(2)));
    var pool = new Pool(List.of(desk(1), desk(2)), pieces, hours(9, 12));

    assertThat(pool.hasLooseEnds()).isTrue();
    assertThat(new IntervalColouring().seat(pool, Wanted.anywhere(hours(9, 12)), endless()))
        .isEmpty();
  }

  @Test
  void aLongChainMovesWhenThereIsNoOtherWay() {
    // each row fits only behind the one before: the whole staircase has to be dealt out anew
    var desks = new Desks(3);
    for (var step = 0; step < 40; step++) {
      desks.free(1 + step % 3, step * 2, step * 2 + 4);
    }

    assertThat(desks.seat(1, 2)).isPresent();
    assertThat(desks.seat(-2, 90)).isPresent();
    assertThat(desks.seat(10, 10.5)).isEmpty();
  }

  @Test
  void aClosedUnitMidwayForcesTheRowsRoundIt() {
    // desk 1 closes at noon, desk 2 until noon: who stays all day needs desk 3, so its guest has to
    // go
    var desks = new Desks(3).fixed(1, 12, 20).fixed(2, 4, 12).free(3, 8, 11).free(3, 13, 15);

    var seating = desks.seat(9, 18).orElseThrow();

    assertThat(seating.forWanted()).isEqualTo(desk(3));
    assertThat(seating.moved().values()).containsExactlyInAnyOrder(desk(1), desk(2));
  }

  @Test
  void nobodyMovesWithoutNeed() {
    var desks = new Desks(6);
    for (var number = 1; number <= 6; number++) {
      desks.free(number, 14, 15);
    }
    desks
        .free(1, 8, 10)
        .free(2, 10, 12)
        .free(3, 8, 12)
        .free(4, 8, 12)
        .free(5, 8, 12)
        .free(6, 8, 12);

    assertThat(desks.seat(8, 12).orElseThrow().moved()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void ofFiveHundredRandomBookingsAndCancellationsOnSixDesksOnlyThoseAreRefusedForWhichSixOverlap(
      long seed) {
    var random = new Random(seed);
    var desks = new Desks(6);
    for (var i = 0; i < 500; i++) {
      if (random.nextInt(4) == 0 && !desks.pieces().isEmpty()) {
        desks.leave(random.nextInt(desks.pieces().size()));
        continue;
      }
      var from = random.nextInt(4 * 40) / 4.0;
      var slot = hours(from, from + (1 + random.nextInt(30)) / 4.0);
      var full = BruteForce.isFull(desks.pool(), slot);
      assertThat(desks.seat(Wanted.anywhere(slot), endless()).isEmpty()).isEqualTo(full);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void withFixedRowsASlotIsRefusedOnlyWhereNoSharingOutExists(int size) {
    var random = new Random(size);
    for (var round = 0; round < 3000; round++) {
      var desks = new Desks(size).fill(random, 14, 0.3);
      var from = random.nextInt(20);
      var slot = hours(from, from + 1 + random.nextInt(6));
      var wanted = random.nextInt(3) == 0
          ? Wanted.on(desk(1 + random.nextInt(size)), slot)
          : Wanted.anywhere(slot);
      var fits = BruteForce.fits(desks.pool(), wanted);
      assertThat(desks.seat(wanted, endless()).isPresent()).isEqualTo(fits);
    }
  }

  @Test
  void withNothingFixedNoBudgetIsTooShortForALargePool() {
    var now = new AtomicLong();
    var desks = new Desks(30).fill(new Random(5), 4000, 0);

    for (var from = 0; from < 20; from++) {
      var slot = hours(from, from + 3);
      var full = BruteForce.isFull(desks.pool(), slot);
      var budget = Budget.lasting(Duration.ofMillis(150), () -> now.addAndGet(100_000_000));
      assertThat(desks.seat(Wanted.anywhere(slot), budget).isEmpty()).isEqualTo(full);
    }
  }

  @Test
  void aSpentBudgetEndsTheSearch() {
    var now = new AtomicLong();
    var budget = Budget.lasting(Duration.ofMillis(150), () -> now.addAndGet(1_000_000));
    var desks = new Desks(12);
    for (var number = 0; number < 12; number++) {
      desks.fixed(number + 1, 12 + number, 12.5 + number);
    }
    for (var number = 0; number < 10; number++) {
      desks.free(number + 1, 8, 12 + number);
    }
    // only desk 12 is open long enough for both; to prove it, ten others can change places for ever
    desks.free(12, 8, 23);

    assertThat(desks.seat(Wanted.anywhere(hours(8, 22.5)), budget)).isEmpty();
    assertThat(budget.isSpent()).isTrue();
    assertThat(now.get()).isLessThan(Duration.ofMillis(300).toNanos());
  }
}
