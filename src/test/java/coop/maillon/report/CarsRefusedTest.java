package coop.maillon.report;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.WithCoop;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether another car would help more, or a bigger charger. It is 8 December 2026. */
class CarsRefusedTest extends WithCoop {

  @BeforeEach
  void forget() {
    coop.sql("DELETE FROM refusal");
  }

  private static void refused(String slug, String rule, int often) {
    coop.sql("""
        INSERT INTO refusal (at, resource_id, rule, starts_at, ends_at)
        SELECT timestamptz '2026-12-01T09:00:00Z' + (n / 10) * interval '1 day', r.id, '%s',
               '2026-12-20T09:00:00Z', '2026-12-20T10:00:00Z'
          FROM resource r, generate_series(1, %d) n WHERE r.slug = '%s'
        """.formatted(rule, often, slug));
  }

  private static String reads(String query) {
    var page = coop.browser("chloe").get("/manage/reports" + query);
    return Jsoup.parse(page.body()).text().replace('\u00a0', ' ');
  }

  @Test
  void moreRefusedForOverlapAskForAnotherCar() {
    refused("zoe-bleue", "taken", 5);
    refused("e208-verte", "range-self", 1);
    refused("zoe-bleue", "breaks-later", 2);
    refused("salle-loire", "taken", 40);

    assertThat(reads("?kind=vehicle"))
        .contains("Voitures : prises, ou pas assez chargées", "Déjà prises 5 refus")
        .contains("Pas assez de charge pour le trajet 3 refus")
        .contains("une voiture de plus aiderait davantage qu’une borne plus puissante");
  }

  @Test
  void moreRefusedForChargeAskForABiggerCharger() {
    refused("zoe-bleue", "taken", 1);
    refused("zoe-bleue", "range-self", 4);

    assertThat(reads(""))
        .contains("une borne plus puissante aiderait davantage qu’une voiture de plus");
  }

  @Test
  void whereNobodyWasRefusedNothingIsMissingAndOfRoomsNothingIsSaid() {
    assertThat(reads("?kind=vehicle")).contains("ni voiture ni borne ne manquent");
    assertThat(reads("?kind=space")).doesNotContain("Voitures : prises");
  }
}
