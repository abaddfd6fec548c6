package coop.maillon.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.App;
import coop.maillon.notification.preference.Preference.Matter;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a mail may come, in the time of whoever reads it. */
class PreferenceTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");
  private static final Quiet NIGHT = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));
  private static final Matter NEWS = matter(Topic.BOOKINGS, "2099-01-01T09:00:00Z");

  @Test
  void aNightEndsAtSevenAlsoWhereItIsAnHourShorterOrLonger() {
    assertThat(NIGHT.endAfter(at("2027-03-27T21:30:00Z"), PARIS))
        .contains(at("2027-03-28T05:00:00Z"));
    assertThat(NIGHT.endAfter(at("2027-03-28T04:59:59Z"), PARIS))
        .contains(at("2027-03-28T05:00:00Z"));
    assertThat(NIGHT.endAfter(at("2027-03-28T05:00:00Z"), PARIS)).isEmpty();
    assertThat(NIGHT.endAfter(at("2026-10-24T20:00:00Z"), PARIS))
        .contains(at("2026-10-25T06:00:00Z"));
    assertThat(NIGHT.endAfter(at("2026-10-25T05:59:59Z"), PARIS))
        .contains(at("2026-10-25T06:00:00Z"));
    assertThat(NIGHT.endAfter(at("2026-10-24T19:59:59Z"), PARIS)).isEmpty();
  }

  @Test
  void whereTheClockShowsTheEndTwiceItIsTheSecondThatCounts() {
    var brief = new Quiet(LocalTime.of(22, 0), LocalTime.of(2, 30));
    assertThat(brief.endAfter(at("2026-10-25T00:10:00Z"), PARIS))
        .contains(at("2026-10-25T01:30:00Z"));
    assertThat(brief.endAfter(at("2026-10-25T01:10:00Z"), PARIS))
        .contains(at("2026-10-25T01:30:00Z"));
    assertThat(brief.endAfter(at("2026-10-25T01:30:00Z"), PARIS)).isEmpty();
  }

  @Test
  void anEndThatAClockChangeSkipsTakesTheOffsetBeforeIt() {
    var brief = new Quiet(LocalTime.of(22, 0), LocalTime.of(2, 30));
    assertThat(brief.endAfter(at("2027-03-28T00:30:00Z"), PARIS))
        .contains(at("2027-03-28T01:30:00Z"));
  }

  @Test
  void quietHoursOfTheDayEndOnTheSameDay() {
    var siesta = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0));
    assertThat(siesta.endAfter(at("2026-12-08T08:30:00Z"), REUNION))
        .contains(at("2026-12-08T10:00:00Z"));
    assertThat(siesta.endAfter(at("2026-12-08T10:00:00Z"), REUNION)).isEmpty();
    assertThat(siesta.endAfter(at("2026-12-08T12:30:00Z"), PARIS))
        .contains(at("2026-12-08T13:00:00Z"));
  }

  @Test
  void eightInTheMorningIsEightInTheMorningInEverySeasonAndOnEveryIsland() {
    var daily = new Rhythm(Rhythm.Every.DAY, DayOfWeek.MONDAY, LocalTime.of(8, 0));
    assertThat(daily.nextAfter(at("2026-10-24T06:00:00Z"), PARIS))
        .isEqualTo(at("2026-10-25T07:00:00Z"));
    assertThat(daily.nextAfter(at("2027-03-27T07:00:00Z"), PARIS))
        .isEqualTo(at("2027-03-28T06:00:00Z"));
    assertThat(daily.nextAfter(at("2026-10-24T06:00:00Z"), REUNION))
        .isEqualTo(at("2026-10-25T04:00:00Z"));
    assertThat(daily.nextAfter(at("2027-03-27T20:30:00Z"), REUNION))
        .isEqualTo(at("2027-03-28T04:00:00Z"));
    assertThat(daily.nextAfter(at("2026-12-08T06:59:59Z"), PARIS))
        .isEqualTo(at("2026-12-08T07:00:00Z"));
  }

  @Test
  void anHourThatComesTwiceBringsOneDigestAndOneThatIsSkippedBringsItStill() {
    var early = new Rhythm(Rhythm.Every.DAY, DayOfWeek.MONDAY, LocalTime.of(2, 30));
    var first = early.nextAfter(at("2026-10-24T12:00:00Z"), PARIS);
    assertThat(first).isEqualTo(at("2026-10-25T00:30:00Z"));
    assertThat(early.nextAfter(first, PARIS)).isEqualTo(at("2026-10-26T01:30:00Z"));
    assertThat(early.nextAfter(at("2027-03-27T12:00:00Z"), PARIS))
        .isEqualTo(at("2027-03-28T01:30:00Z"));
  }

  @Test
  void aWeeklyDigestComesOnItsDay() {
    var weekly = new Rhythm(Rhythm.Every.WEEK, DayOfWeek.THURSDAY, LocalTime.of(18, 0));
    var thursday = at("2026-12-10T17:00:00Z");
    assertThat(weekly.nextAfter(at("2026-12-08T09:15:00Z"), PARIS)).isEqualTo(thursday);
    assertThat(weekly.nextAfter(thursday, PARIS)).isEqualTo(at("2026-12-17T17:00:00Z"));
  }

  @Test
  void atNightOnlyWhatWouldComeTooLatePasses() {
    var sleeper = with(Map.of(), Optional.of(NIGHT), Optional.empty());
    var late = at("2026-12-08T22:00:00Z");
    assertThat(sleeper.judge(NEWS, late)).isEqualTo(Verdict.later(at("2026-12-09T06:00:00Z")));
    assertThat(sleeper.judge(matter(Topic.BOOKINGS, "2026-12-09T06:29:00Z"), late))
        .isEqualTo(Verdict.LEAVES);
    assertThat(sleeper.judge(matter(Topic.OFFERS, "2026-12-08T22:30:00Z"), late))
        .isEqualTo(Verdict.LEAVES);
    assertThat(sleeper.judge(matter(Topic.OFFERS, "2026-12-09T06:30:00Z"), late).way())
        .isEqualTo(Verdict.Way.WAITS);
    assertThat(
            sleeper.judge(matter(Topic.BOOKINGS, "2026-12-08T21:00:00Z"), late).way())
        .as("what is over wakes nobody")
        .isEqualTo(Verdict.Way.WAITS);
  }

  @Test
  void aPauseHoldsEverythingUntilTheDigestOfItsDay() {
    var away = with(Map.of(), Optional.empty(), Optional.of(LocalDate.parse("2026-12-14")));
    var end = at("2026-12-14T07:00:00Z");
    assertThat(away.judge(NEWS, at("2026-12-08T09:00:00Z"))).isEqualTo(Verdict.inDigest(end));
    assertThat(away.judge(matter(Topic.OFFERS, "2026-12-08T09:30:00Z"), at("2026-12-08T09:00:00Z")))
        .isEqualTo(Verdict.inDigest(end));
    assertThat(away.judge(NEWS, at("2026-12-13T22:59:59Z")).way()).isEqualTo(Verdict.Way.IN_DIGEST);
    assertThat(away.judge(NEWS, at("2026-12-13T23:00:00Z"))).isEqualTo(Verdict.LEAVES);
  }

  @Test
  void whatIsUrgentDoesNotWaitForADigest() {
    var now = at("2026-12-08T09:00:00Z");
    var calm = new Matter(Topic.REQUESTS, Optional.empty(), false);
    var urgent = new Matter(Topic.REQUESTS, Optional.empty(), true);
    assertThat(Preference.usual(PARIS).judge(calm, now).way()).isEqualTo(Verdict.Way.IN_DIGEST);
    assertThat(Preference.usual(PARIS).judge(urgent, now)).isEqualTo(Verdict.LEAVES);
  }

  /** A kind without a topic would be told, but nobody could choose how. */
  @Test
  void everyMessageThatHasWordsHasATopic() {
    var kinds = App.views().messages().in("fr").keys().stream()
        .filter(key -> key.matches("notification\\.[^.]+\\..+\\.title"))
        .map(key -> key.substring("notification.".length(), key.length() - ".title".length()))
        .toList();
    assertThat(kinds).hasSizeGreaterThan(20).noneMatch(kind -> Topic.of(kind) == Topic.OTHER);
  }

  @Test
  void theLongestBeginningSaysWhichTopic() {
    assertThat(Topic.of("booking.placed")).isEqualTo(Topic.BOOKINGS);
    assertThat(Topic.of("booking.asked")).isEqualTo(Topic.COORDINATION);
    assertThat(Topic.of("problem.signalled")).isEqualTo(Topic.COORDINATION);
    assertThat(Topic.of("problem.closed")).isEqualTo(Topic.PROBLEMS);
    assertThat(Topic.of("something.else")).isEqualTo(Topic.OTHER);
  }

  private static Preference with(
      Map<Topic, Choice> choices, Optional<Quiet> quiet, Optional<LocalDate> pause) {
    return new Preference(PARIS, choices, quiet, pause, Rhythm.USUAL, Optional.empty());
  }

  private static Matter matter(Topic topic, String moment) {
    return new Matter(topic, Optional.of(at(moment)), false);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
