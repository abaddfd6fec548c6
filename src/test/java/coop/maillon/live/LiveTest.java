package coop.maillon.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.maillon.support.Coop;
import coop.maillon.support.Soon;
import coop.maillon.support.WithCoop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What open pages are told, and who is told what. */
class LiveTest extends WithCoop {

  private static final String DAY = "planning:lyon:2026-12-08";

  @BeforeEach
  void startAfresh() {
    coop.clock().set(Instant.parse("2026-12-07T08:00:00Z"));
    coop.sql("UPDATE site SET shows_names = true");
  }

  @Test
  void aBookingReachesWhoeverListensToThatDay() {
    var ear = Ear.of(coop, "diane").subscribe(DAY);
    assertThat(ear.next().getJsonArray("subscribed")).isEqualTo(new JsonArray().add(DAY));

    book("bruno", "salle-loire", "10:00", "12:00");

    JsonObject told = ear.next();
    assertThat(told.getString("kind")).isEqualTo("booking.placed");
    assertThat(told.getString("topic")).isEqualTo(DAY);
    JsonObject booking = told.getJsonObject("data").getJsonObject("booking");
    assertThat(booking.getString("resource")).isEqualTo("salle-loire");
    assertThat(booking.getString("title")).isNull();
    assertThat(told.getString("html"))
        .contains("Bruno F.", "10:00–12:00", "data-row=\"salle-loire\"")
        .doesNotContain("Atelier", "/bookings/" + booking.getString("id"));
    ear.hearsNothing();
  }

  @Test
  void eachIsToldNoMoreThanTheyMayKnow() {
    var mine = listening("bruno");
    var coordinator = listening("chloe");
    var member = listening("diane");
    var guest = listening("gus");

    book("bruno", "salle-rhone", "10:00", "12:00");

    assertThat(mine.next().getString("html")).contains("Atelier", "block mine");
    assertThat(coordinator.next().getString("html")).contains("Atelier", "Bruno F.");
    assertThat(member.next().getString("html")).contains("Bruno F.").doesNotContain("Atelier");
    JsonObject seenByGuest = guest.next();
    assertThat(seenByGuest.encode()).doesNotContain("Bruno", "Atelier");
    assertThat(seenByGuest.getString("html")).contains("Occupé");
  }

  @Test
  void whoeverListensWhenTheServerStopsIsSentBackAtOnce() {
    Ear ear;
    try (var stopping = Coop.start()) {
      ear = Ear.of(stopping, "diane").subscribe(DAY);
      ear.next();
    }
    Soon.soon("the page is sent back", () -> ear.closedWith() == 1013);
  }

  @Test
  void aGuestHearsNothingOfASiteThatIsNotTheirs() {
    var ear = Ear.of(coop, "gus").subscribe("planning:saint-denis:2026-12-08", DAY);
    assertThat(ear.next().getString("error")).isEqualTo("forbidden");
    assertThat(ear.next().getJsonArray("subscribed")).containsExactly(DAY);
  }

  @Test
  void aTopicThatIsNoneIsForbidden() {
    for (String topic :
        new String[] {"boards", "board:0", "planning:atlantis:2026-12-08", "planning:lyon:demain"
        }) {
      JsonObject answer = Ear.of(coop, "bruno").subscribe(topic).next();
      assertThat(answer.getString("error")).isEqualTo("forbidden");
      assertThat(answer.getString("topic")).isEqualTo(topic);
    }
  }

  @Test
  void aBookingAcrossMidnightGoesToEachOfItsDays() {
    var first = listening("diane");
    var second = Ear.of(coop, "diane").subscribe("planning:lyon:2026-12-09");
    second.next();
    atelier("bruno", "zoe-bleue", "2026-12-08T22:00:00+01:00", "2026-12-09T02:00:00+01:00");
    assertThat(first.next().getString("html")).contains("dès 22:00");
    assertThat(second.next().getString("html")).contains("jusqu’à 02:00");
  }

  @Test
  void aCancellationFreesTheGap() {
    String id = book("bruno", "salle-saone", "10:00", "12:00");
    var ear = listening("diane");
    coop.as("bruno").post("/api/v1/bookings/" + id + "/cancellation", new JsonObject());
    JsonObject told = ear.next();
    assertThat(told.getString("kind")).isEqualTo("booking.cancelled");
    assertThat(told.getString("html")).contains("08:00–20:00").doesNotContain("Bruno");
  }

  @Test
  void aHoldIsSeenByOthersWhileItLasts() {
    var ear = listening("diane");
    var held = coop.as("bruno")
        .post(
            "/api/v1/holds",
            new JsonObject()
                .put("resource", "salle-loire")
                .put("start", "2026-12-08T14:00:00+01:00")
                .put("end", "2026-12-08T15:00:00+01:00"));
    JsonObject placed = ear.next();
    assertThat(placed.getString("kind")).isEqualTo("hold.placed");
    assertThat(placed.getString("html")).contains("block hold", "Quelqu’un réserve");
    assertThat(placed.encode()).doesNotContain("Bruno");
    coop.as("bruno").delete("/api/v1/holds/" + new JsonObject(held.body()).getString("id"));
    JsonObject released = ear.next();
    assertThat(released.getString("kind")).isEqualTo("hold.released");
    assertThat(released.getString("html")).doesNotContain("block hold");
  }

  @Test
  void whoComesBackIsToldWhatTheyMissedAndNothingElse() {
    var ear = listening("diane");
    book("bruno", "salle-loire", "08:00", "09:00");
    long seen = ear.next().getLong("seq");
    ear.cut();
    book("bruno", "salle-loire", "09:00", "10:00");
    book("bruno", "salle-loire", "10:00", "11:00");

    var back = Ear.of(coop, "diane").subscribe(seen, DAY);
    assertThat(back.next().getLong("seq")).isEqualTo(seen);
    assertThat(back.next().getString("html")).contains("09:00–10:00");
    assertThat(back.next().getString("html")).contains("10:00–11:00");
    back.hearsNothing();
  }

  @Test
  void aSocketWithACookieNeedsItsOrigin() {
    String own = coop.app().at("").toString();
    assertThat(Ear.ofPage(coop, "bruno", own).subscribe(DAY).next().getJsonArray("subscribed"))
        .containsExactly(DAY);
    assertThatThrownBy(() -> Ear.ofPageWithoutOrigin(coop, "bruno")).hasStackTraceContaining("403");
    assertThatThrownBy(() -> Ear.ofPage(coop, "bruno", "https://evil.example"))
        .hasStackTraceContaining("403");
  }

  @Test
  void whoSignsOutIsToldNothingMore() {
    String own = coop.app().at("").toString();
    var ear = Ear.ofPage(coop, "emile", own).subscribe(DAY);
    ear.next();
    coop.browser("emile").post("/logout");
    Soon.soon("the socket closes", () -> ear.closedWith() != 0);
    book("bruno", "salle-loire", "17:00", "18:00");
    ear.hearsNothing();
  }

  @Test
  void whatCannotBeReadIsSaidSo() {
    var ear = Ear.of(coop, "bruno");
    ear.say("{\"subscribe\":\"planning\"}");
    assertThat(ear.next().getString("error")).isEqualTo("unreadable");
    ear.say("hello");
    assertThat(ear.next().getString("error")).isEqualTo("unreadable");
  }

  private static Ear listening(String name) {
    var ear = Ear.of(coop, name).subscribe(DAY);
    ear.next();
    return ear;
  }

  private static String book(String who, String slug, String start, String end) {
    return atelier(
        who, slug, "2026-12-08T" + start + ":00+01:00", "2026-12-08T" + end + ":00+01:00");
  }
}
