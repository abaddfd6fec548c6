package coop.maillon.problem;

import coop.maillon.resource.Site;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What problem/duty shows: the weeks to come of one site, who has each and who stands in. */
public record DutyPage(String title, String site, List<Way> sites, List<Line> weeks) {

  /** How many weeks ahead can be planned. */
  static final int WEEKS = 8;

  public boolean several() {
    return sites.size() > 1;
  }

  /** The way to another site's roster. */
  public record Way(String href, String label, boolean current) {}

  /** Who can be chosen. */
  public record Option(String value, String label, boolean chosen) {}

  /** One week. */
  public record Line(String monday, String when, List<Option> members, List<Option> substitutes) {}

  static DutyPage of(Ask ask, Site site, List<Site> sites, Duties.Roster roster) {
    LocalDate first = monday(ask, site);
    return new DutyPage(
        ask.words().say("problem.duty.of", "site", site.name()),
        site.slug(),
        sites.stream()
            .map(one -> new Way("/manage/duty?site=" + one.slug(), one.name(), one.equals(site)))
            .toList(),
        IntStream.range(0, WEEKS)
            .mapToObj(i -> line(ask.words(), first.plusWeeks(i), roster))
            .toList());
  }

  static LocalDate monday(Ask ask, Site site) {
    LocalDate today = LocalDate.ofInstant(ask.now(), site.zone());
    return today.minusDays(today.getDayOfWeek().getValue() - 1L);
  }

  private static Line line(Words words, LocalDate monday, Duties.Roster roster) {
    Optional<Duties.Week> week =
        roster.weeks().stream().filter(one -> one.monday().equals(monday)).findFirst();
    return new Line(
        monday.toString(),
        words.say("problem.duty.week", "monday", words.day(monday)),
        options(words, roster, week.flatMap(Duties.Week::member), "problem.duty.all"),
        options(words, roster, week.flatMap(Duties.Week::substitute), "problem.duty.nobody"));
  }

  private static List<Option> options(
      Words words, Duties.Roster roster, Optional<Long> chosen, String none) {
    var options = new ArrayList<Option>();
    options.add(new Option("", words.say(none), chosen.isEmpty()));
    roster
        .people()
        .forEach(one -> options.add(new Option(
            String.valueOf(one.id()), one.name(), chosen.equals(Optional.of(one.id())))));
    return options;
  }
}
