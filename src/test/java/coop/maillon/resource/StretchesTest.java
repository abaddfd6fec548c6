package coop.maillon.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StretchesTest {

  @Test
  void slotsThatTouchOrOverlapAreJoinedInOrder() {
    assertThat(Stretches.joined(Stream.of(slot(12, 14), slot(8, 10), slot(10, 11), slot(13, 16))))
        .containsExactly(slot(8, 11), slot(12, 16));
  }

  @Test
  void aSlotWithinAnotherDisappearsInIt() {
    assertThat(Stretches.joined(Stream.of(slot(8, 20), slot(9, 10)))).containsExactly(slot(8, 20));
  }

  @Test
  void whatIsTakenLeavesTheRest() {
    assertThat(Stretches.without(
            List.of(slot(8, 12), slot(14, 18)),
            List.of(slot(6, 9), slot(10, 11), slot(11, 15), slot(17, 20))))
        .containsExactly(slot(9, 10), slot(15, 17));
    assertThat(Stretches.without(List.of(slot(8, 12)), List.of(slot(8, 12)))).isEmpty();
    assertThat(Stretches.without(List.of(slot(8, 12)), List.of(slot(12, 13))))
        .containsExactly(slot(8, 12));
  }

  @Test
  void oneLongClosureTakesFromSeveralStretches() {
    assertThat(Stretches.without(
            List.of(slot(8, 10), slot(11, 13), slot(14, 16)), List.of(slot(9, 15))))
        .containsExactly(slot(8, 9), slot(15, 16));
  }

  @Test
  void commonTimeLiesInBoth() {
    assertThat(Stretches.common(
            List.of(slot(8, 12), slot(14, 18)), List.of(slot(10, 15), slot(17, 20))))
        .containsExactly(slot(10, 12), slot(14, 15), slot(17, 18));
  }

  private static TimeSlot slot(int from, int to) {
    return new TimeSlot(hour(from), hour(to));
  }

  private static Instant hour(int hour) {
    return Instant.parse("2026-12-08T00:00:00Z").plusSeconds(3600L * hour);
  }
}
