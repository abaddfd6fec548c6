package coop.maillon.board.skill;

import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;

/** What skill/_helpers shows beside the form of a post: how many could help, and what was asked before. */
record HelpersPage(String said, List<Alike> alike) {

  static final HelpersPage NOTHING = new HelpersPage("", List.of());

  /** A post that asks for much the same. */
  record Alike(String href, String title, String state) {}

  public boolean any() {
    return !said.isEmpty() || !alike.isEmpty();
  }

  public boolean anyAlike() {
    return !alike.isEmpty();
  }

  static String sentence(Optional<PeopleStore.Able> able, Words words) {
    return able.filter(one -> one.all() > 0)
        .map(one -> words.say(
            "skill.able",
            "all",
            one.all(),
            "near",
            one.near(),
            "soon",
            one.soon(),
            "site",
            one.site().orElse("")))
        .orElse("");
  }
}
