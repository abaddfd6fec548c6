package coop.maillon.board;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.board.Transitions.Step;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing on the board can get stuck: the tables of what may become of it, walked. */
class LivesTest {

  @Test
  void everyStateThatIsNotTheLastHasAnExitByAPersonAndByTime() {
    hasExits(PostStatus.LIFE, PostStatus.class);
    hasExits(AnswerStatus.LIFE, AnswerStatus.class);
    hasExits(EngagementStatus.LIFE, EngagementStatus.class);
  }

  @Test
  void everyStateCanBeReachedAndEachActLeadsToOne() {
    isWhole(PostStatus.LIFE, EnumSet.allOf(PostStatus.class), PostStatus.DRAFT);
    isWhole(AnswerStatus.LIFE, EnumSet.allOf(AnswerStatus.class), AnswerStatus.PROPOSED);
    isWhole(EngagementStatus.LIFE, EnumSet.allOf(EngagementStatus.class), EngagementStatus.AGREED);
  }

  @Test
  void whatIsNotInTheTableIsNotPossible() {
    assertThat(PostStatus.LIFE.after(PostStatus.RESOLVED, PostStatus.Act.RENEW)).isEmpty();
    assertThat(EngagementStatus.LIFE.after(EngagementStatus.AGREED, EngagementStatus.Act.CONFIRM))
        .isEmpty();
    assertThat(AnswerStatus.LIFE.possible(AnswerStatus.DECLINED)).isEmpty();
    assertThat(PostStatus.LIFE.possible(PostStatus.DRAFT))
        .containsExactlyInAnyOrder(
            PostStatus.Act.CHANGE, PostStatus.Act.PUBLISH, PostStatus.Act.WITHDRAW);
  }

  private static <S extends Enum<S>, A extends Enum<A>> void hasExits(
      Transitions<S, A> life, Class<S> states) {
    for (S state : states.getEnumConstants()) {
      if (!life.isFinal(state)) {
        assertThat(leavers(life, state, Transitions.By.PERSON))
            .as(state + " by a person")
            .isNotEmpty();
        assertThat(leavers(life, state, Transitions.By.TIME))
            .as(state + " by time")
            .isNotEmpty();
      }
    }
  }

  private static <S extends Enum<S>, A extends Enum<A>> Set<S> leavers(
      Transitions<S, A> life, S state, Transitions.By by) {
    return life.steps().stream()
        .filter(step -> step.from() == state && step.by() == by && step.to() != state)
        .map(Step::to)
        .collect(Collectors.toSet());
  }

  private static <S extends Enum<S>, A extends Enum<A>> void isWhole(
      Transitions<S, A> life, Set<S> states, S first) {
    Set<S> reached = life.steps().stream().map(Step::to).collect(Collectors.toSet());
    reached.add(first);
    assertThat(reached).isEqualTo(states);
    assertThat(life.steps().stream().map(step -> step.from() + " " + step.act()).toList())
        .as("an act from a state leads to one state")
        .doesNotHaveDuplicates();
  }
}
