package coop.maillon.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Grid QUARTERS = new Grid(PARIS, 15);

  @Test
  void theGridCountsFromLocalMidnight() {
    assertThat(QUARTERS.has(paris("2026-12-08T10:15"))).isTrue();
    assertThat(QUARTERS.has(paris("2026-12-08T10:20"))).isFalse();
    assertThat(new Grid(PARIS, 240).has(paris("2026-12-08T08:00"))).isTrue();
    assertThat(new Grid(PARIS, 240).has(paris("2026-12-08T09:00"))).isFalse();
  }

  @Test
  void aGridThatDoesNotDivideTheDayStartsAnewAtMidnight() {
    var fifty = new Grid(PARIS, 50);

    assertThat(fifty.next(paris("2026-12-08T23:21"))).isEqualTo(paris("2026-12-09T00:00"));
    assertThat(fifty.last(paris("2026-12-09T00:49"))).isEqualTo(paris("2026-12-09T00:00"));
    assertThat(fifty.before(paris("2026-12-09T00:00"))).isEqualTo(paris("2026-12-08T23:20"));
  }

  @Test
  void secondsAreNeverOnTheGridEvenWithoutOne() {
    assertThat(new Grid(PARIS, 1).has(paris("2026-12-08T10:07"))).isTrue();
    assertThat(new Grid(PARIS, 1).has(Instant.parse("2026-12-08T10:07:30Z"))).isFalse();
    assertThat(new Grid(PARIS, 1).has(Instant.parse("2026-12-08T10:07:00.001Z")))
        .isFalse();
  }

  @Test
  void whatIsOnTheGridIsItsOwnNextAndLast() {
    assertThat(QUARTERS.next(paris("2026-12-08T10:15"))).isEqualTo(paris("2026-12-08T10:15"));
    assertThat(QUARTERS.last(paris("2026-12-08T10:15"))).isEqualTo(paris("2026-12-08T10:15"));
    assertThat(QUARTERS.after(paris("2026-12-08T10:15"))).isEqualTo(paris("2026-12-08T10:30"));
    assertThat(QUARTERS.before(paris("2026-12-08T10:15"))).isEqualTo(paris("2026-12-08T10:00"));
  }

  @Test
  void inAZoneOfHalfHoursTheGridFollowsTheWall() {
    var hours = new Grid(ZoneId.of("Asia/Kolkata"), 60);

    assertThat(hours.has(Instant.parse("2026-12-08T04:30:00Z"))).isTrue();
    assertThat(hours.has(Instant.parse("2026-12-08T04:00:00Z"))).isFalse();
  }

  @Test
  void acrossTheSpringChangeTheNextTimeIsTheOneTheWallShows() {
    var twoHours = new Grid(PARIS, 120);

    // 02:00 does not exist on that day; after 00:00 comes 04:00, three hours later
    assertThat(twoHours.after(paris("2027-03-28T00:00"))).isEqualTo(paris("2027-03-28T04:00"));
    assertThat(twoHours.before(paris("2027-03-28T04:00"))).isEqualTo(paris("2027-03-28T00:00"));
  }

  @Test
  void inTheHourThatAutumnRepeatsEveryTimeComesTwice() {
    var halves = new Grid(PARIS, 30);
    var firstHalfPastTwo = Instant.parse("2027-10-31T00:30:00Z");

    assertThat(halves.after(firstHalfPastTwo)).isEqualTo(Instant.parse("2027-10-31T01:00:00Z"));
    assertThat(halves.after(Instant.parse("2027-10-31T01:00:00Z")))
        .isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
    assertThat(halves.before(Instant.parse("2027-10-31T01:00:00Z"))).isEqualTo(firstHalfPastTwo);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 15, 25, 45, 60, 90, 120, 480, 1440})
  void nextAndLastAgreeWithLookingAtEveryMinuteOfTheDaysAroundAChange(int minutes) {
    for (var zone :
        new String[] {"Europe/Paris", "Australia/Lord_Howe", "Asia/Beirut", "America/Havana"}) {
      for (var date : new String[] {
        "2027-03-27", "2027-10-30", "2027-04-03", "2027-10-02", "2027-03-13", "2027-11-06"
      }) {
        agreesWithEveryMinute(
            new Grid(ZoneId.of(zone), minutes), Instant.parse(date + "T00:00:00Z"));
      }
    }
  }

  private static void agreesWithEveryMinute(Grid grid, Instant from) {
    var lastSeen = grid.last(from);
    for (var minute = 0; minute < 2 * 1440; minute++) {
      var at = from.plusSeconds(60L * minute);
      lastSeen = grid.has(at) ? at : lastSeen;
      assertThat(grid.last(at)).isEqualTo(lastSeen);
      assertThat(grid.next(lastSeen.plusSeconds(1)).isAfter(at) || grid.has(at)).isTrue();
    }
  }

  @Test
  void aGridOfNoMinutesDoesNotExist() {
    assertThatThrownBy(() -> new Grid(PARIS, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Grid(PARIS, 1441)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant paris(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }
}
