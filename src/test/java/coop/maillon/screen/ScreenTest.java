package coop.maillon.screen;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScreenTest {

  private static final Pattern LINK = Pattern.compile("http://[^/]+(/screen/[^\"]+)");

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
    var day = coop.clock().instant().toString().substring(0, 11);
    coop.as("bruno").book("salle-loire", day + "13:00:00Z", day + "14:00:00Z");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void theDoorShowsTodayWithoutSigningInAndNobodyByName() {
    var door = coop.anybody().get(link("resource", "salle-loire", "none")).body();
    assertThat(door)
        .contains("Salle Loire", "Libre", "14:00–15:00", "Réservé")
        .doesNotContain("Bruno");
  }

  @Test
  void theHallShowsEveryPlaceAndFirstNamesWhereThatWasChosen() {
    var hall = coop.anybody().get(link("site", "lyon", "first")).body();
    assertThat(hall).contains("Salle Loire", "Salle Rhône", "Bruno").doesNotContain("Faure");
  }

  @Test
  void aLinkThatWasClosedOrIsOfAnotherPlaceShowsNothing() {
    var link = link("resource", "salle-loire", "none");
    assertThat(coop.anybody().get(link.replace("salle-loire", "salle-rhone")).statusCode())
        .isEqualTo(404);
    assertThat(coop.browser("paula").post("/manage/screens/1/revocation").statusCode())
        .isEqualTo(404);
    coop.browser("chloe").post("/manage/screens/1/revocation");
    assertThat(coop.anybody().get(link).statusCode()).isEqualTo(404);
  }

  private String link(String sort, String slug, String names) {
    var id = coop.one("SELECT id FROM " + sort + " WHERE slug = '" + slug + "'");
    var page = coop.browser("chloe")
        .post("/manage/screens", "what", sort + ":" + id, "label", "Porte", "names", names)
        .body();
    var found = LINK.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1).replace("&amp;", "&").replace("&#x3D;", "=");
  }
}
