package coop.maillon.notification;

import static coop.maillon.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import coop.maillon.support.PickyPost;
import coop.maillon.support.PostOffice;
import coop.maillon.support.TestApp;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of mail that is not taken: for a while, or for good. */
class DeadLetterTest {

  private static final List<String> PEOPLE = List.of("bruno", "diane", "emile", "chloe");

  @Test
  void whatIsWrittenWhileTheServerIsDownArrivesOnceWhenItIsUp() {
    try (var post = PostOffice.open()) {
      post.server().stop();
      for (int i = 0; i < 24; i++) {
        book(post.coop(), i);
      }
      soon(
          "all have failed once",
          () -> count(post, "tries = 1 AND problem <> ''").equals("24"));
      assertThat(post.coop().browser("ada").get("/manage/mail").body())
          .contains("24 courriels attendent", "1 essai");
      post.server().start();
      post.coop().clock().pass(Duration.ofSeconds(61));
      post.settle();
      soon("all have left", () -> count(post, "sent_at IS NOT NULL").equals("24"));
      assertThat(List.of(post.server().getReceivedMessages()))
          .extracting(DeadLetterTest::number)
          .hasSize(24)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void anAddressThatIsRefusedForGoodEndsAmongTheDeadLettersAndKeepsNobodyElse() {
    try (var picky = new PickyPost();
        var coop = Coop.start(Map.of("MAILLON_MAIL_URL", "smtp://127.0.0.1:" + picky.port()))) {
      picky.refuse(Coop.BRUNO);
      book(coop, 0);
      book(coop, 1);
      soon("the other's arrived", () -> picky.taken().equals(List.of(Coop.DIANE)));
      soon(
          "Bruno's is given up",
          () -> coop.one("SELECT count(*) FROM mail WHERE dead_at IS NOT NULL").equals("1"));
      coop.clock().pass(Duration.ofDays(2));
      var ada = coop.browser("ada");
      assertThat(ada.get("/manage/mail").body())
          .contains(Coop.BRUNO, "Abandonné après 1", "550 5.1.1 no such person here")
          .doesNotContain(Coop.DIANE);
      picky.accept(Coop.BRUNO);
      ada.submit("/manage/mail/retry");
      soon("it arrived", () -> picky.taken().equals(List.of(Coop.DIANE, Coop.BRUNO)));
      soon("nothing is left", () -> ada.get("/manage/mail").body().contains("Tout est parti"));
    }
  }

  @Test
  void whatIsUnderWayForTheSecondTimeLeavesOnceThoughSomebodyAsksToTryAgain() {
    try (var picky = new PickyPost();
        var coop = Coop.start(Map.of("MAILLON_MAIL_URL", "smtp://127.0.0.1:" + picky.port()));
        var other = TestApp.on(coop.database(), Map.of("MAILLON_MAIL_URL", "smtp://127.0.0.1:1"))) {
      picky.busy(true);
      book(coop, 0);
      soon(
          "it failed",
          () -> coop.one("SELECT count(*) FROM mail WHERE problem <> ''").equals("1"));
      picky.busy(false);
      picky.thinkAboutTheNext();
      coop.clock().pass(Duration.ofMinutes(3));
      coop.browser("ada").submit("/manage/mail/retry");
      soon("it is under way", picky::isThinking);
      String until = coop.one("SELECT not_before FROM mail");
      TestApp.done(other.app().notifications().mails().tryAgain());
      String later = coop.one("SELECT not_before FROM mail");
      picky.goOn();
      assertThat(later).isEqualTo(until);
      soon("it left", () -> coop.one("SELECT sent_at IS NOT NULL FROM mail").equals("t"));
      assertThat(picky.taken()).containsExactly(Coop.BRUNO);
    }
  }

  private static void book(Coop coop, int number) {
    var answer = coop.as(PEOPLE.get(number % PEOPLE.size()))
        .book(
            "bureaux-calmes",
            "2026-12-%02dT09:00:00+01:00".formatted(10 + number / 4),
            "2026-12-%02dT10:00:00+01:00".formatted(10 + number / 4));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static String count(PostOffice post, String which) {
    return post.coop().one("SELECT count(*) FROM mail WHERE " + which);
  }

  private static String number(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
