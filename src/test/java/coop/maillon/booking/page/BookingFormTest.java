package coop.maillon.booking.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The form that books, as a member meets it, over real HTTP and without JavaScript. */
class BookingFormTest extends Forms {

  @Test
  void aBookingIsDoneAndReadOnItsPage() {
    var sent = book(bruno(), "salle-loire", "2026-12-09", "10:00", "12:00", "title", "Atelier");
    assertThat(sent.statusCode()).isEqualTo(303);
    var page = bruno().get(at(sent)).body();
    assertThat(page).contains("Salle Loire", "10:00–12:00", "mercredi 9 décembre", "Atelier");
  }

  @Test
  void aTakenHourIsRefusedWithEverythingTypedKept() {
    book(diane(), "salle-loire", "2026-12-09", "10:00", "11:00");
    var refused = book(
        bruno(),
        "salle-loire",
        "2026-12-09",
        "10:00",
        "11:00",
        "title",
        "Budget & co",
        "activity",
        "A12",
        "participants",
        "emile@demo.test");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("vient d’être pris, 10:00–11:00", "Budget &amp; co", "A12", "emile@demo.test");
    assertThat(bookings()).isEqualTo("1");
  }

  @Test
  void aRefusalOffersPlacesThatOneClickTakes() {
    book(diane(), "salle-loire", "2026-12-09", "10:00", "11:00");
    var refused = book(bruno(), "salle-loire", "2026-12-09", "10:00", "11:00", "title", "Budget");
    var value = first(refused.body(), "name=\"alternative\" value=\"([^\"]+)\"");
    var key = first(refused.body(), "name=\"key\" value=\"([^\"]+)\"");
    String[] again =
        form("salle-loire", "2026-12-09", "10:00", "11:00", "key", key, "alternative", value);
    var taken = bruno().submit("/bookings", again);
    assertThat(bruno().get(at(taken)).body()).contains("Confirmée");
    assertThat(bookings()).isEqualTo("2");
  }

  @Test
  void aDoubleClickBooksOnce() {
    String[] form = form("salle-loire", "2026-12-09", "10:00", "11:00", "key", "one-form");
    var first = bruno().submit("/bookings", form);
    var second = bruno().submit("/bookings", form);
    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(at(second)).isEqualTo(at(first));
    assertThat(bookings()).isEqualTo("1");
  }

