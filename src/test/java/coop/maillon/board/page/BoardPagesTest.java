package coop.maillon.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asking, answering, agreeing and counting hours with nothing but forms. */
class BoardPagesTest {

  private static Coop coop;
  private static Desk desk;

  @BeforeAll
  static void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
    coop.sql("UPDATE member SET home_site_id = 1 WHERE email = 'bruno@demo.test'");
    desk = new Desk(coop);
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @Test
  void fromAskingToThanksEveryStepIsAFormAndSaysWhereItStands() {
    String page = desk.asks("bruno", "title", "Relire de bout en bout");
    assertThat(desk.page("bruno", "/board"))
        .contains("Relire de bout en bout", "À Lyon, votre site");
    desk.answers("diane", page, "J’ai monté quatre dossiers.");
    assertThat(desk.page("bruno", page))
        .contains("1 réponse", "J’ai monté quatre dossiers.", "Retenir");
    desk.does("bruno", page, "/board/answers/" + desk.answerOf("diane") + "/acceptance");
    assertThat(desk.page("emile", page)).contains("Aide trouvée", "Aide retenue");
    countedAndThanked(page, "/board/engagements/" + desk.deal());
    assertThat(desk.page("diane", "/me/hours"))
        .contains("Relire de bout en bout", "+\u00a02\u00a0h\u00a030", "avec Bruno Faure");
    assertThat(coop.browser("diane").get("/me/hours.csv").body())
        .contains("Relire de bout en bout", "150");
  }

  private static void countedAndThanked(String page, String deal) {
    desk.does("diane", page, deal + "/declaration", "hours", "2", "minutes", "30");
    assertThat(desk.page("bruno", page))
        .contains(
            "Diane dit",
            "2\u00a0h\u00a030",
            "Confirmer",
            "Après confirmation, votre compte passera");
    desk.does("bruno", page, deal + "/confirmation", "minutes", "150");
    desk.does("bruno", page, deal + "/thanks", "thanks", "Un texte plus clair, merci.");
    assertThat(desk.page("emile", page))
        .contains("Un texte plus clair, merci.")
        .doesNotContain("2\u00a0h\u00a030");
    assertThat(desk.page("bruno", page)).contains("Réglé");
  }

