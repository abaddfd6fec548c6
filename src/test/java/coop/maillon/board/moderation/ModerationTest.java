package coop.maillon.board.moderation;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.BoardThings;
import coop.maillon.support.Coop;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What members report, what others no longer see, what coordinators decide and what its author reads of it. */
class ModerationTest {

  private static Coop coop;

  @BeforeAll
  static void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @Test
  void threeReportsHideAPostUntilACoordinatorHasSeenItAndItsAuthorReadsWhy() {
    String post = "/board/" + BoardThings.post(coop);
    assertThat(page("diane", post)).contains(post + "/report");
    submits(422, "diane", post + "/report", "reason", " ");
    submits(303, "diane", post + "/report", "reason", "C’est une publicité.", "named", "1");
    submits(303, "diane", post + "/report", "reason", "Encore moi.");
    submits(303, "emile", post + "/report", "reason", "Hors sujet.", "wish", "La retirer.");
    page("paula", post);
    submits(303, "paula", post + "/report", "reason", "Trop long.");
    assertThat(coop.browser("emile").get(post).statusCode()).isEqualTo(404);
    assertThat(page("bruno", post))
        .contains("trois membres l’ont signalée", "de Diane Roussel", "Hors sujet.")
        .doesNotContain("Émile Garnier", "Emile Garnier", "Encore moi.");
    restored(post);
  }

  private static void restored(String post) {
    String queue = page("chloe", "/manage/moderation");
    assertThat(queue).contains("Remonter un établi", "ne souhaite pas être nommé·e", "La retirer.");
    String act = "/manage/moderation/posts/" + post.substring("/board/".length());
    submits(403, "bruno", act, "act", "restore", "reason", "Elle est bien.");
    submits(422, "chloe", act, "act", "restore", "reason", "");
    submits(303, "chloe", act, "act", "restore", "reason", "Elle respecte la charte.");
    assertThat(page("emile", post)).contains("Remonter un établi").doesNotContain("charte");
    assertThat(page("bruno", post)).contains("Elle respecte la charte.");
    soon("the author's trail", () -> page("bruno", "/me/audit").contains("remise en ligne"));
    soon("the author's inbox", () -> page("bruno", "/inbox").contains("de nouveau en ligne"));
    soon("a reporter's inbox", () -> page("emile", "/inbox").contains("Votre signalement"));
  }

  @Test
  void anAnswerIsHiddenByACoordinatorFromAllButWhoeverWroteIt() {
    String answer = BoardThings.answer(coop);
    String post = "/board/" + coop.one("SELECT post_id FROM answer WHERE id = " + answer);
    submits(303, "bruno", post + "/report", "answer", answer, "reason", "Il insiste.");
    submits(
        303,
        "chloe",
        "/manage/moderation/answers/" + answer,
        "act",
        "hide",
        "reason",
        "Ton blessant.");
    assertThat(page("bruno", post)).doesNotContain("Je viens.");
    assertThat(page("diane", post)).contains("Je viens.", "Ton blessant.");
    submits(404, "bruno", "/board/answers/" + answer + "/acceptance");
  }

  @Test
  void nobodyJudgesAReportOfTheirOwnOrAboutThemselves() {
    String id = BoardThings.post(coop);
    coop.sql("UPDATE post SET title = 'Affaire de Chloé' WHERE id = " + id);
    submits(403, "bruno", "/board/" + id + "/report", "reason", "Je me signale.");
    submits(303, "chloe", "/board/" + id + "/report", "reason", "Je doute.");
    assertThat(page("chloe", "/manage/moderation")).doesNotContain("Affaire de Chloé");
    assertThat(page("paula", "/manage/moderation")).doesNotContain("Affaire de Chloé");
    String act = "/manage/moderation/posts/" + id;
    submits(403, "chloe", act, "act", "hide", "reason", "Je tranche.");
    submits(403, "paula", act, "act", "hide", "reason", "Je tranche.");
    assertThat(page("ada", "/manage/moderation")).contains("Affaire de Chloé");
    submits(303, "ada", act, "act", "dismiss", "reason", "Rien à redire.");
    assertThat(page("emile", "/board/" + id)).contains("Affaire de Chloé");
    submits(303, "ada", act, "act", "dismiss", "reason", "Rien à redire.");
    assertThat(coop.one("SELECT count(*) FROM moderation WHERE post_id = " + id))
        .isEqualTo("1");
  }

  private static String page(String name, String path) {
    var answer = coop.browser(name).get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static void submits(int status, String name, String path, String... fields) {
    var answer = coop.browser(name).submit(path, fields);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
  }
}
