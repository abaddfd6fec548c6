package coop.maillon.booking.trial;

import coop.maillon.booking.page.ByField;
import coop.maillon.booking.page.TypedSlot;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.rules.Choice;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What rules/trial shows: the question, and the answer once it was asked. */
record TrialPage(
    String title,
    Typed typed,
    List<Choice> whats,
    List<Choice> also,
    List<Choice> bys,
    Map<String, String> problems,
    Optional<Told> told) {

  /** What stands in the fields. */
  record Typed(String member, TypedSlot slot) {}

  /**
   * The answer.
   *
   * @param kind ok, wait or no
   * @param silent one sentence that names the rules that do not apply
   * @param book where the coordinator books it for them; empty where it would not pass
   * @param ways what would pass, each leading to its own trial
   */
  record Told(
      String kind,
      String icon,
      String heading,
      String text,
      List<Line> lines,
      String silent,
      Optional<String> book,
      List<Way> ways) {

    public boolean any() {
      return !lines.isEmpty();
    }

    public boolean hasWays() {
      return !ways.isEmpty();
    }
  }

  /** One rule, or the place, or the approval, with its verdict. */
  record Line(
      String name, String kind, String icon, String verdict, String sentence, List<Link> links) {}

  /** What stands there. */
  record Link(String href, String label) {}

  /** Another time or resource. */
  record Way(String href, String kind, String when, String resource, String why) {}

  public boolean anyAlso() {
    return !also.isEmpty();
  }

  static TrialPage blank(Ask ask, TrialForm form, Catalogue catalogue) {
    var zone = form.wanted(catalogue).stream()
        .findFirst()
        .or(() -> catalogue.resources().stream().findFirst())
        .map(resource -> resource.site().zone())
        .orElse(java.time.ZoneOffset.UTC);
    var tomorrow = LocalDate.ofInstant(ask.now(), zone).plusDays(1);
    var slot = new TypedSlot(tomorrow.toString(), "09:00", "10:00", "", false, false);
    return of(ask, form, catalogue, new Typed(form.member(), slot));
  }

  static TrialPage unread(
      Ask ask, TrialForm form, Catalogue catalogue, List<FieldProblem> problems) {
    return of(ask, form, catalogue, new Typed(form.member(), form.slot()))
        .with(ByField.of(problems), Optional.empty());
  }

  static TrialPage told(Ask ask, TrialForm form, TrialWords said) {
    return of(ask, form, said.trial().catalogue(), new Typed(form.member(), form.slot()))
        .with(Map.of(), Optional.of(said.told()));
  }

  private TrialPage with(Map<String, String> others, Optional<Told> answer) {
    return new TrialPage(title, typed, whats, also, bys, others, answer);
  }

  private static TrialPage of(Ask ask, TrialForm form, Catalogue catalogue, Typed typed) {
    var words = ask.words();
    return new TrialPage(
        words.say("trial.title"),
        typed,
        choices(ask, catalogue, form.resource()::equals),
        choices(ask, catalogue, form.also()::contains),
        List.of(by("member", !form.byMe(), words), by("me", form.byMe(), words)),
        Map.of(),
        Optional.empty());
  }

  private static Choice by(String word, boolean chosen, Words words) {
    return new Choice(word, words.say("trial.by." + word), chosen);
  }

  private static List<Choice> choices(Ask ask, Catalogue catalogue, Predicate<String> chosen) {
    return catalogue.resources().stream()
        .filter(
            one -> !one.isRetired() && ask.who().mayCoordinate(one.site().id().value()))
        .map(one ->
            new Choice(one.slug(), one.site().name() + " · " + one.name(), chosen.test(one.slug())))
        .toList();
  }
}
