package coop.maillon.member.habilitation;

import coop.maillon.web.Words;
import java.time.LocalDate;
import java.util.List;

/** What rules/mine shows: the habilitations of whoever looks. */
record MinePage(String title, List<Line> habilitations) {

  /** One of them. */
  record Line(String name, String until, boolean over) {}

  public boolean any() {
    return !habilitations.isEmpty();
  }

  static MinePage of(List<Holding> holdings, LocalDate today, Words words) {
    return new MinePage(
        words.say("rules.mine"),
        holdings.stream()
            .map(one -> new Line(
                one.what(),
                HabilitationPage.until(one, words),
                one.until().filter(last -> last.isBefore(today)).isPresent()))
            .toList());
  }
}
