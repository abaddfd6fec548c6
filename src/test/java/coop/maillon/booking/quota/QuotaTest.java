package coop.maillon.booking.quota;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four hours a week of the small rooms. It is Tuesday 8 December 2026, 10:15 in Lyon. */
class QuotaTest {

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
    Quoted.member(coop, "minutes 240 week", "salle-rhone", "salle-saone");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void theRefusalSaysWhatIsLeftAndProposesARoomThatDoesNotCount() {
    book("salle-rhone", "09", 10, 12);

    var answer = refused(book("salle-saone", "10", 14, 17));

    assertThat(answer)
        .contains("Il vous reste 2 h la semaine du lundi 7 décembre (Petites salles)")
        .contains("ce créneau en prend 3 h")
        .doesNotContain("\"resource\":\"salle-rhone\"");
  }

  @Test
  void theWaysOutAreThoseThatTheQuotaLeaves() {
    book("salle-rhone", "09", 10, 12);

    var ways =
        new JsonObject(book("salle-saone", "10", 14, 17).body()).getJsonArray("alternatives");

    assertThat(ways.stream().map(way -> ((JsonObject) way).getString("start")))
        .contains("2026-12-14T14:00:00+01:00", "2026-12-10T14:00:00+01:00");
    for (var way : ways) {
      var wish = (JsonObject) way;
      var booked = coop.as("bruno")
          .book(wish.getString("resource"), wish.getString("start"), wish.getString("end"));
      assertThat(booked.statusCode()).as(wish.encode()).isEqualTo(201);
      act(json(booked).getString("id"), "cancellation");
    }
  }

  @Test
  void theNextWeekIsAnotherOne() {
    book("salle-rhone", "09", 10, 14);

    assertThat(book("salle-rhone", "10", 10, 11).statusCode()).isEqualTo(422);
    assertThat(book("salle-rhone", "14", 10, 11).statusCode()).isEqualTo(201);
  }

  @Test
  void movingGivesUpWhatTheBookingTook() {
    var id = json(book("salle-rhone", "09", 10, 14)).getString("id");

    assertThat(patch(id, 15, 19).statusCode()).isEqualTo(200);
    assertThat(patch(id, 14, 19).statusCode()).isEqualTo(422);
  }

  @Test
  void whereTheQuotaWasLoweredOneMayStillTakeLess() {
    var id = json(book("salle-rhone", "09", 10, 14)).getString("id");
    coop.sql("UPDATE quota SET amount = 60");

    assertThat(patch(id, 10, 13).statusCode()).isEqualTo(200);
    assertThat(patch(id, 10, 14).statusCode()).isEqualTo(422);
  }

  @Test
  void undoingACancellationIsJudgedByTheQuotaAgain() {
    var id = json(book("salle-rhone", "09", 10, 14)).getString("id");
    act(id, "cancellation");
    book("salle-saone", "10", 10, 13);

    var undone = act(id, "undo");

    assertThat(undone.statusCode()).isEqualTo(422);
    assertThat(undone.body()).contains("\"rule\":\"quota\"");
  }

  @Test
  void whatWasUsedOfABookingStaysCountedWhenItIsCancelledAtItsEnd() {
    var id = json(book("salle-rhone", "08", 11, 15)).getString("id");
    coop.clock().set(Instant.parse("2026-12-08T13:30:00Z"));

    assertThat(act(id, "cancellation").statusCode()).isEqualTo(200);

    assertThat(refused(book("salle-saone", "09", 10, 11))).contains("Il vous reste 30 min");
  }

  @Test
  void whatIsCancelledBeforeItStartsIsGivenBack() {
    var id = json(book("salle-rhone", "09", 10, 14)).getString("id");
    act(id, "cancellation");

    assertThat(book("salle-saone", "10", 10, 14).statusCode()).isEqualTo(201);
  }

  @Test
  void whereverOneBooksItIsSaidWhatIsLeft() {
    book("salle-rhone", "09", 10, 11);
    var bruno = coop.browser("bruno");
    String left = "Il vous reste 3 h la semaine du lundi 7 décembre (Petites salles).";

    for (String page : List.of(
        "/resources/salle-rhone",
        "/openings?kind=space&date=2026-12-09&minutes=60&site=lyon",
        "/bookings/new?resource=studio&also=salle-rhone&date=2026-12-10&start=10:00&end=11:00",
        "/series/new?resource=salle-rhone&date=2026-12-10&start=10:00&end=11:00&repeat=weekly&repeat-until=2026-12-31")) {
      assertThat(bruno.get(page).body().replace('\u00a0', ' ')).as(page).contains(left);
    }
  }

  @Test
  void aHoldDoesNotCount() {
    coop.as("bruno")
        .post(
            "/api/v1/holds",
            new JsonObject()
                .put("resource", "salle-saone")
                .put("start", at("09", 10))
                .put("end", at("09", 14)));

    assertThat(book("salle-rhone", "10", 10, 14).statusCode()).isEqualTo(201);
  }

  @Test
  void aCoordinatorWhoBooksForBrunoTakesBrunosHours() {
    book("salle-rhone", "09", 10, 14);

    var answer = coop.as("chloe")
        .post(
            "/api/v1/bookings",
            new JsonObject()
                .put("resource", "salle-saone")
                .put("start", at("10", 10))
                .put("end", at("10", 11))
                .put("member", Coop.BRUNO));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"rule\":\"quota\"");
  }

  @Test
  void theFormSaysWhatIsLeftBeforeOneBooks() {
    book("salle-rhone", "09", 10, 11);

    var form = coop.browser("bruno")
        .get("/bookings/new?resource=salle-rhone&date=2026-12-10&start=10:00&end=11:00");

    assertThat(form.body())
        .contains("Il vous reste 3\u00a0h la semaine du lundi 7 décembre (Petites salles).");
  }

  private HttpResponse<String> book(String resource, String day, int from, int to) {
    return coop.as("bruno").book(resource, at(day, from), at(day, to));
  }

  private HttpResponse<String> patch(String id, int from, int to) {
    var version = json(coop.as("bruno").get("/api/v1/bookings/" + id)).getInteger("version");
    return coop.as("bruno")
        .with("If-Match", version.toString())
        .patch(
            "/api/v1/bookings/" + id,
            new JsonObject().put("start", at("09", from)).put("end", at("09", to)));
  }

  private HttpResponse<String> act(String id, String what) {
    return coop.as("bruno").post("/api/v1/bookings/" + id + "/" + what, new JsonObject());
  }

  private static String at(String day, int hour) {
    return "2026-12-%sT%02d:00:00+01:00".formatted(day, hour);
  }

  private static String refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(422);
    return answer.body().replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }
}
