package coop.maillon.vehicle.damage;

import static coop.maillon.support.Together.together;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.picture.Files;
import coop.maillon.picture.Pictures;
import coop.maillon.support.PictureForm;
import coop.maillon.vehicle.handover.Kerb;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is sent as a picture of damage and is none: refused in words, with all that was typed, and the server answers on. */
class BadPicturesTest {

  private static final String PAGE = "/vehicles/zoe-bleue/damage";
  private static Kerb kerb;

  @BeforeAll
  static void open() {
    kerb = new Kerb();
  }

  @AfterAll
  static void close() {
    kerb.close();
  }

  @Test
  void eachIsRefusedInWordsAndWhatWasTypedIsKept() {
    bad().forEach((why, file) -> {
      var answer = sent(file);
      assertThat(answer.statusCode()).as(why).isEqualTo(422);
      var page = Jsoup.parse(answer.body());
      assertThat(page.select("#photo-problem").text()).contains(why);
      assertThat(page.select("[name=what]").val()).isEqualTo("Aile enfoncée");
      assertThat(page.select("[name=place]").val()).isEqualTo("avant droit");
      assertThat(page.select("[name=severity][checked]").val()).isEqualTo("repair");
    });
    assertThat(kerb.count("vehicle_damage")).isEqualTo("0");
    assertThat(kerb.coop.browser("bruno").get("/").statusCode()).isEqualTo(200);
    System.out.println(
        bad().size() + " sorts of bad pictures over HTTP: 422 each, what was typed kept");
  }

  @Test
  void aBombIsTakenForWhatItShows() {
    var bomb = Files.with(
        Files.black(64, 64, 64),
        "zTXt",
        Files.joined("Comment\0\0".getBytes(US_ASCII), Files.deflated(200_000_000L)));
    assertThat(sent(bomb).statusCode()).isEqualTo(303);
    kerb.coop.empty("vehicle_damage");
  }

  @Test
  void fiveAreOneTooMany() {
    var form = new PictureForm(kerb.coop, "bruno").with("severity", "repair", "what", "Aile");
    for (int i = 0; i < 5; i++) {
      form.picture(Files.drawn("jpeg", 60, 40));
    }
    var answer = form.send(PAGE);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Kerb.text(answer)).contains("Quatre photos au plus");
  }

  @Test
  void whatIsTooMuchForAnyFormIsNotRead() {
    assertThat(sent(new byte[41 * 1024 * 1024]).statusCode()).isEqualTo(413);
  }

  @Test
  void twentyAtOnceAreAllAnsweredAndTheServerAnswersOn() {
    var files = List.copyOf(bad().values());
    var answers = together(20, i -> sent(files.get(i % files.size())).statusCode());
    assertThat(answers).allMatch(status -> status == 422 || status == 503);
    assertThat(sent(Files.drawn("jpeg", 60, 40)).statusCode()).isEqualTo(303);
    kerb.coop.empty("vehicle_damage");
  }

  private static Map<String, byte[]> bad() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("plus de 8 Mio", new byte[Pictures.LARGEST + 1]);
    files.put("trop de pixels", Files.black(10_000, 10_000, 1));
    files.put("ni une photo JPEG ni une image PNG", "<svg onload='x()'/>".getBytes(US_ASCII));
    files.put(
        "autre chose qu’une photo",
        Files.joined(Files.drawn("jpeg", 60, 40), "<script>alert(1)</script>".getBytes(US_ASCII)));
    files.put("ne se lit pas", Files.black(64, 64, 0));
    return files;
  }

  private static HttpResponse<String> sent(byte[] file) {
    return new PictureForm(kerb.coop, "bruno")
        .with("severity", "repair", "what", "Aile enfoncée", "place", "avant droit")
        .picture(file)
        .send(PAGE);
  }
}
