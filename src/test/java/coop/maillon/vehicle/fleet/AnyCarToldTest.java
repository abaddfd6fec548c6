package coop.maillon.vehicle.fleet;

import static coop.maillon.support.Soon.soon;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Mailbox;
import coop.maillon.support.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which car it is in the end is told an hour before. It is Tuesday 8 December 2026, 10:15 in Lyon; the trip is on Thursday at 10. */
class AnyCarToldTest {

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
    Garage.equip(coop, "zoe-bleue");
    Garage.equip(coop, "e208-verte");
    Garage.read(coop, "zoe-bleue", 100);
    Garage.read(coop, "e208-verte", 100);
    coop.sql("UPDATE site SET address = '12 quai Arloing, 69009 Lyon' WHERE slug = 'lyon'");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void sixtyOneMinutesBeforeNothingIsToldAndSixtyMinutesBeforeItIsToldOnce() {
    String booking = any("bruno", 10, "10:00-12:00");
    String was = car(booking);
    coop.booked("diane", Garage.trip(was, 10, "10:00-12:00", 20));
    minuteAt("2026-12-10T07:59:00Z");
    assertThat(told()).isEqualTo("0");

    minuteAt("2026-12-10T08:00:00Z");
    minuteAt("2026-12-10T08:01:00Z");
    minuteAt("2026-12-10T08:59:00Z");

    assertThat(told()).isEqualTo("1");
    assertThat(car(booking)).isNotEqualTo(was);
    String name = coop.one("SELECT name FROM resource WHERE slug = '" + car(booking) + "'");
    assertThat(reads("/inbox"))
        .contains("Votre voiture : " + name, "10:00–12:00", "12 quai Arloing, 69009 Lyon");
    assertThat(mail())
        .contains("Votre voiture : " + name, "12 quai Arloing", "/bookings/" + booking);
    assertThat(reads("/bookings/" + booking))
        .contains("Votre voiture : " + name + ", à Lyon, 12 quai Arloing");
    assertThat(Jsoup.parse(coop.browser("chloe").get("/bookings/" + booking).body())
            .text())
        .doesNotContain("Votre voiture");
  }

  @Test
  void whoeverReadsEnglishIsToldInEnglish() {
    coop.sql("UPDATE member SET language = 'en' WHERE email = 'bruno@demo.test'");
    any("bruno", 10, "10:00-12:00");
    minuteAt("2026-12-10T08:00:00Z");

    assertThat(mail()).contains("Your car: ", "It waits for you at Lyon, 12 quai Arloing");
  }

  @Test
  void whoeverKeptTheCarOrBookedWithinTheHourIsToldNothing() {
    String kept = any("bruno", 10, "10:00-12:00");
    assertThat(coop.browser("bruno").post("/bookings/" + kept + "/car").statusCode())
        .isEqualTo(303);
    any("diane", 8, "11:00-12:00");
    minuteAt("2026-12-08T09:16:00Z");
    minuteAt("2026-12-10T08:00:00Z");

    assertThat(told()).isEqualTo("0");
  }

  @Test
  void whatIsMovedToAnotherDayIsToldForThatDayToo() {
    String booking = any("bruno", 10, "10:00-12:00");
    minuteAt("2026-12-10T08:00:00Z");
    var moved = coop.as("bruno")
        .with("If-Match", "1")
        .patch(
            "/api/v1/bookings/" + booking,
            new JsonObject()
                .put("start", "2026-12-11T10:00:00+01:00")
                .put("end", "2026-12-11T12:00:00+01:00"));
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    boolean isOpen = !new JsonObject(moved.body()).getBoolean("bound");
    minuteAt("2026-12-11T08:00:00Z");

    assertThat(told()).isEqualTo(isOpen ? "2" : "1");
  }

  @Test
  void twentyAtOnceTellItOnce() {
    any("bruno", 10, "10:00-12:00");
    coop.clock().set(Instant.parse("2026-12-10T08:00:00Z"));

    together(20, i -> TestApp.done(coop.app().app().jobs().everyMinute().map("done")));
    coop.everythingIsTold();

    System.out.printf("20 jobs at once: told %s time(s)%n", told());
    assertThat(told()).isEqualTo("1");
  }

  private void minuteAt(String moment) {
    coop.clock().set(Instant.parse(moment));
    TestApp.done(coop.app().app().jobs().everyMinute());
    coop.everythingIsTold();
  }

  private String any(String who, int day, String times) {
    var wish = Garage.trip("zoe-bleue", day, times, 20)
        .put("anyOf", new JsonArray().add("zoe-bleue").add("e208-verte"));
    wish.remove("resource");
    return coop.booked(who, wish);
  }

  private String car(String booking) {
    return coop.one("SELECT r.slug FROM booked k JOIN resource r ON r.id = k.resource_id"
        + " WHERE k.booking_id = " + booking);
  }

  /** The newest to Bruno. */
  private String mail() {
    var box = new Mailbox(coop.app());
    soon("the mail is written", () -> box.subjectsTo(Coop.BRUNO).size() == 2);
    return box.all().stream()
        .filter(one -> one.text().contains("12 quai Arloing"))
        .map(one -> one.subject() + " " + one.text())
        .collect(Collectors.joining())
        .replace('\u00a0', ' ');
  }

  private String told() {
    return coop.one("SELECT count(*) FROM inbox WHERE kind = 'vehicle.given'");
  }

  private String reads(String path) {
    return Jsoup.parse(coop.browser("bruno").get(path).body()).text().replace('\u00a0', ' ');
  }
}
