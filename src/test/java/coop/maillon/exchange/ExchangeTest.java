package coop.maillon.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.FileForm;
import coop.maillon.support.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {

  private Coop coop;
  private FileForm chloe;

  @BeforeEach
  void open() {
    coop = Coop.start();
    chloe = new FileForm(coop, "chloe");
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void resourcesComeFromATableOnceLookedAt() {
    var shown = chloe.bring("resources", "", """
        slug;name;kind;site;capacity;units
        atelier-bois;Atelier bois;space;lyon;4;1
        perceuses;"Perceuses; grandes";equipment;lyon;;3
        """);
    assertThat(coop.browser("chloe").get(shown).body()).contains("2 à importer", "aucun refus");
    assertThat(count("resource WHERE slug = 'atelier-bois'")).isEqualTo("0");
    assertThat(chloe.apply(shown).body()).contains("2 importés");
    assertThat(coop.one("SELECT name FROM resource WHERE slug = 'perceuses'"))
        .isEqualTo("Perceuses; grandes");
    assertThat(count("unit u JOIN resource r ON r.id = u.resource_id WHERE r.slug = 'perceuses'"))
        .isEqualTo("3");
  }

  @Test
  void oneWrongRowAndNothingComesIn() {
    var shown = chloe.bring("resources", "", """
        slug,name,kind,site
        atelier-bois,Atelier bois,space,lyon
        salle-loire,Encore la Loire,space,lyon
        kiosque,Kiosque,space,grenoble
        """);
    assertThat(coop.browser("chloe").get(shown).body()).contains("Rien à importer", "2 refus");
    assertThat(chloe.seal(shown)).isEmpty();
    assertThat(chloe.apply(shown, "whatever").statusCode()).isEqualTo(409);
    assertThat(count("resource WHERE slug IN ('atelier-bois', 'kiosque')")).isEqualTo("0");
  }

  @Test
  void membersAreInvitedByMailAllOrNone() {
    var table =
        "email,name,role\nzoe@coop.test,Zoé Blanc,member\nyann@coop.test,Yann Le Goff,guest\n";
    var shown = chloe.bring("members", "", table);
    assertThat(chloe.apply(shown).body()).contains("2 importés");
    assertThat(count("mail WHERE recipient IN ('zoe@coop.test', 'yann@coop.test')"))
        .isEqualTo("2");
    var again = chloe.bring("members", "", table + "xavier@coop.test,Xavier Roy,member\n");
    assertThat(coop.browser("chloe").get(again).body()).contains("Cette adresse a déjà un compte");
    assertThat(chloe.seal(again)).isEmpty();
    var rights = chloe.bring("members", "", "email,name,role\neve@coop.test,Ève,administrator\n");
    assertThat(coop.browser("chloe").get(rights).body()).contains("Ce n’est pas à vous");
  }

  @Test
  void bookingsComeAndGoByTheSameColumns() {
    var shown = chloe.bring("bookings", "", """
        resource,start,end,title,member
        salle-loire,2027-03-28T14:00,2027-03-28T15:00,Fermé le dimanche,
        """);
    assertThat(coop.browser("chloe").get(shown).body()).contains("Rien à importer");
    var fine = chloe.bring("bookings", "", """
        resource,start,end,title,member
        salle-loire,2027-03-29T14:00,2027-03-29T15:00,=1+1,bruno@demo.test
        salle-loire,2027-10-30T14:00+02:00,2027-10-30T15:00+02:00,Après,
        """);
    assertThat(chloe.apply(fine).body()).contains("2 importés");
    var out = coop.browser("chloe").get("/manage/exchange/bookings.csv").body();
    assertThat(out)
        .startsWith("\ufeffresource,start,end,title,member,private,status,id\r\n")
        .contains(
            "salle-loire,2027-03-29T14:00+02:00,2027-03-29T15:00+02:00,'=1+1,bruno@demo.test,false,confirmed,");
    coop.sql("DELETE FROM occupancy", "DELETE FROM booked", "DELETE FROM booking");
    assertThat(chloe.apply(chloe.bring("bookings", "", out)).body()).contains("2 importés");
    assertThat(count("booking WHERE title = '=1+1'")).isEqualTo("1");
  }

  @Test
  void ofTwentyClicksAtOnceOneBringsTheBookingsOfAPool() {
    var shown = chloe.bring("bookings", "", """
        resource,start,end,title,member
        videoprojecteur,2027-03-29T14:00,2027-03-29T15:00,Projection,
        """);
    var seal = chloe.seal(shown);
    Together.together(20, i -> chloe.apply(shown, seal));
    assertThat(count("booking WHERE title = 'Projection'")).isEqualTo("1");
  }

  @Test
  void whoeverCoordinatesElsewhereTakesNothingOfThisSite() {
    coop.as("bruno").book("salle-loire", "2027-03-29T12:00:00Z", "2027-03-29T13:00:00Z");
    assertThat(coop.browser("paula").get("/manage/exchange/bookings.csv").body())
        .doesNotContain("salle-loire");
    assertThat(coop.browser("chloe").get("/manage/exchange/resources.csv").body())
        .contains("salle-loire,Salle Loire,space,lyon,12,1,");
  }

  private String count(String of) {
    return coop.one("SELECT count(*) FROM " + of);
  }
}
