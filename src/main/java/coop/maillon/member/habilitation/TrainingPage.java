package coop.maillon.member.habilitation;

import coop.maillon.web.Words;
import java.util.List;
import java.util.Map;

/** What rules/training shows: who comes to one, and who was there. */
record TrainingPage(
    String title,
    String when,
    String action,
    String back,
    boolean completed,
    List<Training.Participant> people,
    String email,
    Map<String, String> problems) {

  public boolean any() {
    return !people.isEmpty();
  }

  static TrainingPage of(
      Training training, Words words, String email, Map<String, String> problems) {
    return new TrainingPage(
        training.title(),
        words.date(training.heldOn()),
        "/manage/trainings/" + training.id(),
        "/manage/habilitations/" + training.habilitation(),
        training.isCompleted(),
        training.people(),
        email,
        problems);
  }
}
