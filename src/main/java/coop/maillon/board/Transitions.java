package coop.maillon.board;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may become of a thing: the whole life of it as one table.
 *
 * @param <S> its states
 * @param <A> what can be done with it
 */
public record Transitions<S extends Enum<S>, A extends Enum<A>>(List<Step<S, A>> steps) {

  /** Who does it: a person who may, or time by itself. */
  public enum By {
    PERSON,
    TIME
  }

  /** From a state, an act by somebody leads to a state. */
  public record Step<S, A>(S from, A act, By by, S to) {}

  public Transitions {
    steps = List.copyOf(steps);
  }

  /** Where the act leads from there; empty where it is not possible, whoever does it. */
  public Optional<S> after(S from, A act) {
    return steps.stream()
        .filter(step -> step.from() == from && step.act() == act)
        .map(Step::to)
        .findFirst();
  }

  /** What a person can do with it there. */
  public Set<A> possible(S from) {
    return acts(from, By.PERSON);
  }

  /** What time does with it there. */
  public Set<A> byTime(S from) {
    return acts(from, By.TIME);
  }

  /** Whether nothing more becomes of it. */
  public boolean isFinal(S state) {
    return steps.stream().noneMatch(step -> step.from() == state);
  }

  private Set<A> acts(S from, By by) {
    return steps.stream()
        .filter(step -> step.from() == from && step.by() == by)
        .map(Step::act)
        .collect(Collectors.toUnmodifiableSet());
  }
}
