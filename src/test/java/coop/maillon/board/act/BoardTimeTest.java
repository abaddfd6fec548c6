package coop.maillon.board.act;

import static coop.maillon.board.act.Hall.ADA;
import static coop.maillon.board.act.Hall.BRUNO;
import static coop.maillon.board.act.Hall.CHLOE;
import static coop.maillon.board.act.Hall.DIANE;
import static coop.maillon.board.act.Hall.EMILE;
import static coop.maillon.board.act.Hall.told;
import static coop.maillon.board.act.Hall.who;
import static coop.maillon.support.TestApp.done;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.board.AnswerStatus;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.Mode;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostKind;
import coop.maillon.board.PostStatus;
import coop.maillon.board.Shape;
import coop.maillon.member.MemberId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes of the board when nobody says anything: everything ends, and nobody can be stuck. The clock is moved by hand. */
class BoardTimeTest {

  private final Hall hall = new Hall();

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void aDeclarationIsRemindedOfAfterThreeDaysAndSevenAndALittleOneConfirmsItselfAfterFourteen() {
    var agreed = hall.agreed(BRUNO, DIANE, 120);
    told(hall.board().engagements().declare(who(DIANE), agreed, 110));
    days(2);
    assertThat(events("engagement.reminded")).isEmpty();
    days(1);
    days(1);
    assertThat(events("engagement.reminded"))
        .hasSize(1)
        .allMatch(data -> data.contains("\"members\": [3]"));
    days(3);
    days(3);
    assertThat(events("engagement.reminded")).hasSize(2);
    days(3);
    assertThat(hall.engagement(agreed).status()).isEqualTo(EngagementStatus.DECLARED);
    days(1);
    assertThat(hall.engagement(agreed).status()).isEqualTo(EngagementStatus.CONFIRMED);
    assertThat(hall.balance(DIANE)).isEqualTo(120 + 110);
    assertThat(events("engagement.settled")).hasSize(1);
    assertThat(hall.ask("SELECT actor_id IS NULL FROM transfer WHERE kind = 'help'"))
        .isEqualTo("true");
  }

  @Test
  void whatIsMoreThanAgreedOnOrMoreThanTwoHoursGoesToTheCoordinatorsInstead() {
    var more = hall.agreed(BRUNO, DIANE, 60);
    told(hall.board().engagements().declare(who(DIANE), more, 61));
    var longer = hall.agreed(BRUNO, EMILE, 200);
    told(hall.board().engagements().declare(who(EMILE), longer, 121));
    days(14);
    assertThat(hall.engagement(more).status()).isEqualTo(EngagementStatus.DISPUTED);
    assertThat(hall.engagement(longer).status()).isEqualTo(EngagementStatus.DISPUTED);
    assertThat(hall.balance(DIANE)).isEqualTo(120);
    assertThat(events("engagement.referred")).hasSize(2);
    told(hall.board().engagements().decide(who(ADA), more, 75, "le plan manquait"));
    assertThat(hall.balance(DIANE)).isEqualTo(120 + 75);
    // nobody decides the other: what was agreed on is more than what was said
    days(14);
    assertThat(hall.engagement(longer).ending().minutes()).hasValue(121);
    assertThat(hall.balance(EMILE)).isEqualTo(120 + 121);
  }

  @Test
  void aDisputeThatNobodyDecidesEndsWithTheSmallerNumberAfterFourteenDays() {
    var agreed = hall.agreed(BRUNO, DIANE, 120);
    told(hall.board().engagements().declare(who(DIANE), agreed, 150));
    told(hall.board().engagements().declare(who(BRUNO), agreed, 100));
    days(7);
    // another number keeps nobody waiting longer
    told(hall.board().engagements().declare(who(DIANE), agreed, 140));
    days(6);
    assertThat(hall.engagement(agreed).status()).isEqualTo(EngagementStatus.DISPUTED);
    days(1);
    assertThat(hall.engagement(agreed).status()).isEqualTo(EngagementStatus.CONFIRMED);
    assertThat(hall.engagement(agreed).ending().minutes()).hasValue(100);
    assertThat(hall.balance(DIANE)).isEqualTo(120 + 100);
    assertThat(events("engagement.cut")).hasSize(1);
  }

  @Test
  void onlyACoordinatorWhoIsNoPartyDecides() {
    var agreed = hall.agreed(CHLOE, DIANE, 120);
    told(hall.board().engagements().declare(who(DIANE), agreed, 150));
    told(hall.board().engagements().dispute(who(CHLOE), agreed, "une heure de route"));
    assertThat(done(hall.board().engagements().decide(who(CHLOE), agreed, 60, "moi")))
        .isInstanceOf(Outcome.Forbidden.class);
    assertThat(done(hall.board().engagements().decide(who(BRUNO), agreed, 60, "moi")))
        .isInstanceOf(Outcome.Missing.class);
    told(hall.board().engagements().decide(who(ADA), agreed, 120, "sans la route"));
    assertThat(hall.engagement(agreed).ending().reason()).isEqualTo("sans la route");
    assertThat(hall.engagement(agreed).ending().dispute()).isEqualTo("une heure de route");
    assertThat(hall.balance(DIANE)).isEqualTo(240);
  }

  @Test
  void whatWasAgreedOnAndNeverSpokenOfLapsesAfterThirtyDays() {
    var agreed = hall.agreed(BRUNO, DIANE, 120);
    days(29);
    assertThat(hall.engagement(agreed).isAgreed()).isTrue();
    days(1);
    assertThat(hall.engagement(agreed).status()).isEqualTo(EngagementStatus.CANCELLED);
    assertThat(hall.standing(BRUNO).reserved()).isZero();
    assertThat(events("engagement.lapsed")).hasSize(1);
  }

