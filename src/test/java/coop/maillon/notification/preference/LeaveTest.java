package coop.maillon.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.PostOffice;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One click stops mails of one topic: by the mail program (RFC 8058), or by the page behind the link. */
class LeaveTest {

  private static final Pattern HEADER =
      Pattern.compile("List-Unsubscribe: <http://[^/]+(/unsubscribe/[\\w.-]+)>");

  private PostOffice post;
  private Coop coop;

  @BeforeEach
  void open() {
    post = PostOffice.open();
    coop = post.coop();
  }

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void aMailProgramStopsThemByOneRequestWithoutSigningIn() {
    book("salle-loire");
    var link = linkIn(newest());
    assertThat(PostOffice.text(newest())).contains(link, "/me/notifications", "Mes réservations");
    var answer = coop.anybody().post(link, "List-Unsubscribe", "One-Click");
    assertThat(answer.statusCode()).as("no redirection").isEqualTo(200);
    assertThat(answer.body()).contains("ces courriels s’arrêtent", "Mes réservations");
    book("salle-rhone");
    assertThat(post.to("bruno")).hasSize(1);
    assertThat(coop.browser("bruno").get("/inbox").body()).contains("Salle Rhône");
  }

  @Test
  void aMailProgramMaySendItsFieldInParts() {
    book("salle-loire");
    var parts =
        "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
    var answer = coop.app()
        .send(HttpRequest.newBuilder(coop.app().at(linkIn(newest())))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(parts))
            .build());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("ces courriels s’arrêtent");
  }

  @Test
  void openingTheLinkStopsNothingTheButtonDoesAndAnotherTakesItBack() {
    book("salle-loire");
    var link = linkIn(newest());
    assertThat(coop.anybody().get(link).body())
        .contains("Ne plus recevoir ces courriels", "Plutôt dans le récapitulatif");
    book("salle-rhone");
    assertThat(post.to("bruno")).hasSize(2);
    assertThat(coop.anybody().submit(link, "choice", "never").statusCode()).isEqualTo(303);
    assertThat(coop.anybody().get(link).body()).contains("ces courriels s’arrêtent", "à nouveau");
    book("salle-saone");
    assertThat(post.to("bruno")).hasSize(2);
    coop.anybody().submit(link, "choice", "now");
    book("salle-fourviere-nord");
    assertThat(post.to("bruno")).hasSize(3);
  }

  @Test
  void aLinkIsGoodForOnePersonAndOneTopicOnly() {
    book("salle-loire");
    var parts = linkIn(newest()).substring("/unsubscribe/".length()).split("\\.");
    var other = Long.parseLong(parts[0]) + 1;
    assertGone(other + "." + parts[1] + "." + parts[2]);
    assertGone(parts[0] + ".closures." + parts[2]);
    assertGone(parts[0] + "." + parts[1] + ".AAAA");
    assertGone(parts[0] + "." + parts[1]);
    assertGone("gone");
    assertThat(coop.one("SELECT count(*) FROM preference")).isEqualTo("0");
  }

  private void assertGone(String token) {
    assertThat(coop.anybody().get("/unsubscribe/" + token).statusCode()).isEqualTo(410);
    var posted = coop.anybody().post("/unsubscribe/" + token, "List-Unsubscribe", "One-Click");
    assertThat(posted.statusCode()).isEqualTo(410);
  }

  @Test
  void theLinkOfADigestStopsAllThatDigestsBring() {
    post.prefer("bruno", "mail-bookings", "digest", "mail-closures", "digest");
    book("salle-loire");
    coop.clock().set(Instant.parse("2026-12-09T07:00:00Z"));
    post.settle();
    var link = linkIn(newest());
    assertThat(PostOffice.text(newest())).contains("Récapitulatifs", link);
    coop.anybody().post(link, "List-Unsubscribe", "One-Click");
    assertThat(
            coop.one(
                "SELECT choices -> 'bookings' ->> 'mail' || (choices -> 'closures' ->> 'mail') FROM preference"))
        .isEqualTo("nevernever");
    assertThat(coop.anybody().get(link).body()).contains("ces courriels s’arrêtent");
  }

  @Test
  void aLetterThatSomebodyWaitsForHasNoSuchLink() {
    coop.anybody().post("/password", "email", Coop.BRUNO);
    post.settle();
    assertThat(PostOffice.raw(newest())).doesNotContain("List-Unsubscribe", "/unsubscribe/");
  }

  private void book(String resource) {
    var answer =
        coop.as("bruno").book(resource, "2026-12-15T09:00:00+01:00", "2026-12-15T10:00:00+01:00");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    post.settle();
  }

  private MimeMessage newest() {
    var mails = post.to("bruno");
    return mails.get(mails.size() - 1);
  }

  private static String linkIn(MimeMessage mail) {
    var raw = PostOffice.raw(mail).replaceAll("\r\n[ \t]+", " ");
    assertThat(raw).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    Matcher found = HEADER.matcher(raw.replace("List-Unsubscribe:  <", "List-Unsubscribe: <"));
    assertThat(found.find()).as(raw).isTrue();
    return found.group(1);
  }
}
