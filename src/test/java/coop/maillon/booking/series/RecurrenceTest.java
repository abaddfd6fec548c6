package coop.maillon.booking.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of recurrence against what python-dateutil makes of them: src/test/resources/rrule says how the data was made. */
class RecurrenceTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Duration MOVED = Duration.ofMinutes(90);

  static Stream<JsonObject> vectors() throws IOException {
    var file = Path.of("src/test/resources/rrule/vectors.json");
    return new JsonArray(Files.readString(file)).stream().map(JsonObject.class::cast);
  }

  @Test
  void thereAreFortyRulesAndEachHasBothOffsets() throws IOException {
    assertThat(vectors())
        .hasSize(40)
        .allSatisfy(vector -> assertThat(vector.getJsonArray("instants").stream()
                .map(one -> one.toString().substring(11))
                .distinct())
            .hasSizeGreaterThan(1));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theDatesAreThoseOfDateutil(JsonObject vector) {
    var recurrence = recurrence(vector);
    assertThat(recurrence.dates()).isEqualTo(dates(vector, "dates"));
    assertThat(instants(recurrence)).isEqualTo(vector.getJsonArray("instants").getList());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void afterOneIsCancelledTheOthersStayAndItCanBeAddedBack(JsonObject vector) {
    var fewer = recurrence(vector).without(at(vector));
    assertThat(fewer.dates()).isEqualTo(dates(vector, "cancelled-one"));
    assertThat(fewer.with(at(vector)).dates()).isEqualTo(dates(vector, "dates"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void thisAndFollowingAreTheRestOfTheRuleWhateverWasCounted(JsonObject vector) {
    var whole = recurrence(vector);
    assertThat(whole.from(at(vector)).dates()).isEqualTo(dates(vector, "following"));
    assertThat(whole.before(at(vector)).dates()).isEqualTo(dates(vector, "cancelled-following"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void movedTheyKeepTheirDaysAndStayRightOnBothSidesOfTheClockChange(JsonObject vector) {
    var whole = Timetable.of(recurrence(vector), MOVED);
    var all = whole.moved(MOVED, MOVED);
    assertThat(all.starts()).isEqualTo(dates(vector, "moved-all"));
    assertThat(all.recurrence().dates().stream()
            .map(all::slot)
            .map(slot -> slot.start().toString()))
        .isEqualTo(vector.getJsonArray("moved-all-instants").getList());
    assertThat(all.on(whole.recurrence().from(at(vector))).starts())
        .isEqualTo(dates(vector, "moved-following"));
  }

  @Test
  void aRuleThatNamesDaysIsMovedToOthersToo() {
    var start = LocalDateTime.parse("2027-03-01T09:00");
    var mondays = Recurrence.read("FREQ=WEEKLY;BYDAY=MO;COUNT=2", start, PARIS).recurrence();
    var tuesdays = Timetable.of(mondays.orElseThrow(), MOVED).moved(Duration.ofDays(1), MOVED);
    assertThat(tuesdays.starts()).containsExactly(start.plusDays(1), start.plusDays(8));
  }

  @Test
  void whatIsEndlessTooOftenEmptyOrUnreadableIsSaid() {
    assertThat(problem("FREQ=DAILY")).isEqualTo("too-many");
    assertThat(problem("FREQ=DAILY;COUNT=401")).isEqualTo("too-many");
    assertThat(problem("FREQ=DAILY;COUNT=400")).isEmpty();
    assertThat(problem("FREQ=HOURLY;COUNT=3")).isEqualTo("too-often");
    assertThat(problem("FREQ=DAILY;BYHOUR=9,14;COUNT=4")).isEqualTo("too-often");
    assertThat(problem("FREQ=DAILY;UNTIL=20200101T000000Z")).isEqualTo("none");
    assertThat(problem("every Monday")).isEqualTo("unreadable");
    assertThat(problem("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")).isNotEmpty();
  }

  @Test
  void whatWouldBeCountedForEverIsRefusedAtOnce() {
    assertThat(problem("FREQ=DAILY;INTERVAL=2147483647;COUNT=400")).isEqualTo("unreadable");
    assertThat(problem("FREQ=YEARLY;INTERVAL=20;COUNT=400")).isEqualTo("too-far");
    assertThat(problem("FREQ=DAILY;COUNT=0")).isNotEmpty();
    assertThat(problem("FREQ=YEARLY;RSCALE=JULIAN;COUNT=2")).isEqualTo("unreadable");
  }

  @Test
  void whatNoCalendarHasIsUnreadable() {
    assertThat(problem("FREQ=DAILY;UNTIL=20261399")).isEqualTo("unreadable");
    assertThat(problem("FREQ=DAILY;COUNT=2\nEXDATE:20261340T000000")).isEqualTo("unreadable");
    assertThat(problem("FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;BYSETPOS=-366;COUNT=2"))
        .isEqualTo("unreadable");
  }

  @Test
  void aLastDayCountsAsAWhole() {
    var start = LocalDateTime.parse("2026-12-23T09:00");
    var read = Recurrence.read("FREQ=DAILY;UNTIL=20261225", start, PARIS).recurrence();
    assertThat(read.orElseThrow().dates()).hasSize(3);
  }

  private static String problem(String rule) {
    return Recurrence.read(rule, LocalDateTime.parse("2027-03-01T09:00"), PARIS).problem();
  }

  private static Recurrence recurrence(JsonObject vector) {
    var exdates =
        vector.getJsonArray("exdates").stream().map(one -> "\nEXDATE:" + one).toList();
    var text = "RRULE:" + vector.getString("rrule") + String.join("", exdates);
    var zone = ZoneId.of(vector.getString("zone"));
    return Recurrence.read(text, LocalDateTime.parse(vector.getString("start")), zone)
        .recurrence()
        .orElseThrow();
  }

  private static LocalDateTime at(JsonObject vector) {
    return LocalDateTime.parse(vector.getString("at"));
  }

  private static List<LocalDateTime> dates(JsonObject vector, String name) {
    return vector.getJsonArray(name).stream()
        .map(Object::toString)
        .map(LocalDateTime::parse)
        .toList();
  }

  private static List<String> instants(Recurrence recurrence) {
    return recurrence.dates().stream()
        .map(date -> date.atZone(recurrence.zone()).toInstant().toString())
        .toList();
  }
}
