package coop.maillon.member.habilitation;

import coop.maillon.member.Habilitation;
import coop.maillon.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What rules/habilitation shows: who holds it, until when, and the trainings that give it. */
record HabilitationPage(
    String title,
    String action,
    String valid,
    List<Holder> holders,
    String email,
    String since,
    List<Day> trainings,
    List<Place> sites,
    Map<String, String> problems) {

  /** Somebody who holds it. */
  record Holder(long id, String name, String until, boolean over) {}

  /** A training. */
  record Day(String href, String title, String when, boolean completed) {}

  /** A site where one can be held. */
  record Place(long id, String name) {}

  /** What was found of it. */
  record Found(Habilitation what, List<Holding> holders, List<Training> trainings) {}

  /** What the form to give it holds. */
  record Form(String email, LocalDate today, List<Place> sites, Map<String, String> problems) {}

  public boolean any() {
    return !holders.isEmpty();
  }

  public boolean anyTraining() {
    return !trainings.isEmpty();
  }

  static HabilitationPage of(Found found, Form form, Words words) {
    return new HabilitationPage(
        found.what().name(),
        "/manage/habilitations/" + found.what().id(),
        HabilitationsPage.valid(found.what(), words),
        found.holders().stream().map(one -> holder(one, form.today(), words)).toList(),
        form.email(),
        form.today().toString(),
        found.trainings().stream()
            .map(one -> new Day(
                "/manage/trainings/" + one.id(),
                one.title(),
                words.date(one.heldOn()),
                one.isCompleted()))
            .toList(),
        form.sites(),
        form.problems());
  }

  static Holder holder(Holding holding, LocalDate today, Words words) {
    return new Holder(
        holding.id(),
        holding.memberName(),
        until(holding, words),
        holding.until().filter(last -> last.isBefore(today)).isPresent());
  }

  static String until(Holding holding, Words words) {
    return holding
        .until()
        .map(day -> words.say("rules.habilitation.until", "day", words.date(day)))
        .orElseGet(() -> words.say("rules.habilitation.for-ever"));
  }
}
