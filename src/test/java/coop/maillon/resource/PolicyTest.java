package coop.maillon.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.maillon.resource.PolicyJson.Problem;
import coop.maillon.resource.PolicyJson.Reason;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void whereNobodySaysAnythingTheUsualHolds() {
    var policy = Policy.SILENT;

    assertThat(policy.openingHours().week()).isEqualTo(WeeklyHours.USUAL);
    assertThat(policy.granularityMinutes()).isEqualTo(1);
    assertThat(policy.asksApproval()).isFalse();
    assertThat(policy.buffers()).isEqualTo(Buffers.NONE);
    assertThat(policy.futureBookings()).isEmpty();
    assertThat(policy.maxMinutes()).isEmpty();
    assertThat(policy.advanceDays()).isEmpty();
    assertThat(policy.noticeMinutes()).isZero();
    assertThat(policy.inForce()).isEqualTo(Policy.USUAL);
  }

  @Test
  void aResourceSpeaksBeforeItsSite() {
    var site = Policy.SILENT
        .with(WeeklyHours.ALWAYS)
        .with(Approval.ALWAYS)
        .with(Limit.GRANULARITY, 30)
        .with(Limit.NOTICE, 60);
    var resource = Policy.SILENT.with(Approval.NEVER).with(Limit.GRANULARITY, 15);

    var policy = resource.over(site);

    assertThat(policy.openingHours().week()).isEqualTo(WeeklyHours.ALWAYS);
    assertThat(policy.asksApproval()).isFalse();
    assertThat(policy.granularityMinutes()).isEqualTo(15);
    assertThat(policy.noticeMinutes()).isEqualTo(60);
  }

  @Test
  void aResourceWhoseLongestIsShorterThanItsSitesShortestKeepsItsOwn() {
    var site = Policy.SILENT.with(Limit.SHORTEST, 120);
    var resource = Policy.SILENT.with(Limit.LONGEST, 60);

    assertThat(resource.over(site).maxMinutes()).hasValue(60);
    assertThat(resource.over(site).minMinutes()).isEmpty();
  }

  @Test
  void aPolicyCannotContradictItself() {
    assertThatThrownBy(() -> Policy.SILENT.with(Limit.SHORTEST, 120).with(Limit.LONGEST, 60))
        .hasMessageContaining("minMinutes");
    assertThatThrownBy(() -> Policy.SILENT.with(Limit.GRANULARITY, 0))
        .hasMessageContaining("granularityMinutes");
  }

  @Test
  void theLengthIsJudgedInElapsedTimeBothEndsIncluded() {
    var policy = Policy.SILENT.with(Limit.SHORTEST, 30).with(Limit.LONGEST, 120);

    assertThat(policy.allowsLength(lasting(30))).isTrue();
    assertThat(policy.allowsLength(lasting(120))).isTrue();
    assertThat(policy.allowsLength(lasting(29))).isFalse();
    assertThat(policy.allowsLength(lasting(121))).isFalse();
    assertThat(Policy.SILENT.allowsLength(lasting(100_000))).isTrue();
  }

  @Test
  void aPolicyReadsAsItWasWritten() {
    var json = new JsonObject("""
        {"hours":{"mon":[["08:00","12:00"],["14:00","18:30"]],"sun":[["00:00","24:00"]]},
         "approval":"always","granularityMinutes":15,"maxMinutes":480,"bufferBeforeMinutes":15,
         "bufferAfterMinutes":15,"futureBookingsPerMember":3}""");

    var policy = PolicyJson.stored(json);

    assertThat(PolicyJson.write(policy)).isEqualTo(json);
    assertThat(policy.asksApproval()).isTrue();
    assertThat(policy.buffers()).isEqualTo(new Buffers(15, 15));
    assertThat(policy.futureBookings()).hasValue(3);
    assertThat(policy.grid(PARIS)).isEqualTo(new Grid(PARIS, 15));
    assertThat(policy.openingHours().week().of(DayOfWeek.MONDAY)).hasSize(2);
    assertThat(policy.openingHours().week().of(DayOfWeek.TUESDAY)).isEmpty();
  }

  @Test
  void whatIsInForceIsWrittenWhole() {
    assertThat(PolicyJson.write(Policy.SILENT.inForce()).fieldNames())
        .containsExactly(
            "hours",
            "approval",
            "granularityMinutes",
            "noticeMinutes",
            "bufferBeforeMinutes",
            "bufferAfterMinutes");
  }

  @Test
  void whatIsAbsentOrNullIsSilent() {
    assertThat(PolicyJson.stored(new JsonObject())).isEqualTo(Policy.SILENT);
    assertThat(PolicyJson.stored(new JsonObject("{\"maxMinutes\":null,\"hours\":null}")))
        .isEqualTo(Policy.SILENT);
  }

  @Test
  void everyWrongMemberIsNamed() {
    var json = new JsonObject("""
        {"colour":"red","granularityMinutes":"15","minMinutes":0,"approval":"perhaps",
         "hours":{"monday":[],"tue":[["18:00","08:00"]],"wed":"08:00","thu":[["08:00"]]}}""");

    assertThat(problems(json))
        .containsExactly(
            new Problem("colour", Reason.UNKNOWN),
            new Problem("granularityMinutes", Reason.MALFORMED),
            new Problem("minMinutes", Reason.MALFORMED),
            new Problem("approval", Reason.MALFORMED),
            new Problem("hours.monday", Reason.UNKNOWN),
            new Problem("hours.tue", Reason.MALFORMED),
            new Problem("hours.wed", Reason.MALFORMED),
            new Problem("hours.thu", Reason.MALFORMED));
  }

  @Test
  void contradictingLimitsAreNamed() {
    assertThat(problems(new JsonObject("{\"minMinutes\":60,\"maxMinutes\":30}")))
        .containsExactly(new Problem("minMinutes", Reason.CONTRADICTION));
  }

  @Test
  void closedAllWeekCanBeSaid() {
    var policy = PolicyJson.stored(new JsonObject("{\"hours\":{}}"));

    assertThat(policy.hours()).isPresent();
    assertThat(policy.openingHours().week().days()).isEmpty();
  }

  @Test
  void theWholePolicyReadsAsItWasWritten() {
    var json = new JsonObject("""
        {"approvalAboveMinutes":240,"checkInMinutes":15,
         "exceptions":[{"from":"2026-12-24","to":"2026-12-31","open":[["09:00","12:00"]],"name":"Fêtes"},
                       {"from":"2027-01-02","to":"2027-01-02","open":[],"name":""}],
         "holidays":"closed","groups":["atelier"],"habilitations":["decoupe-laser"],"approvalGroups":[]}""");

    assertThat(PolicyJson.write(PolicyJson.stored(json))).isEqualTo(json);
  }

  @Test
  void whatIsWrongWithExceptionsAndGroupsIsNamed() {
    var json = new JsonObject("""
        {"exceptions":[{"from":"2026-12-24","to":"2026-12-23","open":[]}],"holidays":"perhaps","groups":["Les Amis"],
         "habilitations":"decoupe-laser"}""");

    assertThat(problems(json))
        .extracting(Problem::member)
        .containsExactly("exceptions", "holidays", "groups", "habilitations");
  }

  @Test
  void whoSaysOneThingAboutApprovalHasSaidAllOfIt() {
    var site = Policy.SILENT.with(Approval.ALWAYS);

    var policy = Policy.SILENT.with(Limit.APPROVAL_ABOVE, 60).over(site);

    assertThat(policy.asksApproval(lasting(60))).isFalse();
    assertThat(policy.asksApproval(lasting(61))).isTrue();
    assertThat(Policy.SILENT.with(Approval.NEVER).over(policy).asksApproval(lasting(61)))
        .isFalse();
    assertThat(Policy.SILENT.over(policy).inForce().asksApproval(lasting(61))).isTrue();
  }

  private static List<Problem> problems(JsonObject json) {
    return PolicyJson.read(json).fold(policy -> List.of(), problems -> problems);
  }

  private static TimeSlot lasting(int minutes) {
    return TimeSlot.ofMinutes(Instant.parse("2026-12-08T09:00:00Z"), minutes);
  }
}
