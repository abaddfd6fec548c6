package coop.maillon.vehicle.cost;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestApp;
import coop.maillon.vehicle.handover.Kerb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a booking came to is written once, by however many at the same moment. */
class SettlementRaceTest {

  private Kerb kerb;

  @BeforeEach
  void open() {
    kerb = new Kerb();
    kerb.coop
        .browser("chloe")
        .post("/manage/tariffs/zoe-bleue", "from", "2026-12-01", "hour", "2,50", "unused", "50");
  }

  @AfterEach
  void close() {
    kerb.close();
  }

  @Test
  void ofTwentyWhoSettleAtOnceOneDoes() {
    kerb.booked("bruno", "10:15-12:15", 40);
    kerb.clock("12:15");
    together(20, i -> TestApp.done(kerb.coop.app().app().jobs().everyMinute()));

    assertThat(kerb.count("settlement")).isEqualTo("1");
    assertThat(kerb.count("transfer WHERE currency = 'cents'")).isEqualTo("1");
    assertThat(kerb.count("event WHERE kind = 'cost.settled'")).isEqualTo("1");
    assertThat(kerb.coop.one("SELECT min(amount) FROM entry")).isEqualTo("-500");
    System.out.printf(
        "20 settle the same booking at once: %s transfer, of %s cents%n",
        kerb.count("transfer WHERE currency = 'cents'"),
        kerb.coop.one("SELECT max(amount) FROM entry"));
  }

  @Test
  void ofTwentyWhoPutTheSameBillRightAtOnceOneDoes() {
    var booking = kerb.booked("bruno", "10:15-12:15", 40);
    kerb.clock("12:15");
    TestApp.done(kerb.coop.app().app().jobs().everyMinute());
    var answers = together(
        20,
        i -> kerb.coop
            .browser(i % 2 == 0 ? "chloe" : "ada")
            .post(
                "/bookings/" + booking + "/correction",
                "amount",
                "-1",
                "reason",
                "Trop compté",
                "seen",
                "0"));

    long later = answers.stream().filter(answer -> answer.statusCode() == 409).count();
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 303).hasSize(1);
    assertThat(later).isEqualTo(19);
    assertThat(kerb.count("settlement_correction")).isEqualTo("1");
    System.out.println("20 put the same bill right at once: " + later + " told to look first");
  }
}
