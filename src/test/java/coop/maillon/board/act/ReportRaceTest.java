package coop.maillon.board.act;

import static coop.maillon.board.act.Hall.ADA;
import static coop.maillon.board.act.Hall.BRUNO;
import static coop.maillon.board.act.Hall.who;
import static coop.maillon.support.TestApp.done;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.board.moderation.Came;
import coop.maillon.board.moderation.Complaint;
import coop.maillon.board.moderation.Ruling;
import coop.maillon.board.moderation.Subject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What many who report or decide at the same moment do once. */
class ReportRaceTest {

  private static final Complaint COMPLAINT =
      new Complaint("C’est une publicité.", "", Complaint.Naming.NAMELESS);

  private final Hall hall = new Hall();

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void twentyReportsAtOnceHideItOnceAndEachIsKeptOrFindsItGone() {
    long last = hall.crowd(20);
    var subject = new Subject(hall.post(BRUNO, Hall.asking(1, 60)), Optional.empty());
    var reports = hall.reports();
    var came = together(20, i -> done(reports.file(who(last - i), subject, COMPLAINT)));
    long kept = came.stream().filter(Came.DONE::equals).count();
    assertThat(kept).isGreaterThanOrEqualTo(3);
    assertThat(came).allMatch(one -> one == Came.DONE || one == Came.MISSING);
    assertThat(hall.ask("SELECT count(*) FROM report")).isEqualTo(String.valueOf(kept));
    assertThat(hall.ask("SELECT count(*) FROM moderation")).isEqualTo("1");
    assertThat(hall.ask("SELECT count(*) FROM outbox WHERE kind = 'post.hidden'"))
        .isEqualTo("1");
  }

  @Test
  void oneMemberWhoReportsTwentyTimesAtOnceIsOneReportAndHidesNothing() {
    long last = hall.crowd(1);
    var subject = new Subject(hall.post(BRUNO, Hall.asking(1, 60)), Optional.empty());
    var reports = hall.reports();
    var came = together(20, i -> done(reports.file(who(last), subject, COMPLAINT)));
    assertThat(came).filteredOn(Came.DONE::equals).hasSize(1);
    assertThat(came).filteredOn(Came.BEFORE::equals).hasSize(19);
    assertThat(hall.ask("SELECT count(*) FROM post WHERE hidden_at IS NOT NULL"))
        .isEqualTo("0");
  }

  @Test
  void twentyDecisionsAtOnceAreOneAndThoseWhoHadTheirSayDoNotHideItAgain() {
    long last = hall.crowd(4);
    var subject = new Subject(hall.post(BRUNO, Hall.asking(1, 60)), Optional.empty());
    var reports = hall.reports();
    for (int i = 0; i < 3; i++) {
      done(reports.file(who(last - i), subject, COMPLAINT));
    }
    var came = together(
        20, i -> done(reports.rule(who(ADA), subject, Ruling.RESTORE, "Conforme à la charte.")));
    assertThat(came).filteredOn(Came.DONE::equals).hasSize(1);
    assertThat(hall.ask("SELECT count(*) FROM report WHERE closed_at IS NULL")).isEqualTo("0");
    for (int i = 0; i < 4; i++) {
      done(reports.file(who(last - i), subject, COMPLAINT));
    }
    assertThat(hall.ask("SELECT count(*) FROM post WHERE hidden_at IS NOT NULL"))
        .isEqualTo("0");
  }
}
