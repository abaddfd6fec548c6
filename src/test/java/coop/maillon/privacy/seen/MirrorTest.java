package coop.maillon.privacy.seen;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Statements;
import coop.maillon.support.WithCoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Bruno reads on his profile of what others see of him, beside what they do see. */
class MirrorTest extends WithCoop {

  @BeforeAll
  static void livesAtLyon() {
    coop.sql("UPDATE member SET home_site_id = 1 WHERE email = 'bruno@demo.test'");
  }

  @AfterEach
  void asBefore() {
    coop.sql("UPDATE site SET shows_names = true");
  }

  @Test
  void aMemberReadsFirstNameAndInitialWhereTheSiteShowsNames() {
    coop.sql("UPDATE site SET shows_names = false WHERE slug = 'grenoble'");

    assertThat(seenBy("Un autre membre"))
        .contains("Planning de Lyon et Saint-Denis", "Bruno F. sur vos réservations")
        .contains("Planning de Grenoble", "sans votre nom")
        .doesNotContain("bruno@demo.test");
  }

  @Test
  void whatIsSaidIsWhatOthersSee() {
    atelier("bruno", "salle-loire", "2026-12-09T10:00:00+01:00", "2026-12-09T11:00:00+01:00");

    assertThat(day("diane")).contains("Bruno F.").doesNotContain("Atelier");
    coop.sql("UPDATE site SET shows_names = false");
    assertThat(day("diane")).doesNotContain("Bruno");
    assertThat(seenBy("Un autre membre")).doesNotContain("Bruno F.");
    assertThat(day("chloe")).contains("Atelier");
    assertThat(seenBy("La coordination de Lyon"))
        .contains("Planning de Lyon", "Bruno Faure et le titre", "bruno@demo.test");
  }

  @Test
  void aGuestReadsNothingOfTheBoardAndNoName() {
    assertThat(seenBy("Un invité à Lyon"))
        .contains("sans votre nom", "Entraide\u00a0: rien")
        .doesNotContain("Bruno", "Grenoble");
    assertThat(coop.browser("gus").get("/board").statusCode()).isEqualTo(403);
    assertThat(coop.browser("gus").get("/me").body())
        .contains("Ce que les autres voient")
        .doesNotContain("/me/skills");
  }

  @Test
  void theDirectoryShowsWhatOneConsentedTo() {
    var bruno = coop.browser("bruno");
    bruno.submit("/me/skills", "offers", "Menuiserie", "seeks", "");
    assertThat(seenBy("Un autre membre")).contains("Annuaire\u00a0: rien");
    assertThat(coop.browser("diane").get("/board/people").body()).doesNotContain("Bruno Faure");

    bruno.submit("/me/skills", "offers", "Menuiserie", "seeks", "", "askable", "on", "shown", "on");

    assertThat(seenBy("Un autre membre"))
        .contains("Bruno Faure, Lyon, pour Menuiserie", "sur place");
    assertThat(coop.browser("diane").get("/board/people").body())
        .contains("Bruno Faure", "Menuiserie");
    bruno.submit("/me/skills", "offers", "", "seeks", "");
  }

  @Test
  void theProfileAsksThreeTimesAtMost() {
    var asked = Statements.ofEach(coop.database(), () -> coop.browser("bruno").get("/me"));

    assertThat(asked)
        .filteredOn(one -> !one.contains("s.token_hash = $1"))
        .hasSizeLessThanOrEqualTo(3);
  }

  private static String day(String who) {
    return coop.browser(who).get("/?site=lyon&date=2026-12-09").body();
  }

  /** The part of Bruno's profile under that heading. */
  private static String seenBy(String who) {
    String page = coop.browser("bruno").get("/me").body();
    String from = page.substring(page.indexOf("<h3>" + who + "</h3>") + 4);
    return from.substring(0, from.indexOf("</ul>"));
  }
}
