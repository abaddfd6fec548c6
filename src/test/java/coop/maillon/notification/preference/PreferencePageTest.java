package coop.maillon.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.PostOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page on which one says what one wants to be told, without a script. */
class PreferencePageTest {

  private static final String HOME = "/me/notifications";
  private static Coop coop;

  @BeforeAll
  static void open() {
    coop = Coop.start();
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @Test
  void onlyCoordinatorsChooseForCoordinationAndGuestsHaveNoMutualHelp() {
    assertThat(page("bruno"))
        .contains("mail-bookings", "mail-offers")
        .doesNotContain("mail-coordination");
    assertThat(page("chloe")).contains("mail-coordination", "Accords à donner");
    assertThat(page("gus")).contains("mail-bookings").doesNotContain("mail-requests", "Entraide");
  }

  @Test
  void whatIsKeptForAMomentIsInNoDigestAndWhatNeedsAnAnswerAlwaysCounts() {
    var offers = page("diane").split("name=\"mail-offers\"")[1].split("</select>")[0];
    assertThat(offers).contains("now", "never").doesNotContain("digest");
    assertThat(page("diane")).doesNotContain("inbox-offers").contains("inbox-bookings");
  }

  @Test
  void whatWasChosenIsThereTheNextTimeAndWhatIsNotRightIsSaidWithWhatWasTyped() {
    var diane = coop.browser("diane");
    assertThat(diane.submit(HOME).statusCode()).isEqualTo(422);
    var refused = save("diane", "22:00", "22:00", "digest");
    assertThat(refused).contains("Une autre heure que le début", "value=\"22:00\"");
    assertThat(save("diane", "22:00", "25:00", "digest")).contains("Une heure est attendue");
    assertThat(save("diane", "23:15", "06:45", "yesterday")).contains("Rien n’est enregistré");
    assertThat(save("diane", "23:15", "06:45", "digest")).isEmpty();
    assertThat(page("diane"))
        .contains("value=\"23:15\"", "value=\"06:45\"", "<option value=\"digest\" selected>")
        .contains("Récapitulatif");
  }

  @Test
  void hoursAreThoseOfOnesOwnSite() {
    coop.sql("UPDATE member SET home_site_id = 3 WHERE email = 'emile@demo.test'");
    assertThat(page("emile")).contains("Reunion, 13:15");
    assertThat(page("bruno")).contains("Paris, 10:15");
  }

  @Test
  void itSpeaksEnglishToo() {
    assertThat(coop.browser("bruno").get(HOME + "?lang=en").body()).contains("By mail", "At once");
  }

  private static String page(String name) {
    return coop.browser(name).get(HOME).body();
  }

  /** Empty where it was saved. */
  private static String save(String name, String from, String to, String mail) {
    var form =
        PostOffice.form("quiet", "yes", "quietFrom", from, "quietTo", to, "mail-bookings", mail);
    var answer = coop.browser(name).submit(HOME, form);
    return answer.statusCode() == 303 ? "" : answer.body();
  }
}
