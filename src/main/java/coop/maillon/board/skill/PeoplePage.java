package coop.maillon.board.skill;

import coop.maillon.web.Who;
import coop.maillon.web.Words;
import java.util.List;

/** What skill/people shows: those who may be asked, found by what they know. */
record PeoplePage(String title, String q, List<Card> people, String count, boolean full) {

  /** @param where their site, and whether they are there today */
  record Card(String name, String initials, String where, boolean here, List<Chip> skills) {}

  /** @param confirmed how many say so, in words; may be empty */
  record Chip(String name, String confirmed) {}

  public boolean any() {
    return !people.isEmpty();
  }

  public boolean asked() {
    return !q.isBlank();
  }

  static PeoplePage of(List<PeopleStore.Person> found, String typed, Words words) {
    return new PeoplePage(
        words.say("skill.people"),
        typed,
        found.stream().map(one -> card(one, words)).toList(),
        words.say("skill.people.count", "count", found.size()),
        found.size() == PeopleStore.MOST);
  }

  private static Card card(PeopleStore.Person person, Words words) {
    var chips = person.skills().stream()
        .map(one -> new Chip(
            one.name(),
            one.confirmed() == 0 ? "" : words.say("skill.confirmed.by", "count", one.confirmed())))
        .toList();
    return new Card(
        person.name(), Who.initials(person.name()), person.site(), person.here(), chips);
  }
}
