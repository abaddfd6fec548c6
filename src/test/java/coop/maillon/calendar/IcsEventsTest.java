package coop.maillon.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcsEventsTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
        "RRULE:FREQ=YEARLY;INTERVAL=1001;COUNT=2",
        "RRULE:FREQ=YEARLY;INTERVAL=900;COUNT=5",
        "RRULE:FREQ=DAILY;COUNT=500",
        "RRULE:FREQ=SOMETIMES",
        "DURATION:PT999999999999999H",
        "RDATE:99990101T000000Z"
      })
  void whatCannotBeFollowedIsSaidOfItsEventAndTheOthersCome(String line) {
    var events = IcsEvents.read(file("UID:a", line, "UID:b", "SUMMARY:fine"), PARIS, NOW);
    assertThat(events.orElseThrow()).hasSize(2);
    assertThat(events.get().get(0).problem()).isIn("rule", "time", "too-many");
    assertThat(events.get().get(1).dates()).hasSize(1);
  }

  @Test
  void aWeekIsSevenDaysAndABackslashStaysWhatItWas() {
    var event = IcsEvents.read(
            file("DURATION:P1W", "SUMMARY:C:\\\\new\\, old", "UID:b", "SUMMARY:x"), PARIS, NOW)
        .orElseThrow()
        .get(0);
    assertThat(event.title()).isEqualTo("C:\\new, old");
    assertThat(event.dates().get(0).slot().length()).isEqualTo(Duration.ofDays(7));
  }

  private static String file(String a, String b, String c, String d) {
    var start = "\r\nDTSTART:20270301T090000Z\r\n";
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT" + start + a + "\r\n" + b
        + "\r\nEND:VEVENT\r\nBEGIN:VEVENT" + start + c + "\r\n" + d
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }
}