  @Test
  void aFormSentAgainWithSomethingElseAsksWhetherBothAreMeant() {
    bruno()
        .submit(
            "/bookings", form("salle-loire", "2026-12-09", "10:00", "11:00", "key", "one-form"));
    var asked = bruno()
        .submit(
            "/bookings", form("salle-loire", "2026-12-09", "14:00", "15:00", "key", "one-form"));
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body())
        .contains("Vous avez déjà réservé Salle Loire, mercredi 9 décembre, 10:00–11:00")
        .contains("Réserver aussi ceci", "value=\"14:00\"");
    var key = first(asked.body(), "name=\"key\" value=\"([^\"]+)\"");
    assertThat(key).isNotEqualTo("one-form");
    var both = bruno()
        .submit("/bookings", form("salle-loire", "2026-12-09", "14:00", "15:00", "key", key));
    assertThat(both.statusCode()).isEqualTo(303);
    assertThat(bookings()).isEqualTo("2");
  }

  @Test
  void whatCannotBeReadIsNamedAndKept() {
    var refused = book(
        bruno(),
        "salle-loire",
        "2026-13-09",
        "25:00",
        "11:00",
        "title",
        "Budget",
        "participants",
        "personne@ailleurs.test");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("date-problem", "start-problem", "participants-problem", "Budget")
        .contains("Personne ici n’a l’adresse personne@ailleurs.test");
    assertThat(bookings()).isEqualTo("0");
  }

  @Test
  void anEndBeforeTheStartIsNamed() {
    var refused = book(bruno(), "zoe-bleue", "2026-12-09", "14:00", "13:00");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("La fin vient après le début");
  }

  @Test
  void aBrokenRuleIsSaidInWords() {
    var refused = book(bruno(), "salle-loire", "2026-12-09", "10:05", "11:00");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Salle Loire se réserve par tranches de 15\u00a0min.");
    var closed =
        book(bruno().with("Accept-Language", "en"), "salle-loire", "2026-12-13", "10:00", "11:00");
    assertThat(closed.body()).contains("Salle Loire");
    assertThat(closed.statusCode()).isEqualTo(422);
  }

  @Test
  void thePageSaysFirstThatAYesIsNeeded() {
    var page = bruno().get("/bookings/new?resource=studio&date=2026-12-09&start=10:00&end=11:00");
    assertThat(page.body()).contains("Accord nécessaire", "Demander");
    var asked = book(bruno(), "studio", "2026-12-09", "10:00", "11:00");
    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(bruno().get(at(asked)).body()).contains("En attente d’accord");
  }

  @Test
  void lookingBooksNothing() {
    var free =
        bruno().get("/bookings/new?resource=salle-loire&date=2026-12-09&start=10:00&end=11:00");
    assertThat(free.body())
        .contains("Réserver Salle Loire", "Libre", "<button class=\"button primary big\"");
    book(diane(), "salle-loire", "2026-12-09", "10:00", "11:00");
    var taken = bruno()
        .get("/bookings/new/answer?resource=salle-loire&date=2026-12-09&start=10:30&end=11:30");
    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body())
        .doesNotContain("<html")
        .contains("Ce créneau est pris, 10:30–11:00", "hx-swap-oob")
        .contains("<button class=\"button big\"");
    assertThat(bookings()).isEqualTo("1");
  }

  @Test
  void severalThingsAreBookedTogetherOrNotAtAll() {
    for (int i = 0; i < 3; i++) {
      book(diane(), "videoprojecteur", "2026-12-09", "10:00", "11:00");
    }
    var page =
        bruno().get("/bookings/new?resource=salle-loire&date=2026-12-09&start=10:00&end=11:00");
    assertThat(page.body()).contains("plus rien de libre sur 3");
    var refused =
        book(bruno(), "salle-loire", "2026-12-09", "10:00", "11:00", "also", "videoprojecteur");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Vidéoprojecteur n’est pas libre à ce créneau");
    var together =
        book(bruno(), "salle-loire", "2026-12-09", "14:00", "15:00", "also", "videoprojecteur");
    assertThat(bruno().get(at(together)).body()).contains("avec Vidéoprojecteur");
  }

  @Test
  void aCoordinatorBooksForAMemberAndNobodyElseDoes() {
    var chloe = coop.browser("chloe");
    var sent =
        book(chloe, "salle-loire", "2026-12-09", "10:00", "11:00", "on-behalf", "bruno@demo.test");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(bruno().get("/bookings").body()).contains("Salle Loire");
    var refused = book(
        diane(), "salle-loire", "2026-12-10", "10:00", "11:00", "on-behalf", "bruno@demo.test");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Seule la coordination");
  }

  @Test
  void aHoldIsKeptWhileTheFormIsFilledIn() {
    var held =
        bruno().submit("/bookings/hold", form("salle-loire", "2026-12-09", "10:00", "11:00"));
    assertThat(held.body()).contains("Créneau gardé pour vous", "2:00");
    var other = diane()
        .get("/bookings/new/answer?resource=salle-loire&date=2026-12-09&start=10:00&end=11:00");
    assertThat(other.body()).contains("Ce créneau est pris");
    var mine = bruno()
        .get("/bookings/new/answer?resource=salle-loire&date=2026-12-09&start=10:00&end=11:00");
    assertThat(mine.body()).doesNotContain("est pris");
    assertThat(book(bruno(), "salle-loire", "2026-12-09", "10:00", "11:00").statusCode())
        .isEqualTo(303);
  }

  @Test
  void howeverLongOneTypesASlotIsKeptForTenMinutesInAll() {
    String mark = "";
    for (int i = 0; i < 6; i++) {
      var held = hold(mark);
      assertThat(held).contains("Créneau gardé pour vous");
      mark = first(held, "name=\"held\" value=\"([^\"]+)\"");
      coop.clock().pass(Duration.ofSeconds(100));
    }
    assertThat(hold(mark)).contains("n’est plus gardé").doesNotContain("data-seconds");
    var other = diane()
        .get("/bookings/new/answer?resource=salle-loire&date=2026-12-09&start=10:00&end=11:00");
    assertThat(other.body()).contains("Libre");
    coop.clock().set(TestClock.BEGINNING);
  }

  private static String hold(String mark) {
    return bruno()
        .submit("/bookings/hold", form("salle-loire", "2026-12-09", "10:00", "11:00", "held", mark))
        .body();
  }

  @Test
  void theFormSpeaksTheReadersLanguage() {
    coop.sql("UPDATE member SET language = 'en' WHERE email = 'emile@demo.test'");
    var page = coop.browser("emile")
        .get("/bookings/new?resource=salle-loire&date=2026-12-09&start=10:00&end=11:00");
    assertThat(page.body()).contains("Book Salle Loire", "What for", "Good to know");
    coop.sql("UPDATE member SET language = 'fr' WHERE email = 'emile@demo.test'");
  }

  @Test
  void whatNobodyMayKnowOfIsNotThere() {
    assertThat(bruno().get("/bookings/new?resource=nothing").statusCode()).isEqualTo(404);
    assertThat(coop.browser("gus").get("/bookings/new?resource=salle-volcan").statusCode())
        .isEqualTo(404);
  }
}
