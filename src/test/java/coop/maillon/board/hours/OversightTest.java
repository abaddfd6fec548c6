package coop.maillon.board.hours;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.BoardThings;
import coop.maillon.support.Coop;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What coordinators do about hours that are not theirs, and how far an administrator lets accounts go. */
class OversightTest {

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
  void hoursThatWereGivenAreTakenBackOnceWithAReasonThatBothRead() {
    String deal = BoardThings.engagement(coop);
    submits(303, "bruno", "/board/engagements/" + deal + "/confirmation", "minutes", "60");
    assertThat(page("chloe", "/manage/hours")).contains("Diane Roussel pour Bruno Faure");
    assertThat(page("paula", "/manage/hours")).doesNotContain("Diane Roussel pour Bruno Faure");
    String reversal = "/manage/hours/engagements/" + deal + "/reversal";
    submits(422, "chloe", reversal, "reason", "");
    submits(403, "bruno", reversal, "reason", "Non.");
    submits(303, "chloe", reversal, "reason", "Saisi deux fois.");
    submits(303, "chloe", reversal, "reason", "Saisi deux fois.");
    assertThat(page("diane", "/me/hours")).contains("Saisi deux fois.", "repris ensuite");
    assertThat(coop.one("SELECT count(*) FROM transfer WHERE reverses IS NOT NULL"))
        .isEqualTo("1");
  }

  @Test
  void aDisputeIsListedUntilItIsDecidedAndStandsFirstOnTheBoard() {
    String deal = BoardThings.engagement(coop);
    submits(
        303, "bruno", "/board/engagements/" + deal + "/declaration", "hours", "2", "minutes", "0");
    assertThat(page("chloe", "/manage/hours")).contains("Remonter un établi");
    assertThat(page("chloe", "/board")).contains("Un désaccord à trancher");
    assertThat(page("emile", "/board")).doesNotContain("Un désaccord à trancher");
    submits(
        303,
        "chloe",
        "/board/engagements/" + deal + "/decision",
        "hours",
        "1",
        "minutes",
        "0",
        "reason",
        "Vu sur place.");
    assertThat(page("chloe", "/manage/hours")).contains("Aucun désaccord n’attend.");
  }

  @Test
  void anAdministratorSaysHowFarAccountsGo() {
    assertThat(page("chloe", "/manage/hours")).doesNotContain("Plancher (heures");
    submits(403, "chloe", "/manage/hours/limits", "floor", "5", "welcome", "2");
    submits(422, "ada", "/manage/hours/limits", "floor", "-3", "welcome", "2");
    submits(303, "ada", "/manage/hours/limits", "floor", "5", "ceiling", "40", "welcome", "2");
    assertThat(page("emile", "/me/hours")).contains("−\u00a05\u00a0h");
    submits(303, "ada", "/manage/hours/limits", "floor", "10", "ceiling", "", "welcome", "2");
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
