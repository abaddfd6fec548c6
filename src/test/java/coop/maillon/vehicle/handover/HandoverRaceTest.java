package coop.maillon.vehicle.handover;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking a car and bringing it back, by many at the same moment. */
class HandoverRaceTest {

  private Kerb kerb;

  @BeforeEach
  void open() {
    kerb = new Kerb();
  }

  @AfterEach
  void close() {
    kerb.close();
  }

  @Test
  void ofTwentyWhoTakeTheSameCarAtOnceOneIsWritten() {
    var booking = kerb.booked("bruno", "10:15-12:00", 40);
    var answers = together(
        20,
        i -> kerb.takes(
            i % 2 == 0 ? "bruno" : "chloe", booking, "odometerKm", Integer.toString(41200 + i)));

    assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
    assertThat(kerb.count("vehicle_handover")).isEqualTo("1");
    assertThat(kerb.count("vehicle_reading")).isEqualTo("2");
    assertThat(kerb.count("event WHERE kind = 'booking.arrived'")).isEqualTo("1");
    System.out.println("20 take the same car at once: 1 written, 19 are told that it is recorded");
  }

  @Test
  void ofTwentyWhoReturnTheSameCarAtOnceOneIsWritten() {
    var booking = kerb.booked("bruno", "10:15-12:00", 40);
    kerb.takes("bruno", booking);
    kerb.clock("11:30");
    var answers = together(
        20,
        i -> kerb.returns(
            i % 2 == 0 ? "bruno" : "chloe", booking, "socPct", Integer.toString(62 - i % 5)));

    assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
    assertThat(kerb.count("vehicle_handover WHERE way = 'return'")).isEqualTo("1");
    assertThat(kerb.count("vehicle_reading")).isEqualTo("3");
    assertThat(kerb.count("event WHERE kind = 'booking.returned'")).isEqualTo("1");
    System.out.println("20 return the same car at once: 1 written, 19 are told that it is over");
  }

  @Test
  void whoeverSaysHowTheyTookItTwentyTimesSaysItOnce() {
    kerb.coop.browser("bruno").post("/here/zoe-bleue/taking", "minutes", "30");
    String booking = kerb.coop.one("SELECT id FROM booking");
    var answers = together(20, i -> kerb.takes("bruno", booking));

    assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
    assertThat(kerb.count("vehicle_handover")).isEqualTo("1");
  }
}
