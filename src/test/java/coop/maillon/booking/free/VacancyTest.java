package coop.maillon.booking.free;

import static coop.maillon.booking.seat.Desks.endless;
import static coop.maillon.booking.seat.Desks.hours;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.booking.seat.Desks;
import coop.maillon.booking.seat.IntervalColouring;
import coop.maillon.resource.Limit;
import coop.maillon.resource.Policy;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.WeeklyHours;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class VacancyTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");
  private static final ResourceId LOIRE = new ResourceId(1);
  private static final ResourceId RHONE = new ResourceId(2);
  private static final ResourceId SAONE = new ResourceId(3);

  /** Hours of the day are UTC; in December Paris is an hour later, so 7 to 19 is 08:00 to 20:00. */
  private static final TimeSlot DAY = hours(7, 19);

  private static final Policy QUARTERS = Policy.SILENT.with(Limit.GRANULARITY, 15);

  @Test
  void theEarliestSlotStartsOnTheGrid() {
    var vacancy = vacancy(LOIRE, new Desks(1).free(1, 7, 9.1), QUARTERS);

    assertThat(vacancy.earliest(60, 2)).containsExactly(hours(9.25, 10.25), hours(9.5, 10.5));
  }

  @Test
  void aLengthThatIsNotOnTheGridIsRoundedUp() {
    assertThat(vacancy(LOIRE, new Desks(1), QUARTERS).earliest(50, 1)).containsExactly(hours(7, 8));
  }

  @Test
  void aLengthUnderTheShortestBookingIsMadeLonger() {
    var policy = QUARTERS.with(Limit.SHORTEST, 120);

    assertThat(vacancy(LOIRE, new Desks(1), policy).earliest(30, 1)).containsExactly(hours(7, 9));
  }

  @Test
  void aLengthOverTheLongestBookingIsNotToBeHad() {
    assertThat(vacancy(LOIRE, new Desks(1), QUARTERS.with(Limit.LONGEST, 60)).earliest(90, 5))
        .isEmpty();
  }

  @Test
  void gapsThatAreTooShortAreSkipped() {
    var desks = new Desks(1).free(1, 8, 9).free(1, 9.5, 12);

    assertThat(vacancy(LOIRE, desks, QUARTERS).earliest(60, 2))
        .containsExactly(hours(7, 8), hours(12, 13));
  }

  @Test
  void withoutAGridStartsAreProposedWhenThingsBecomeFreeAndThenEveryQuarter() {
    var desks = new Desks(1).free(1, 7, 9 + 50 / 60.0);

    assertThat(vacancy(LOIRE, desks, Policy.SILENT).earliest(60, 3))
        .extracting(slot -> slot.start().toString())
        .containsExactly("2026-12-08T09:50:00Z", "2026-12-08T10:00:00Z", "2026-12-08T10:15:00Z");
  }

  @Test
  void acrossSeveralResourcesTheEarliestComesFirst() {
    var loire = vacancy(LOIRE, new Desks(1).free(1, 7, 10), QUARTERS);
    var rhone = vacancy(RHONE, new Desks(1).free(1, 7, 9), QUARTERS);

    assertThat(Openings.earliest(List.of(loire, rhone), 60, 3))
        .containsExactly(
            opening(RHONE, 9, 10), opening(RHONE, 9.25, 10.25), opening(RHONE, 9.5, 10.5));
    assertThat(Openings.firstOfEach(List.of(loire, rhone), 60))
        .containsExactly(opening(RHONE, 9, 10), opening(LOIRE, 10, 11));
  }

  @Test
  void aRefusedWishIsAnsweredByAnotherRoomTheNearestTimesAndAShorterSlot() {
    var own = vacancy(LOIRE, new Desks(1).free(1, 9.5, 11), QUARTERS);
    var rhone = vacancy(RHONE, new Desks(1).free(1, 10, 11), QUARTERS);
    var saone = vacancy(SAONE, new Desks(1), QUARTERS);

    assertThat(Alternatives.to(hours(9, 10), own, List.of(rhone, saone), way -> true))
        .containsExactly(
            opening(RHONE, 9, 10),
            opening(LOIRE, 8.5, 9.5),
            opening(LOIRE, 11, 12),
            opening(LOIRE, 9, 9.5));
  }

  @Test
  void whereTheRoomHasNoOtherTimeMoreRoomsAreProposed() {
    var full = vacancy(LOIRE, new Desks(1).free(1, 0, 24), QUARTERS);
    var others = List.of(
        vacancy(RHONE, new Desks(1), QUARTERS),
        vacancy(SAONE, new Desks(1), QUARTERS),
        vacancy(new ResourceId(4), new Desks(1), QUARTERS),
        vacancy(new ResourceId(5), new Desks(1), QUARTERS),
        vacancy(new ResourceId(6), new Desks(1), QUARTERS));

    assertThat(Alternatives.to(hours(9, 10), full, others, way -> true))
        .extracting(Alternative::resource)
        .containsExactly(RHONE, SAONE, new ResourceId(4), new ResourceId(5));
  }

  @Test
  void everyAlternativeIsBookable() {
    var own = vacancy(
        LOIRE, new Desks(1).free(1, 9.1, 10.1).free(1, 11, 12), QUARTERS.with(Limit.SHORTEST, 30));
    var wanted = hours(9, 10.5);

    assertThat(Alternatives.to(wanted, own, List.of(), way -> true))
        .isNotEmpty()
        .allMatch(way -> own.accepts(way.slot()));
  }

  @Test
  void aWishOffTheGridIsAnsweredByTimesOnIt() {
    var own = vacancy(LOIRE, new Desks(1), QUARTERS);

    assertThat(Alternatives.to(hours(9.1, 10.1), own, List.of(), way -> true))
        .containsExactly(
            opening(LOIRE, 9, 10), opening(LOIRE, 9.25, 10.25), opening(LOIRE, 9.25, 10));
  }

  @Test
  void aWishThatIsTooLongIsAnsweredByTheLongestThatMayBe() {
    var own = vacancy(LOIRE, new Desks(1), QUARTERS.with(Limit.LONGEST, 120));

    assertThat(Alternatives.to(hours(8, 18), own, List.of(), way -> true))
        .contains(opening(LOIRE, 8, 10));
  }

  @Test
  void theWishItselfIsNeverAnAlternative() {
    var own = vacancy(LOIRE, new Desks(1), QUARTERS);

    assertThat(Alternatives.to(hours(9, 10), own, List.of(), way -> true))
        .doesNotContain(opening(LOIRE, 9, 10));
  }

  @Test
  void whatGoesAlongHasToBeFreeToo() {
    var room = vacancy(LOIRE, new Desks(1).free(1, 9, 10), QUARTERS);
    var projector =
        vacancy(RHONE, new Desks(1).free(1, 10, 13), Policy.SILENT.with(Limit.GRANULARITY, 60));
    var both = room.along(projector);

    assertThat(both.accepts(hours(8, 9))).isTrue();
    assertThat(both.accepts(hours(8.25, 9))).isFalse();
    assertThat(both.accepts(hours(10, 11))).isFalse();
    assertThat(Alternatives.to(hours(9, 10), both, List.of(), way -> true))
        .containsExactly(opening(LOIRE, 8, 9), opening(LOIRE, 13, 14));
  }

  @Test
  void inSaintDenisTheFirstOpeningOfTheDayIsFourInTheMorningUtc() {
    var policy = QUARTERS;
    var demand = Demand.of(policy, REUNION, hours(-4, 20));
    var free = FreeTime.of(new Desks(1).pool(), demand, new IntervalColouring(), endless());

    assertThat(Vacancy.of(LOIRE, free, policy, REUNION).earliest(60, 1))
        .containsExactly(hours(4, 5));
  }

  @Test
  void onTheNightOfTheSpringChangeTwoHoursAreTwoHoursThatPass() {
    var night = local("2027-03-28T00:00", "2027-03-28T06:00");
    var vacancy = alwaysOpen(night, 60);

    assertThat(vacancy.earliest(120, 2))
        .containsExactly(
            local("2027-03-28T00:00", "2027-03-28T03:00"),
            local("2027-03-28T01:00", "2027-03-28T04:00"));
  }

  @Test
  void onTheNightOfTheAutumnChangeTheRepeatedHourIsProposedTwice() {
    var night = local("2027-10-31T01:00", "2027-10-31T04:00");

    assertThat(alwaysOpen(night, 60).earliest(60, 9))
        .hasSize(4)
        .allMatch(slot -> slot.minutes() == 60);
  }

  @Test
  void aSlotAcrossMidnightIsProposedWhereTheDaysTouch() {
    var night = local("2026-12-08T23:00", "2026-12-09T01:00");

    assertThat(alwaysOpen(night, 15).earliest(120, 1)).containsExactly(night);
  }

  @Test
  void theTwentyNinthOfFebruaryIsProposed() {
    var leapDay = local("2028-02-29T00:00", "2028-03-01T00:00");

    assertThat(alwaysOpen(leapDay, 60).earliest(24 * 60, 1)).containsExactly(leapDay);
  }

  private static Vacancy alwaysOpen(TimeSlot window, int granularity) {
    var policy = Policy.SILENT.with(WeeklyHours.ALWAYS).with(Limit.GRANULARITY, granularity);
    var demand = Demand.of(policy, PARIS, window);
    var free = FreeTime.of(new Desks(1).pool(), demand, new IntervalColouring(), endless());
    return Vacancy.of(LOIRE, free, policy, PARIS);
  }

  private static Vacancy vacancy(ResourceId resource, Desks desks, Policy policy) {
    var demand = new Demand(List.of(DAY), policy.buffers());
    var free = FreeTime.of(desks.pool(), demand, new IntervalColouring(), endless());
    return Vacancy.of(resource, free, policy, PARIS);
  }

  private static Alternative opening(ResourceId resource, double from, double to) {
    return new Alternative(resource, hours(from, to));
  }

  private static TimeSlot local(String start, String end) {
    return new TimeSlot(
        LocalDateTime.parse(start).atZone(PARIS).toInstant(),
        LocalDateTime.parse(end).atZone(PARIS).toInstant());
  }
}
