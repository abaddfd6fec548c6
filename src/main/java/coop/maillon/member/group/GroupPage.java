package coop.maillon.member.group;

import coop.maillon.web.Words;
import java.util.List;
import java.util.Map;

/** What rules/group shows: who belongs to one. */
record GroupPage(
    String title,
    String action,
    String sort,
    String slug,
    List<Belonging.Person> people,
    String email,
    Map<String, String> problems) {

  public boolean any() {
    return !people.isEmpty();
  }

  static GroupPage of(Belonging found, Words words, String email, Map<String, String> problems) {
    return new GroupPage(
        found.group().name(),
        "/manage/groups/" + found.group().id(),
        words.say("rules.group.sort." + found.group().sort().word()),
        found.group().slug(),
        found.people(),
        email,
        problems);
  }
}
