package coop.maillon.board.skill;

import coop.maillon.board.PostDraft;
import coop.maillon.web.Ask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody says of themselves, as the form sends it. */
final class SkillsForm {

  private final Ask ask;
  private final Map<String, String> problems = new LinkedHashMap<>();

  SkillsForm(Ask ask) {
    this.ask = ask;
  }

  /** Empty where something is not right. */
  Optional<Known.Said> read() {
    var said = new Known.Said(
        names("offers"),
        names("seeks"),
        ask.form("askable").isPresent(),
        ask.form("shown").isPresent());
    return problems.isEmpty() ? Optional.of(said) : Optional.empty();
  }

  String text(String field) {
    return ask.form(field).orElse("");
  }

  Map<String, String> problems() {
    return problems;
  }

  private List<String> names(String field) {
    var names = SkillNames.read(text(field));
    if (names.size() > SkillNames.MOST) {
      problems.put(field, ask.words().say("skill.many", "max", SkillNames.MOST));
    }
    names.stream()
        .filter(name -> name.length() > PostDraft.LONGEST_SKILL)
        .findFirst()
        .ifPresent(name -> problems.put(
            field, ask.words().say("skill.long", "name", name, "max", PostDraft.LONGEST_SKILL)));
    return names;
  }
}
