package coop.maillon.board.act;

import static coop.maillon.board.act.Hall.BRUNO;
import static coop.maillon.board.act.Hall.DIANE;
import static coop.maillon.board.act.Hall.who;
import static coop.maillon.support.TestApp.done;
import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.board.AnswerId;
import coop.maillon.board.AnswerStatus;
import coop.maillon.board.Conversation;
import coop.maillon.board.Mode;
import coop.maillon.board.Outcome;
import coop.maillon.board.PostKind;
import coop.maillon.board.Shape;
import coop.maillon.db.Repeat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What many who act at the same moment may not do to the board. */
class BoardRaceTest {

  private final Hall hall = new Hall();

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void ofTwentyAcceptedAtOnceForTheLastPlaceOneHelpsAndTheOthersWaitInLine() {
    long last = hall.crowd(20);
    var post = hall.post(BRUNO, Hall.asking(1, 60));
    List<AnswerId> answers =
        IntStream.range(0, 20).mapToObj(i -> hall.answer(last - i, post)).toList();
    var outcomes =
        together(20, i -> done(hall.board().answers().accept(who(BRUNO), answers.get(i))));
    assertThat(outcomes).allMatch(Outcome::isDone);
    Conversation after = hall.conversation(post);
    assertThat(after.engagements()).hasSize(1);
    assertThat(after.answers())
        .filteredOn(one -> one.status() == AnswerStatus.WAITING)
        .hasSize(19);
    assertThat(after.line().stream().map(one -> after.inLine(one.id()))).startsWith(1, 2, 3);
    assertThat(hall.standing(BRUNO).reserved()).isEqualTo(60);
  }

  @Test
  void acceptingInParallelNeverPromisesMoreThanTheFloorAllows() {
    long last = hall.crowd(20);
    hall.balance(BRUNO);
    List<AnswerId> answers = IntStream.range(0, 20)
        .mapToObj(i -> hall.answer(last - i, hall.post(BRUNO, Hall.asking(1, 120))))
        .toList();
    var outcomes =
        together(20, i -> done(hall.board().answers().accept(who(BRUNO), answers.get(i))));
    // 120 of welcome and 600 below nothing are six times 120
    assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(6);
    assertThat(outcomes).filteredOn(Outcome.Against.class::isInstance).hasSize(14);
    assertThat(hall.standing(BRUNO).available()).isEqualTo(-600);
  }

  @Test
  void confirmingTenTimesAtOnceGivesTheTimeOnce() {
    var agreed = hall.agreed(BRUNO, DIANE, 60);
    Hall.told(hall.board().engagements().declare(who(DIANE), agreed, 90));
    var outcomes =
        together(10, i -> done(hall.board().engagements().confirm(who(BRUNO), agreed, 90)));
    assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.NotNow.class::isInstance).hasSize(9);
    assertThat(hall.ask("SELECT count(*) FROM transfer WHERE kind = 'help'")).isEqualTo("1");
    assertThat(hall.balance(DIANE)).isEqualTo(120 + 90);
    assertThat(hall.balance(BRUNO)).isEqualTo(120 - 90);
    assertThat(hall.standing(BRUNO).reserved()).isZero();
  }

  @Test
  void theSameFormSentTwentyTimesAtOnceIsOnePost() {
    var repeat = Optional.of(Repeat.posted(BRUNO, "/board", "key", "content"));
    var outcomes = together(
        20, i -> done(hall.board().posts().publish(who(BRUNO), Hall.asking(1, 60), repeat)));
    assertThat(outcomes).allMatch(Outcome::isDone);
    assertThat(hall.ask("SELECT count(*) FROM post")).isEqualTo("1");
    var other = Optional.of(Repeat.posted(BRUNO, "/board", "key", "other"));
    assertThat(done(hall.board().posts().publish(who(BRUNO), Hall.asking(1, 60), other)))
        .isInstanceOf(Outcome.Reused.class);
  }

  @Test
  void twentyWhoAreHelpedTogetherHaveOneEngagement() {
    long last = hall.crowd(20);
    var shape = new Shape(20, Shape.Manner.TOGETHER, OptionalInt.of(60));
    var post = hall.post(BRUNO, Hall.draft(PostKind.OFFER, Mode.HOURS, shape));
    List<AnswerId> answers =
        IntStream.range(0, 20).mapToObj(i -> hall.answer(last - i, post)).toList();
    together(20, i -> done(hall.board().answers().accept(who(BRUNO), answers.get(i))));
    var after = hall.conversation(post);
    assertThat(after.engagements()).hasSize(1);
    assertThat(after.engagements().get(0).receivers()).hasSize(20);
    assertThat(hall.ask("SELECT count(*) FROM reservation")).isEqualTo("20");
  }

  @Test
  void aPlaceThatIsFreedTwentyTimesAtOnceGoesToTheFirstInLineOnce() {
    long last = hall.crowd(3);
    var post = hall.post(BRUNO, Hall.asking(1, 60));
    var first = hall.accept(BRUNO, hall.answer(last, post));
    var second = hall.answer(last - 1, post);
    var third = hall.answer(last - 2, post);
    Hall.told(hall.board().answers().accept(who(BRUNO), second));
    Hall.told(hall.board().answers().accept(who(BRUNO), third));
    together(20, i -> done(hall.board().engagements().cancel(who(last), first)));
    var after = hall.conversation(post);
    assertThat(after.answer(second).orElseThrow().status()).isEqualTo(AnswerStatus.ACCEPTED);
    assertThat(after.answer(third).orElseThrow().status()).isEqualTo(AnswerStatus.WAITING);
    assertThat(after.engagements()).hasSize(2);
    assertThat(hall.standing(BRUNO).reserved()).isEqualTo(60);
  }
}
