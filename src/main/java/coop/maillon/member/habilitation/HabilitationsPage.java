package coop.maillon.member.habilitation;

import coop.maillon.member.Habilitation;
import coop.maillon.web.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What rules/habilitations shows: all of them, and the form for another. */
record HabilitationsPage(
    String title, List<Line> habilitations, String name, Map<String, String> problems) {

  /** One of them. */
  record Line(String href, String name, String valid) {}

  public boolean any() {
    return !habilitations.isEmpty();
  }

  static HabilitationsPage of(
      Collection<Habilitation> all, Words words, String name, Map<String, String> problems) {
    return new HabilitationsPage(
        words.say("rules.habilitations"),
        all.stream()
            .map(
                one -> new Line("/manage/habilitations/" + one.id(), one.name(), valid(one, words)))
            .toList(),
        name,
        problems);
  }

  static String valid(Habilitation one, Words words) {
    return one.months().isPresent()
        ? words.say("rules.habilitation.months.said", "months", one.months().getAsInt())
        : words.say("rules.habilitation.for-ever");
  }
}
