package coop.maillon.live;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Soon;
import coop.maillon.support.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an open page hears of new messages. */
class InboxLiveTest {

  @Test
  void aMessageReachesTheOpenPagesOfItsReaderOnlyWithTheCountOfTheUnread() {
    try (Coop coop = Coop.start()) {
      var chloe = listening(coop, "chloe");
      var diane = listening(coop, "diane");
      book(coop, "09:00", "10:00");
      JsonObject told = chloe.next();
      assertThat(told.getString("kind")).isEqualTo("booking.asked");
      assertThat(told.getString("topic")).isEqualTo("inbox");
      assertThat(told.getJsonObject("data").getInteger("unread")).isEqualTo(1);
      assertThat(told.getJsonObject("data").getString("sentence"))
          .startsWith("Bruno F. demande Studio");
      assertThat(told.getString("html")).contains("id=\"unread\"", ">1<");
      diane.hearsNothing();
    }
  }

  @Test
  void aRequestReachesTheOpenPageOfWhoeverKnowsHowWithinASecondWithItsReason() {
    try (Coop coop = Coop.start()) {
      coop.browser("emile").submit("/me/skills", "offers", "relecture", "askable", "1");
      var emile = listening(coop, "emile");
      var request = new JsonObject()
          .put("kind", "request")
          .put("mode", "free")
          .put("title", "Relire un dossier")
          .put("body", "Douze pages.")
          .put("skills", new JsonArray().add("relecture"));
      assertThat(coop.as("diane").post("/api/v1/posts", request).statusCode()).isEqualTo(201);
      var data = emile.poll(1000).orElseThrow().getJsonObject("data");
      assertThat(data.getString("sentence")).isEqualTo("Diane R. cherche : « Relire un dossier »");
      assertThat(data.getString("text")).startsWith("Vous avez indiqué relecture");
      coop.everythingIsTold();
      emile.hearsNothing();
    }
  }

  @Test
  void whatWasMissedIsHeardOnceAfterAnotherNodeToldIt() {
    try (Coop coop = Coop.start();
        TestApp other = TestApp.on(coop.database(), Map.of())) {
      var first = listening(coop, "chloe");
      book(coop, "09:00", "10:00");
      long seen = first.next().getLong("seq");
      first.cut();
      book(coop, "11:00", "12:00");
      book(coop, "14:00", "15:00");
      var again = Ear.of(coop, "chloe").subscribe(seen, "inbox");
      var kinds = Stream.generate(again::next)
          .filter(told -> told.containsKey("kind"))
          .limit(2)
          .map(told -> told.getLong("seq"))
          .toList();
      assertThat(kinds).doesNotHaveDuplicates().allMatch(seq -> seq > seen);
      again.hearsNothing();
      assertThat(other.app().port()).isPositive();
    }
  }

  @Test
  void aSuspendedMembersPageHearsNoMore() {
    try (Coop coop = Coop.start()) {
      var diane = listening(coop, "diane");
      var id = coop.one("SELECT id FROM member WHERE email = 'diane@demo.test'");
      coop.browser("ada").submit("/manage/members/" + id + "/suspension");
      Soon.soon("her line is cut", () -> diane.closedWith() != 0);
    }
  }

  private static Ear listening(Coop coop, String name) {
    var ear = Ear.of(coop, name).subscribe("inbox");
    assertThat(ear.next().getJsonArray("subscribed")).hasSize(1);
    return ear;
  }

  private static void book(Coop coop, String start, String end) {
    var answer = coop.as("bruno")
        .book("studio", "2026-12-15T" + start + ":00+01:00", "2026-12-15T" + end + ":00+01:00");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }
}
