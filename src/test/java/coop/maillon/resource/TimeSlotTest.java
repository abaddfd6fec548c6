package coop.maillon.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSlotTest {

  private static final TimeSlot NINE_TO_TEN = slot("09:00", "10:00");

  @Test
  void aSlotMustStartBeforeItEnds() {
    assertThatThrownBy(() -> slot("10:00", "10:00"))
        .hasMessageContaining("must start before it ends");
    assertThatThrownBy(() -> slot("10:00", "09:00")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void backToBackSlotsDoNotOverlap() {
    assertThat(NINE_TO_TEN.overlaps(slot("10:00", "11:00"))).isFalse();
    assertThat(NINE_TO_TEN.overlaps(slot("08:00", "09:00"))).isFalse();
    assertThat(NINE_TO_TEN.overlaps(slot("09:59", "11:00"))).isTrue();
    assertThat(NINE_TO_TEN.overlaps(slot("09:15", "09:30"))).isTrue();
  }

  @Test
  void aSlotContainsItsStartAndNotItsEnd() {
    assertThat(NINE_TO_TEN.contains(at("09:00"))).isTrue();
    assertThat(NINE_TO_TEN.contains(at("09:59"))).isTrue();
    assertThat(NINE_TO_TEN.contains(at("10:00"))).isFalse();
  }

  @Test
  void aSlotCoversItselfAndWhatLiesInIt() {
    assertThat(NINE_TO_TEN.covers(NINE_TO_TEN)).isTrue();
    assertThat(NINE_TO_TEN.covers(slot("09:30", "10:00"))).isTrue();
    assertThat(NINE_TO_TEN.covers(slot("09:30", "10:01"))).isFalse();
  }

  @Test
  void theIntersectionOfTouchingSlotsIsEmpty() {
    assertThat(NINE_TO_TEN.intersection(slot("09:30", "11:00"))).contains(slot("09:30", "10:00"));
    assertThat(NINE_TO_TEN.intersection(slot("10:00", "11:00"))).isEmpty();
  }

  @Test
  void buffersSpreadASlotOnBothSides() {
    assertThat(NINE_TO_TEN.spread(15, 30)).isEqualTo(slot("08:45", "10:30"));
    assertThat(NINE_TO_TEN.spread(15, 30).spread(-15, -30)).isEqualTo(NINE_TO_TEN);
  }

  @Test
  void theLengthIsElapsedTime() {
    assertThat(NINE_TO_TEN.length()).isEqualTo(Duration.ofHours(1));
    assertThat(TimeSlot.ofMinutes(at("09:00"), 60)).isEqualTo(NINE_TO_TEN);
    assertThat(NINE_TO_TEN.minutes()).isEqualTo(60);
  }

  @Test
  void nothingLiesBetweenAnInstantAndItself() {
    assertThat(TimeSlot.between(at("09:00"), at("09:00"))).isEmpty();
    assertThat(TimeSlot.between(at("09:00"), at("10:00"))).contains(NINE_TO_TEN);
  }

  private static TimeSlot slot(String start, String end) {
    return new TimeSlot(at(start), at(end));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-12-08T" + time + ":00Z");
  }
}
