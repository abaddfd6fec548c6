package coop.maillon.member.group;

import coop.maillon.member.Group;
import coop.maillon.web.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What rules/groups shows: all groups and teams, and the form for another. */
record GroupsPage(String title, List<Line> groups, String name, Map<String, String> problems) {

  /** One of them. */
  record Line(String href, String name, String sort, String slug) {}

  public boolean any() {
    return !groups.isEmpty();
  }

  static GroupsPage of(
      Collection<Group> groups, Words words, String name, Map<String, String> problems) {
    return new GroupsPage(
        words.say("rules.groups"),
        groups.stream()
            .map(group -> new Line(
                "/manage/groups/" + group.id(),
                group.name(),
                words.say("rules.group.sort." + group.sort().word()),
                group.slug()))
            .toList(),
        name,
        problems);
  }
}
