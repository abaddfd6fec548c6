package coop.maillon.calendar;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.TestDatabase;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Exports as MRBS, Google and Outlook write them, made for this test; NAME.dates has what python3-icalendar and
 * python3-dateutil make of NAME.ics (expand.py).
 */
class CalendarImportTest {

  private static final Path FILES = Path.of("src/test/resources/calendar");
  private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([^\"]+)\"");

  private Coop coop;

  @BeforeEach
  void open() {
    coop = Coop.start();
  }

  @AfterEach
  void close() {
    coop.close();
  }

  @Test
  void eachDateOfAnMrbsExportBecomesABookingAtItsHour() throws Exception {
    everyDateComes("mrbs", "salle-loire");
  }

  @Test
  void eachDateOfAGoogleExportBecomesABookingAtItsHour() throws Exception {
    everyDateComes("google", "bureaux-calmes");
  }

  @Test
  void anOutlookExportIsReadByItsWindowsZone() throws Exception {
    everyDateComes("outlook", "salle-loire");
  }

  private void everyDateComes(String name, String resource) throws Exception {
    var expected = Files.readAllLines(FILES.resolve(name + ".dates"));
    var shown = brought(name, resource);
    assertThat(bookings()).as("looking books nothing").isEmpty();
    var applied = apply(shown, seal(shown));
    assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
    assertThat(bookings()).containsExactlyInAnyOrderElementsOf(expected);
    System.out.println(
        name + ": " + bookings().size() + " bookings, hours equal the source's " + expected.size());
    assertThat(coop.one("SELECT count(*) FROM mail")).as("nobody is written to").isEqualTo("0");
    var again = brought(name, resource);
    assertThat(coop.browser("chloe").get(again).body())
        .contains("Déjà là")
        .doesNotContain("name=\"seal\"");
  }

  @Test
  void whatIsTakenIsRefusedByItsDateAndTheOthersCome() throws Exception {
    coop.as("bruno").book("salle-loire", "2027-03-22T09:30:00Z", "2027-03-22T10:00:00Z");
    var shown = brought("outlook", "salle-loire");
    assertThat(coop.browser("chloe").get(shown).body())
        .contains("3 dates, 1 refusée", "lundi 22 mars, 10:00–11:00 (déjà pris)");
    apply(shown, seal(shown));
    assertThat(bookings()).hasSize(4);
  }

  @Test
  void whereSomethingChangedSinceItWasShownNothingIsImported() throws Exception {
    var shown = brought("mrbs", "salle-loire");
    var seal = seal(shown);
    coop.as("bruno").book("salle-loire", "2027-02-01T16:30:00Z", "2027-02-01T17:00:00Z");
    var applied = apply(shown, seal);
    assertThat(applied.statusCode()).isEqualTo(409);
    assertThat(applied.body()).contains("Rien n’a été importé", "déjà pris");
    assertThat(bookings()).hasSize(1);
  }

  @Test
  void onlyWhoeverCoordinatesTheResourceAndBroughtTheFileSeesWhatItDoes() throws Exception {
    var shown = brought("outlook", "salle-loire");
    assertThat(coop.browser("ada").get(shown).statusCode()).isEqualTo(404);
    assertThat(coop.browser("bruno").get(shown).statusCode()).isEqualTo(403);
    var elsewhere = upload("paula", "outlook", "salle-loire");
    assertThat(coop.browser("paula").get(elsewhere).body())
        .contains("Choisissez une ressource que vous coordonnez")
        .doesNotContain("name=\"seal\"");
  }

  @Test
  void aFileThatIsNoTextIsRefusedInWords() throws Exception {
    for (var charset : List.of(UTF_16, UTF_16LE)) {
      var answer = send("chloe", "BEGIN:VCALENDAR".getBytes(charset), "salle-loire");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("Ce fichier n’est pas un texte", "UTF-8");
    }
  }

  private List<String> bookings() {
    return TestDatabase.ask(coop.database(), """
        SELECT to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') || ' ' ||
               to_char(ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') || ' ' || title
          FROM booking
        """).stream().map(String::strip).toList();
  }

  private String brought(String name, String resource) throws Exception {
    return upload("chloe", name, resource);
  }

  private String seal(String shown) {
    var page = coop.browser("chloe").get(shown).body();
    var found = SEAL.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> apply(String shown, String seal) {
    return coop.browser("chloe").post(shown + "/apply", "seal", seal);
  }

  /** Sends the file as the form does; answers where it is shown. */
  private String upload(String who, String name, String resource)
      throws IOException, InterruptedException {
    var answer = send(who, Files.readAllBytes(FILES.resolve(name + ".ics")), resource);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> send(String who, byte[] file, String resource)
      throws IOException, InterruptedException {
    var head = field("sort", "calendar") + field("resource", resource)
        + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ics\""
        + "\r\nContent-Type: text/calendar\r\n\r\n";
    var body = Buffer.buffer(head).appendBytes(file).appendString("\r\n--edge--\r\n");
    var request = HttpRequest.newBuilder(coop.app().at("/manage/exchange"))
        .header("Cookie", "sid=session-" + who)
        .header("Origin", coop.app().at("").toString())
        .header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", "multipart/form-data; boundary=edge")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes()))
        .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String field(String name, String value) {
    return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
        + "\r\n";
  }
}
