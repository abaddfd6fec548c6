package coop.maillon.vehicle.damage;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.PictureForm;
import coop.maillon.support.TestApp;
import coop.maillon.vehicle.fleet.Garage;
import coop.maillon.vehicle.handover.Kerb;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One car that is not safe, and many who say so, or see to it, at the same moment. */
class UnsafeRaceTest {

  private static final List<String> PEOPLE = List.of("bruno", "chloe", "ada");
  private static final String PAGE = "/vehicles/zoe-bleue/damage";

  private Kerb kerb;

  @BeforeEach
  void open() {
    kerb = new Kerb();
    kerb.takes("bruno", kerb.booked("bruno", "10:15-12:00", 40));
    kerb.clock("10:20");
    kerb.booked("diane", "14:00-16:00", 60);
    kerb.coop.booked("emile", Garage.trip("zoe-bleue", 10, "09:00-12:00", 60));
  }

  @AfterEach
  void close() {
    kerb.close();
  }

  @Test
  void ofTwentyWhoSaySoAtOnceItIsClosedOnceAndEachBookingMovedOnce() {
    var answers = together(20, this::saysSo);

    assertThat(answers).allMatch(answer -> answer == 303);
    assertThat(kerb.count("vehicle_damage")).isEqualTo("20");
    assertThat(kerb.count("closure")).isEqualTo("1");
    assertThat(kerb.count("booking WHERE rehoused_by IS NOT NULL")).isEqualTo("2");
    kerb.coop.everythingIsTold();
    assertThat(kerb.count("inbox WHERE kind = 'closure.told'")).isEqualTo("3");
    assertThat(kerb.count("event WHERE kind = 'damage.closed'")).isEqualTo("1");
    System.out.printf(
        "20 say at once that a car is unsafe: %s closure, %s bookings moved%n",
        kerb.count("closure"), kerb.count("booking WHERE rehoused_by IS NOT NULL"));
  }

  @Test
  void ofTwentyWhoMendItAtOnceItOpensOnce() {
    saysSo(0);
    String one = "/manage" + PAGE + "/" + kerb.coop.one("SELECT id FROM vehicle_damage");
    together(
        20,
        i -> kerb.coop
            .browser(i % 2 == 0 ? "chloe" : "ada")
            .post(one + "/mending")
            .statusCode());

    assertThat(kerb.count("vehicle_damage_step")).isEqualTo("1");
    assertThat(kerb.count("closure WHERE lifted_at IS NULL")).isEqualTo("0");
    kerb.coop.everythingIsTold();
    assertThat(kerb.count("event WHERE kind = 'closure.reopened'")).isEqualTo("1");
    assertThat(kerb.count("inbox WHERE kind = 'damage.mended'")).isEqualTo("1");
  }

  @Test
  void ofTwentyRoundsAtOnceOneClosesItAnew() {
    saysSo(0);
    kerb.coop.clock().set(java.time.Instant.parse("2026-12-22T23:00:00Z"));
    var jobs = kerb.coop.app().app().jobs();
    together(20, i -> TestApp.done(jobs.everyMinute().map(1)));

    assertThat(kerb.count("closure")).isEqualTo("2");
    assertThat(kerb.count("vehicle_outage WHERE over_at IS NULL")).isEqualTo("1");
    kerb.coop.everythingIsTold();
    assertThat(kerb.count("event WHERE kind = 'damage.renewed'")).isEqualTo("1");
  }

  private int saysSo(int i) {
    return new PictureForm(kerb.coop, PEOPLE.get(i % PEOPLE.size()))
        .with("severity", "unsafe", "what", "Frein mou " + i)
        .send(PAGE)
        .statusCode();
  }
}
