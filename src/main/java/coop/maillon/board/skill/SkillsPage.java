package coop.maillon.board.skill;

import coop.maillon.web.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What skill/mine shows: what somebody says that they know and look for. */
record SkillsPage(
    String title,
    String offers,
    String seeks,
    boolean askable,
    boolean shown,
    List<String> confirmed,
    Map<String, String> problems) {

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  public boolean anyConfirmed() {
    return !confirmed.isEmpty();
  }

  static SkillsPage of(Known known, Words words) {
    return new SkillsPage(
        words.say("skill.mine"),
        known.offers().stream().map(Known.Offered::name).collect(Collectors.joining(", ")),
        String.join(", ", known.seeks()),
        known.askable(),
        known.shown(),
        confirmed(known, words),
        Map.of());
  }

  static SkillsPage refused(SkillsForm form, Known known, Words words) {
    return new SkillsPage(
        words.say("skill.mine"),
        form.text("offers"),
        form.text("seeks"),
        !form.text("askable").isEmpty(),
        !form.text("shown").isEmpty(),
        confirmed(known, words),
        form.problems());
  }

  private static List<String> confirmed(Known known, Words words) {
    return known.offers().stream()
        .filter(one -> one.confirmed() > 0)
        .map(one -> words.say("skill.confirmed", "name", one.name(), "count", one.confirmed()))
        .toList();
  }
}
