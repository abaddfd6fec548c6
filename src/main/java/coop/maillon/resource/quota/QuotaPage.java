package coop.maillon.resource.quota;

import coop.maillon.member.Group;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.rules.Choice;
import coop.maillon.resource.rules.Typed;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What rules/quota shows: the form of one, new or there. */
record QuotaPage(
    String title,
    String action,
    boolean fresh,
    String name,
    String amount,
    List<Choice> measures,
    List<Choice> periods,
    List<Choice> holders,
    List<Choice> groups,
    List<Choice> resources,
    Map<String, String> problems) {

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  /** Where the form is sent, what it is called, and what can be chosen. */
  record Frame(String title, String action, boolean fresh, Catalogue catalogue) {}

  static QuotaPage of(Frame frame, Ask ask, Typed typed, Map<String, String> problems) {
    var catalogue = frame.catalogue();
    var words = ask.words();
    return new QuotaPage(
        frame.title(),
        frame.action(),
        frame.fresh(),
        typed.text("name"),
        typed.text("amount"),
        choices(typed, words, "measure", "minutes", "bookings"),
        choices(typed, words, "period", "day", "week", "month", "future"),
        choices(typed, words, "holder", "member", "team"),
        Stream.concat(
                Stream.of(new Choice("", words.say("rules.quota.group.none"), false)),
                catalogue.groups().stream().map(group -> choice(group, typed, words)))
            .toList(),
        catalogue.resources().stream()
            .filter(resource -> !resource.isRetired())
            .filter(resource -> ask.who().mayCoordinate(resource.site().id().value()))
            .map(resource -> new Choice(
                resource.slug(), resource.name(), typed.has("resource", resource.slug())))
            .toList(),
        problems);
  }

  private static Choice choice(Group group, Typed typed, Words words) {
    return new Choice(
        group.slug(),
        group.name() + " · " + words.say("rules.group.sort." + group.sort().word()),
        typed.has("group", group.slug()));
  }

  private static List<Choice> choices(Typed typed, Words words, String name, String... values) {
    return Arrays.stream(values)
        .map(value -> new Choice(
            value, words.say("rules.quota." + name + "." + value), typed.has(name, value)))
        .toList();
  }
}
