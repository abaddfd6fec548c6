package coop.maillon.resource.page;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.web.Ask;
import coop.maillon.web.SearchBox.Choice;
import coop.maillon.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What resource/list shows: everything that is shared, kind by kind, or what was looked for, best first. */
record ResourcesPage(String title, String count, Filters filters, List<Group> groups) {

  public boolean anything() {
    return !groups.isEmpty();
  }

  /** What was asked for, as it can be changed. */
  record Filters(
      String q, List<Choice> kinds, List<Choice> sites, List<Choice> tags, String capacity) {

    public boolean hasTags() {
      return tags.size() > 1;
    }
  }

  /** Those of one kind; all of them under one name where they were looked for by words. */
  record Group(String id, String label, List<Card> cards) {}

  /** One resource. */
  record Card(
      String slug,
      String name,
      String icon,
      String line,
      String description,
      List<String> tags,
      boolean photo) {}

  /** What was found, and what was asked. */
  record Found(Ask ask, Catalogue catalogue, List<Resource> seen, List<Resource> found) {

    Words words() {
      return ask.words();
    }

    String asked(String name) {
      return ask.query(name).map(String::strip).orElse("");
    }
  }

  static ResourcesPage of(Found found) {
    Words words = found.words();
    return new ResourcesPage(
        words.say("resource.list"),
        words.say("resource.list.count", "count", found.found().size()),
        new Filters(
            found.asked("q"), kinds(found), sites(found), tags(found), found.asked("capacity")),
        found.asked("q").isEmpty() ? byKind(found) : best(found));
  }

  private static List<Group> byKind(Found found) {
    return Stream.of(Kind.values())
        .map(kind -> new Group(
            kind.word(),
            found.words().say("resource.kind." + kind.word()),
            found.found().stream()
                .filter(resource -> resource.kind() == kind)
                .map(resource -> card(resource, found.words()))
                .toList()))
        .filter(group -> !group.cards().isEmpty())
        .toList();
  }

  private static List<Group> best(Found found) {
    var cards = found.found().stream().map(one -> card(one, found.words())).toList();
    String count = found.words().say("resource.list.count", "count", cards.size());
    return cards.isEmpty() ? List.of() : List.of(new Group("found", count, cards));
  }

  private static Card card(Resource resource, Words words) {
    var place = new Place(resource, words);
    return new Card(
        resource.slug(),
        resource.name(),
        place.icon(),
        place.line(),
        resource.description(),
        resource.tags(),
        resource.hasPhoto());
  }

  private static List<Choice> kinds(Found found) {
    var all = first("resource.list.kind.any", found.asked("kind"), found.words());
    Stream.of(Kind.values())
        .map(kind -> new Choice(
            kind.word(),
            found.words().say("resource.kind." + kind.word()),
            kind.word().equals(found.asked("kind"))))
        .forEach(all::add);
    return all;
  }

  private static List<Choice> sites(Found found) {
    var all = first("resource.list.site.any", found.asked("site"), found.words());
    found.catalogue().sites().stream()
        .filter(site -> found.ask().who().maySee(site.id().value()))
        .map(site -> new Choice(site.slug(), site.name(), site.slug().equals(found.asked("site"))))
        .forEach(all::add);
    return all;
  }

  private static List<Choice> tags(Found found) {
    var all = first("resource.list.tag.any", found.asked("tag"), found.words());
    found.seen().stream()
        .flatMap(resource -> resource.tags().stream())
        .map(tag -> tag.toLowerCase(Locale.ROOT))
        .distinct()
        .sorted()
        .map(tag -> new Choice(tag, tag, tag.equals(found.asked("tag"))))
        .forEach(all::add);
    return all;
  }

  private static List<Choice> first(String key, String asked, Words words) {
    var all = new ArrayList<Choice>();
    all.add(new Choice("", words.say(key), asked.isEmpty()));
    return all;
  }
}
