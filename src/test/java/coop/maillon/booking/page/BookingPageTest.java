package coop.maillon.booking.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A booking's page: what each reader sees of it, and what its buttons do. */
class BookingPageTest extends Forms {

  @AfterEach
  void theClockIsSetBack() {
    coop.sql("UPDATE resource SET access_info = '' WHERE slug = 'salle-loire'");
  }

  @Test
  void cancellingIsOneClickAndCanBeUndone() {
    String page = at(book(bruno(), "salle-loire", "2026-12-09", "10:00", "12:00"));
    assertThat(at(bruno().submit(page + "/cancellation"))).isEqualTo(page);
    assertThat(bruno().get(page).body()).contains("Réservation annulée.", "Défaire", "encore 5");
    assertThat(at(bruno().submit(page + "/undo"))).isEqualTo(page);
    assertThat(bruno().get(page).body()).contains("Confirmée").doesNotContain("Défaire");
  }

  @Test
  void whatWasTakenMeanwhileCannotBeUndoneAndAnotherPlaceIsProposed() {
    String page = at(book(bruno(), "salle-loire", "2026-12-09", "10:00", "12:00"));
    bruno().submit(page + "/cancellation");
    book(diane(), "salle-loire", "2026-12-09", "10:00", "11:00");
    var refused = bruno().submit(page + "/undo");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Ce créneau est pris", "name=\"alternative\"");
  }

  @Test
  void aMoveKeepsThePlaceUntilTheNewOneIsHeld() {
    book(diane(), "salle-loire", "2026-12-09", "14:00", "15:00");
    String page = at(book(bruno(), "salle-loire", "2026-12-09", "10:00", "11:00"));
    var refused =
        bruno().submit(page + "/move", form("salle-loire", "2026-12-09", "14:00", "15:00"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Ce créneau est pris", "value=\"14:00\"", "10:00–11:00");
    var value = first(refused.body(), "name=\"alternative\" value=\"([^\"]+)\"");
    at(bruno().submit(page + "/move", "alternative", value));
    assertThat(bruno().get(page).body())
        .contains("Réservation déplacée\u00a0; elle était", "Défaire");
  }

  @Test
  void aMoveThatNeedsAYesIsSaidFirst() {
    String page = at(book(bruno(), "salle-loire", "2026-12-09", "10:00", "11:00"));
    String[] move = form("studio", "2026-12-09", "10:00", "11:00");
    var first = bruno().submit(page + "/move", move);
    assertThat(first.statusCode()).isEqualTo(422);
    assertThat(first.body()).contains("Ce déplacement demande l’accord", "name=\"agreed\"");
    assertThat(bruno().get(page).body()).contains("Confirmée");
    at(bruno()
        .submit(page + "/move", form("studio", "2026-12-09", "10:00", "11:00", "agreed", "1")));
    assertThat(bruno().get(page).body()).contains("En attente d’accord", "Studio");
  }

  @Test
  void thePlanningsDragGetsAPieceOfPage() {
    book(diane(), "salle-loire", "2026-12-09", "14:00", "15:00");
    String page = at(book(bruno(), "salle-loire", "2026-12-09", "10:00", "11:00"));
    var refused = bruno()
        .with("HX-Request", "true")
        .submit(page + "/move", form("salle-loire", "2026-12-09", "14:00", "15:00"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("Ce créneau est pris", "name=\"alternative\"")
        .doesNotContain("<html");
  }

  @Test
  void aMoveThatCannotBeReadSaysWhy() {
    String page = at(book(bruno(), "salle-loire", "2026-12-09", "10:00", "11:00"));
    var refused = bruno().submit(page + "/move", form("salle-loire", "hier", "10:00", "9h"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("date-problem", "end-problem", "value=\"hier\"");
  }

  @Test
  void aCoordinatorSaysYesOrNoWithAReason() {
    String yes = at(book(bruno(), "studio", "2026-12-09", "10:00", "11:00"));
    assertThat(bruno().get(yes).body()).doesNotContain("Donner l’accord");
    assertThat(chloe().get(yes).body()).contains("Donner l’accord", "Refuser");
    at(chloe().submit(yes + "/approval", "approved", "true"));
    assertThat(bruno().get(yes).body()).contains("Confirmée");
    String no = at(book(bruno(), "studio", "2026-12-10", "10:00", "11:00"));
    at(chloe().submit(no + "/approval", "approved", "false", "reason", "Le studio est repeint."));
    assertThat(bruno().get(no).body()).contains("Refusée", "Le studio est repeint.");
    assertThat(diane().submit(no + "/approval", "approved", "true").statusCode())
        .isEqualTo(403);
  }

  @Test
  void theWayInShowsFromAQuarterOfAnHourBeforeToAQuarterAfter() {
    coop.sql("UPDATE resource SET access_info = 'Code 4271' WHERE slug = 'salle-loire'");
    String page = at(book(
        bruno(), "salle-loire", "2026-12-08", "10:30", "11:00", "participants", "emile@demo.test"));
    assertThat(bruno().get(page).body()).contains("Code 4271");
    assertThat(coop.browser("emile").get(page).body()).contains("Code 4271");
    assertThat(chloe().get(page).body()).doesNotContain("Code 4271");
    assertThat(diane().get(page).body()).doesNotContain("Code 4271");
    String later = at(book(bruno(), "salle-loire", "2026-12-08", "11:00", "12:00"));
    assertThat(bruno().get(later).body()).doesNotContain("Code 4271").contains("à partir de 10:45");
  }

  @Test
  void eachReaderSeesAsMuchAsTheyMayKnow() {
    String page =
        at(book(bruno(), "salle-loire", "2026-12-09", "10:00", "11:00", "title", "Salaires"));
    assertThat(chloe().get(page).body()).contains("Salaires", "Bruno Faure");
    assertThat(diane().get(page).body()).contains("Bruno F.").doesNotContain("Salaires");
    String hidden =
        at(book(bruno(), "salle-rhone", "2026-12-09", "10:00", "11:00", "private", "1"));
    assertThat(diane().get(hidden).body()).contains("Occupé").doesNotContain("Bruno");
    String far = at(book(bruno(), "salle-volcan", "2026-12-09", "10:00", "11:00"));
    assertThat(coop.browser("gus").get(far).statusCode()).isEqualTo(404);
    assertThat(bruno().get("/bookings/999999").statusCode()).isEqualTo(404);
    assertThat(diane().submit(page + "/cancellation").statusCode()).isEqualTo(403);
  }

  @Test
  void whatItSaysCanBeChanged() {
    String page = at(book(bruno(), "salle-loire", "2026-12-09", "10:00", "11:00"));
    at(bruno()
        .submit(
            page + "/details",
            "title",
            "Comité",
            "participants",
            "emile@demo.test, diane@demo.test"));
    assertThat(bruno().get(page).body()).contains("Comité", "Diane Roussel, Émile Garnier");
    assertThat(diane().get("/bookings").body()).contains("Comité", "invité·e par Bruno Faure");
    at(bruno().submit(page + "/details", "title", "Comité", "participants", "emile@demo.test"));
    assertThat(diane().get("/bookings").body()).contains("Aucune réservation à venir");
    var refused = bruno().submit(page + "/details", "title", "x".repeat(200), "activity", "A1");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("title-problem", "value=\"A1\"");
  }

  @Test
  void theDeskIsToldAnHourBefore() {
    String soon = at(book(bruno(), "bureaux-calmes", "2026-12-08", "11:00", "12:00"));
    assertThat(bruno().get(soon).body()).contains("Bureaux calmes 1");
    String later = at(book(bruno(), "bureaux-calmes", "2026-12-09", "11:00", "12:00"));
    assertThat(bruno().get(later).body())
        .contains("L’exemplaire vous est indiqué une heure avant")
        .doesNotContain("Bureaux calmes 1");
  }

  @Test
  void aPastBookingIsBookedAgainInOneClick() {
    String page =
        at(book(bruno(), "salle-loire", "2026-12-09", "10:00", "11:00", "title", "Point"));
    coop.sql(
        "UPDATE booking SET starts_at = starts_at - interval '7 days', ends_at = ends_at - interval '7 days'");
    coop.sql("DELETE FROM occupancy");
    assertThat(bruno().get("/bookings?show=past").body()).contains("Réserver à nouveau");
    String again = at(bruno().submit(page + "/repetition", "key", "again"));
    assertThat(again).isNotEqualTo(page);
    assertThat(bruno().get(again).body()).contains("Point", "mercredi 9 décembre", "10:00–11:00");
    var refused = bruno().submit(page + "/repetition", "key", "once more");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Réserver Salle Loire", "Point");
  }

  @Test
  void myBookingsAreOnTheirShelves() {
    assertThat(bruno().get("/bookings").body())
        .contains("Aucune réservation à venir", "Trouver un créneau");
    String page = at(book(bruno(), "salle-loire", "2026-12-09", "10:00", "11:00"));
    book(bruno(), "studio", "2026-12-10", "10:00", "11:00");
    assertThat(bruno().get("/bookings").body()).contains("Salle Loire").doesNotContain("Studio");
    assertThat(bruno().get("/bookings?show=pending").body()).contains("Studio");
    bruno().submit(page + "/cancellation");
    assertThat(bruno().get("/bookings?show=ended").body()).contains("Salle Loire", "Défaire");
  }
}
