package coop.maillon.board.skill;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.Together;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coordinators keep the words of skills: two for the same thing become one, and each may be tied to an occupation. */
class LexiconTest {

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
    says("bruno", "compta");
    says("emile", "comptabilité, tableur");
    says("diane", "compta, comptabilité");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void whoeverHadTheOneWordHasTheOtherAndItStillLeadsThere() {
    assertThat(merge("compta", "comptabilité").statusCode()).isEqualTo(303);
    assertThat(coop.browser("bruno").get("/me/skills").body()).contains(">comptabilité</textarea>");
    assertThat(coop.browser("chloe").get("/manage/skills").body())
        .contains("3 membres")
        .contains("<td>compta</td>");
    says("bruno", "Compta, relecture");
    assertThat(coop.one("SELECT count(*) FROM member_skill s JOIN skill k ON k.id = s.skill_id"
            + " WHERE k.plain = 'comptabilite'"))
        .isEqualTo("3");
    assertThat(coop.one("SELECT count(*) FROM member_skill s JOIN skill k ON k.id = s.skill_id"
            + " WHERE k.merged_into IS NOT NULL"))
        .isEqualTo("0");
  }

  @Test
  void aWordThatIsNoSkillIsNamedAndKept() {
    var refused = merge("conta", "comptabilité");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "Aucun savoir-faire ne porte ce nom", "value=\"conta\"", "value=\"comptabilité\"");
    assertThat(merge("compta", "Compta").body()).contains("Choisissez deux mots différents");
  }

  @Test
  void ofTwentyWhoMergeBothWaysAtOnceOneDoes() {
    var answers = Together.together(
        20, i -> i % 2 == 0 ? merge("compta", "comptabilité") : merge("comptabilité", "compta"));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 303).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 422).hasSize(19);
    assertThat(coop.one("SELECT count(*) FROM member_skill WHERE sort = 'offers'"))
        .isEqualTo("4");
  }

  @Test
  void aSkillIsTiedToAnOccupationOfTheList() {
    var chloe = coop.browser("chloe");
    assertThat(chloe
            .submit("/manage/skills/occupation", "skill", "compta", "rome", "M1203")
            .statusCode())
        .isEqualTo(303);
    assertThat(chloe.get("/manage/skills?q=compt").body()).contains("M1203 Comptabilité</td>");
    assertThat(chloe
            .submit("/manage/skills/occupation", "skill", "compta", "rome", "X0000")
            .body())
        .contains("Choisissez un métier de la liste");
  }

  private HttpResponse<String> merge(String word, String into) {
    return coop.browser("chloe").submit("/manage/skills/merging", "word", word, "into", into);
  }

  private void says(String name, String offers) {
    assertThat(coop.browser(name)
            .submit("/me/skills", "offers", offers, "askable", "1")
            .statusCode())
        .isEqualTo(303);
  }
}