  @Test
  void whatIsMissingIsSaidByItsFieldAndWhatWasTypedStays() {
    var refused = desk.write(
        "bruno", "title", "", "body", "Un texte long", "hours", "0", "neededBy", "2026-01-01");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "title-problem",
            "neededBy-problem",
            "Cette date est passée",
            "Un texte long",
            "relecture, tableur");
    String page = desk.asks("bruno");
    var empty = coop.browser("diane").submit(page + "/answers", "body", " ");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("body-problem");
  }

  @Test
  void aDraftIsItsAuthorsUntilItIsPublished() {
    String page = desk.asks("bruno", "title", "Un brouillon à finir", "draft", "1");
    assertThat(coop.browser("diane").get(page).statusCode()).isEqualTo(404);
    assertThat(desk.page("diane", "/board")).doesNotContain("Un brouillon à finir");
    assertThat(desk.page("bruno", "/board?status=draft")).contains("Un brouillon à finir");
    assertThat(desk.page("bruno", page + "/text")).contains("Douze pages à relire.");
    desk.does("bruno", page, page + "/publication");
    assertThat(desk.page("diane", "/board")).contains("Un brouillon à finir");
  }

  @Test
  void theLastPlaceIsTakenAndTheOtherReadsThatTheyAreFirstInLine() {
    String page = desk.asks("bruno", "title", "Une seule place");
    desk.agreed(page);
    desk.answers("emile", page, "Moi aussi.");
    desk.does("bruno", page, "/board/answers/" + desk.answerOf("emile") + "/acceptance");
    assertThat(desk.page("emile", page))
        .contains("C’est complet\u00a0; vous êtes en tête de liste.");
    desk.does(
        "bruno", page, "/board/answers/" + desk.answerOf("emile") + "/acceptance", "also", "1");
    assertThat(desk.page("emile", page)).contains("Avec Bruno");
  }

  @Test
  void anotherNumberIsSaidFaceToFaceAndACoordinatorWhoIsNoPartyDecides() {
    String page = desk.asks("bruno", "title", "Deux nombres");
    String deal = "/board/engagements/" + desk.agreed(page);
    desk.does("diane", page, deal + "/declaration", "hours", "3", "minutes", "0");
    desk.does("bruno", page, deal + "/declaration", "hours", "1", "minutes", "0");
    assertThat(desk.page("diane", page))
        .contains("Prendre le nombre de Bruno", "Pas le même nombre");
    assertThat(desk.page("emile", page)).doesNotContain(deal);
    desk.does(
        "chloe",
        page,
        deal + "/decision",
        "hours",
        "2",
        "minutes",
        "0",
        "reason",
        "Deux heures au planning.");
    assertThat(desk.page("bruno", page))
        .contains("Chloé Perrin a tranché", "Deux heures au planning.");
  }

  @Test
  void whatCannotBeDoneNowSaysWhyAndWhatCan() {
    String page = desk.asks("bruno");
    String deal = desk.agreed(page);
    var early = coop.browser("bruno")
        .submit("/board/engagements/" + deal + "/confirmation", "minutes", "60");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("Personne n’a encore dit d’heures.", "Possible");
  }

  @Test
  void theFloorIsToldWithItsNumbersToItsOwnerOnly() {
    String page = desk.asks("emile", "title", "Trop d’heures", "hours", "40");
    desk.answers("diane", page, "Volontiers.");
    var refused =
        coop.browser("emile").submit("/board/answers/" + desk.answerOf("diane") + "/acceptance");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Votre compte permet de promettre encore");
  }

  @Test
  void theListIsFilteredByItsAddressAndItsEmptyStateLeadsOut() {
    desk.asks("bruno", "title", "Un store à réparer", "skills", "bricolage");
    desk.asks("diane", "kind", "question", "title", "Quel logiciel de caisse");
    assertThat(desk.page("emile", "/board?kind=question"))
        .contains("Quel logiciel de caisse")
        .doesNotContain("Un store à réparer");
    assertThat(desk.page("emile", "/board?skill=bricolage")).contains("Un store à réparer");
    assertThat(desk.page("emile", "/board?q=caisse")).doesNotContain("Un store à réparer");
    assertThat(desk.page("bruno", "/board?mine=1")).doesNotContain("Quel logiciel de caisse");
    assertThat(desk.page("emile", "/board?q=rhinoceros")).contains("Rien de tel", "Tout voir");
  }

  @Test
  void twentyOnAPageAndTheRestBehindTheNext() {
    for (int i = 0; i < 25; i++) {
      desk.asks("emile", "title", "Annonce numéro " + i + " de la pile", "skills", "pile");
    }
    String first = desk.page("emile", "/board?skill=pile");
    assertThat(first).contains("numéro 24 de", "Voir la suite").doesNotContain("numéro 3 de");
    var next =
        java.util.regex.Pattern.compile("href=\"(/board[^\"]*after=[^\"]*)\"").matcher(first);
    assertThat(next.find()).isTrue();
    String second = desk.page("emile", next.group(1).replace("&amp;", "&"));
    assertThat(second).contains("numéro 3 de").doesNotContain("numéro 24 de");
  }

  @Test
  void theRightAnswerToAQuestionGoesOnTopAndResolvesIt() {
    String page = desk.asks("bruno", "kind", "question", "title", "Facturer en Suisse");
    desk.answers("emile", page, "Je ne sais pas.");
    desk.answers("diane", page, "Sans TVA, avec la mention.");
    desk.does("bruno", page, "/board/answers/" + desk.answerOf("diane") + "/acceptance");
    String body = desk.page("emile", page);
    assertThat(body).contains("Bonne réponse", "Résolue");
    assertThat(body.indexOf("Sans TVA")).isLessThan(body.indexOf("Je ne sais pas."));
    assertThat(desk.page("emile", "/board?status=resolved")).contains("Facturer en Suisse");
  }

  @Test
  void balancesArePrivateAndThePotNamesNobody() {
    desk.page("bruno", "/me/hours");
    assertThat(desk.page("emile", "/board/pot"))
        .contains("Bienvenue, du pot commun")
        .doesNotContain("Bruno Faure");
    assertThat(coop.browser("gus").get("/board").statusCode()).isEqualTo(403);
    assertThat(coop.browser("gus").get("/").body()).doesNotContain("href=\"/board\"");
  }

  @Test
  void theSameFormSentTwiceIsOnePost() {
    String page = desk.asks("bruno", "title", "Envoyée deux fois", "key", "0123456789abcdef");
    assertThat(desk.asks("bruno", "title", "Envoyée deux fois", "key", "0123456789abcdef"))
        .isEqualTo(page);
    var other = desk.write("bruno", "title", "Une autre", "key", "0123456789abcdef");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("Vous avez déjà envoyé ce formulaire", page);
  }

  @Test
  void everyPageIsWordedInEnglishToo() {
    String page = desk.asks("bruno", "title", "In two languages");
    desk.agreed(page);
    assertThat(desk.page("bruno", "/board?lang=en")).contains("Mutual help", "I need");
    assertThat(desk.page("bruno", page + "?lang=en")).contains("Help found", "With Diane");
    assertThat(desk.page("bruno", "/board/new?lang=en")).contains("New post");
    assertThat(desk.page("bruno", "/me/hours?lang=en")).contains("Statement", "Promised");
    desk.page("bruno", "/me/hours?lang=fr");
  }
}
