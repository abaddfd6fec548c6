package coop.maillon.booking.free;

import static java.util.Comparator.comparing;

import coop.maillon.resource.TimeSlot;
import java.util.List;

/** Where and when what is needed can be had, over several resources. */
public final class Openings {

  private Openings() {}

  /**
   * The earliest slots, by start, then in the order of the vacancies.
   *
   * @param minutes how long it is needed, elapsed
   * @param most how many at most
   */
  public static List<Alternative> earliest(List<Vacancy> vacancies, long minutes, int most) {
    return vacancies.stream()
        .flatMap(vacancy -> vacancy.earliest(minutes, most).stream()
            .map(slot -> new Alternative(vacancy.resource(), slot)))
        .sorted(comparing(opening -> opening.slot().start()))
        .limit(most)
        .toList();
  }

  /** The earliest slot of each vacancy that has one, by start, then in their order. */
  public static List<Alternative> firstOfEach(List<Vacancy> vacancies, long minutes) {
    return vacancies.stream()
        .flatMap(vacancy -> vacancy.earliest(minutes, 1).stream()
            .map(slot -> new Alternative(vacancy.resource(), slot)))
        .sorted(comparing(opening -> opening.slot().start()))
        .toList();
  }

  /** Which of them are free at that very time, in their order. */
  public static List<Alternative> at(TimeSlot slot, List<Vacancy> vacancies) {
    return vacancies.stream()
        .filter(vacancy -> vacancy.accepts(slot))
        .map(vacancy -> new Alternative(vacancy.resource(), slot))
        .toList();
  }
}