  @Test
  void aPostWarnsItsAuthorThreeDaysAndOneDayBeforeItEndsAndIsRenewedAtOnce() {
    var post = hall.post(BRUNO, Hall.asking(1, 60));
    var answer = hall.answer(DIANE, post);
    days(26);
    assertThat(events("post.expiring")).isEmpty();
    days(1);
    assertThat(events("post.expiring")).hasSize(1).allMatch(data -> data.contains("\"member\": 3"));
    told(hall.board().posts().renew(who(BRUNO), post));
    days(28);
    days(1);
    assertThat(events("post.expiring")).hasSize(3);
    days(1);
    assertThat(hall.conversation(post).post().status()).isEqualTo(PostStatus.EXPIRED);
    assertThat(hall.conversation(post).answer(answer).orElseThrow().status())
        .isEqualTo(AnswerStatus.CLOSED);
    days(10);
    assertThat(events("post.expiring")).hasSize(3);
    assertThat(events("answer.closed")).isEmpty();
    assertThat(done(hall.board().answers().propose(who(EMILE), post, "moi", Optional.empty())))
        .isInstanceOf(Outcome.Missing.class);
    assertThat(done(hall.board().posts().renew(who(BRUNO), post)))
        .isEqualTo(new Outcome.NotNow("post.expired", java.util.Set.of()));
  }

  @Test
  void aDraftEndsAfterThirtyDays() {
    var draft = told(hall.board().posts().keep(who(BRUNO), Hall.asking(1, 60), Optional.empty()))
        .post()
        .id();
    assertThat(done(hall.board().reads().find(who(DIANE), draft))).isEmpty();
    days(29);
    assertThat(hall.conversation(draft).post().status()).isEqualTo(PostStatus.DRAFT);
    days(1);
    assertThat(hall.conversation(draft).post().status()).isEqualTo(PostStatus.EXPIRED);
    assertThat(events("post.expiring")).isEmpty();
  }

  @Test
  void whoLeavesIsNeverRefusedAndLeavesNothingOpen() {
    var own = hall.post(DIANE, Hall.asking(1, 60));
    var waiting = hall.answer(BRUNO, own);
    var agreed = hall.agreed(BRUNO, DIANE, 60);
    var declared = hall.agreed(EMILE, DIANE, 60);
    told(hall.board().engagements().declare(who(DIANE), declared, 90));
    var disputed = hall.agreed(BRUNO, DIANE, 60);
    told(hall.board().engagements().declare(who(DIANE), disputed, 90));
    told(hall.board().engagements().declare(who(BRUNO), disputed, 70));
    hall.sql("UPDATE member SET state = 'left' WHERE id = " + DIANE);
    done(hall.board().departures().followUp());
    assertThat(hall.conversation(own).post().status()).isEqualTo(PostStatus.WITHDRAWN);
    assertThat(hall.conversation(own).answer(waiting).orElseThrow().isOpen()).isFalse();
    assertThat(hall.engagement(agreed).status()).isEqualTo(EngagementStatus.CANCELLED);
    assertThat(hall.engagement(declared).ending().minutes()).hasValue(60);
    assertThat(hall.engagement(disputed).ending().minutes()).hasValue(70);
    assertThat(hall.balance(DIANE)).isZero();
    assertThat(hall.sum()).isEqualTo("0");
    assertThat(hall.ask("SELECT count(*) FROM transfer WHERE kind = 'departure'"))
        .isEqualTo("1");
    done(hall.board().departures().followUp());
    assertThat(hall.ask("SELECT count(*) FROM transfer WHERE kind = 'departure'"))
        .isEqualTo("1");
  }

  @Test
  void oneOfThoseWhoAreHelpedTogetherGoesAloneAndTheOthersShareTheRest() {
    var shape = new Shape(3, Shape.Manner.TOGETHER, OptionalInt.of(60));
    var post = hall.post(BRUNO, Hall.draft(PostKind.OFFER, Mode.HOURS, shape));
    var group = hall.accept(BRUNO, hall.answer(DIANE, post));
    for (long member : List.of(EMILE, CHLOE)) {
      assertThat(hall.accept(BRUNO, hall.answer(member, post))).isEqualTo(group);
    }
    hall.sql("UPDATE member SET state = 'left' WHERE id = " + CHLOE);
    done(hall.board().departures().of(new MemberId(CHLOE)));
    told(hall.board().engagements().declare(who(BRUNO), group, 101));
    told(hall.board().engagements().confirm(who(EMILE), group, 101));
    assertThat(hall.balance(BRUNO)).isEqualTo(120 + 101);
    assertThat(hall.balance(DIANE)).isEqualTo(120 - 50);
    assertThat(hall.balance(EMILE)).isEqualTo(120 - 51);
    assertThat(hall.balance(CHLOE)).isZero();
  }

  @Test
  void helpThatIsGivenInTurnIsAnEngagementEach() {
    var shape = new Shape(2, Shape.Manner.EACH, OptionalInt.of(60));
    var post = hall.post(BRUNO, Hall.draft(PostKind.OFFER, Mode.HOURS, shape));
    var one = hall.accept(BRUNO, hall.answer(DIANE, post));
    assertThat(hall.accept(BRUNO, hall.answer(EMILE, post))).isNotEqualTo(one);
  }

  private void days(int days) {
    hall.clock().pass(Duration.ofDays(days));
    done(hall.board().clockwork().turn());
  }

  private List<String> events(String kind) {
    return hall.askAll(
        "SELECT data::text FROM outbox WHERE kind = '%s' ORDER BY id".formatted(kind));
  }
}
