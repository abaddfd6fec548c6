package coop.maillon.booking.rehouse;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.booking.Booking;
import coop.maillon.booking.Seat;
import coop.maillon.booking.seat.Budget;
import coop.maillon.resource.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody could have been better re-housed, as far as all ways can be tried; and the answer does not keep one waiting. */
class RehousingTest {

  private static final Budget ENOUGH = Budget.lasting(Duration.ofMinutes(2), System::nanoTime);
  private static final int SMALL_CASES = 200;

  @Test
  void inEverySmallCaseItIsAsGoodAsTryingAllWays() {
    int unhoused = 0;
    int shifted = 0;
    for (int seed = 0; seed < SMALL_CASES; seed++) {
      var rooms = Rooms.random(seed, 2 + seed % 3, 1 + seed % 5, 30);
      var found = Rehousing.of(rooms.displaced(), List.of(), ENOUGH);
      assertThat(found.cost()).as("seed " + seed).isEqualTo(new EveryWay(rooms, 30).cheapest());
      assertThat(found.proven()).isTrue();
      requireApart(found, rooms);
      unhoused += found.cost().unhoused();
      shifted += found.cost().shifted();
    }
    assertThat(unhoused).as("some cases have too few rooms").isPositive();
    assertThat(shifted).as("some can only be housed at another time").isPositive();
    System.out.printf(
        "%d small cases as cheap as brute force; %d shifted, %d without a home%n",
        SMALL_CASES, shifted, unhoused);
  }

  @Test
  void fortyBookingsOfEightRoomsAreRehousedInLessThanASecond() {
    var rooms = eightOfSixteen();
    long begun = System.nanoTime();
    var budget = Budget.lasting(Duration.ofMillis(500), System::nanoTime);
    var found = Rehousing.of(rooms.displaced(), List.of(), budget);
    long ms = (System.nanoTime() - begun) / 1_000_000;
    assertThat(ms).isLessThan(1000);
    assertThat(found.homes()).hasSize(40);
    requireApart(found, rooms);
    System.out.printf(
        "40 bookings of 8 rooms: %d ms, %s, proven %s%n", ms, found.cost(), found.proven());
  }

  @Test
  void twoRunsAnswerAlike() {
    var rooms = Rooms.random(7, 4, 5, 30);
    assertThat(Rehousing.of(rooms.displaced(), List.of(), ENOUGH))
        .isEqualTo(Rehousing.of(rooms.displaced(), List.of(), ENOUGH));
  }

  @Test
  void whatTheCoordinatorChoseIsTakenWhereItCanBeHad() {
    var rooms = new Rooms(
        rooms(3), 1, List.of(Rooms.booking(1, room(0), Rooms.minutes(600, 660))), List.of());
    var other = rooms.displaced().get(0).homes().stream()
        .filter(home -> home.cost().minutes() == 60)
        .findFirst()
        .orElseThrow();
    var choice = new Choice(other.booking(), other.instead().id(), other.slot());
    var gone = new Choice(other.booking(), room(0).id(), other.slot());
    assertThat(Rehousing.of(rooms.displaced(), List.of(choice), ENOUGH).homes())
        .containsValue(other);
    assertThat(Rehousing.of(rooms.displaced(), List.of(gone), ENOUGH).cost().minutes())
        .isZero();
  }

  private static Rooms eightOfSixteen() {
    var touched = new ArrayList<Booking>();
    for (int i = 0; i < 40; i++) {
      int start = 9 * 60 + i / 8 * 90;
      touched.add(Rooms.booking(i + 1, room(i % 8), Rooms.minutes(start, start + 60)));
    }
    var others = IntStream.range(8, 16)
        .mapToObj(i -> new Seat(
            room(i).id(),
            room(i).units().get(0).id(),
            Rooms.minutes(9 * 60 + i % 5 * 90, 9 * 60 + 15 + i % 5 * 90)))
        .toList();
    return new Rooms(rooms(16), 8, touched, others);
  }

  private static List<Resource> rooms(int many) {
    return IntStream.range(0, many).mapToObj(RehousingTest::room).toList();
  }

  private static Resource room(int number) {
    return Rooms.room(number, 6, 1, 15);
  }

  private static void requireApart(Rehousing found, Rooms rooms) {
    var laid = new ArrayList<Seat>(rooms.others());
    found.homes().values().stream().flatMap(home -> home.seats().stream()).forEach(seat -> {
      assertThat(laid)
          .noneMatch(row -> row.unit().equals(seat.unit()) && row.during().overlaps(seat.during()));
      laid.add(seat);
    });
  }
}
