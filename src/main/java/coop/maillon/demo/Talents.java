package coop.maillon.demo;

import coop.maillon.board.skill.Known;
import coop.maillon.board.skill.SkillNames;
import coop.maillon.board.skill.Skills;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people of the demo know, read from `demo/skills.txt`, which says how it is written; all of them may be asked. */
final class Talents {

  private static final Pattern LINE =
      Pattern.compile("(?<who>[^ :]+)(?<shown> \\*)?: (?<offers>[^|]+)(?:\\| (?<seeks>.+))?");

  private final Skills skills;
  private final List<Who> people;

  Talents(Skills skills, List<Who> people) {
    this.skills = skills;
    this.people = people;
  }

  Future<Void> say() {
    Future<Void> last = Future.succeededFuture();
    for (String line : DemoText.of("skills.txt").lines().filter(this::isSaid).toList()) {
      last = last.compose(done -> say(line));
    }
    return last;
  }

  private boolean isSaid(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  private Future<Void> say(String text) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new IllegalStateException("not as the others: " + text);
    }
    return skills.keep(Cast.called(people, line.group("who")), said(line));
  }

  private static Known.Said said(Matcher line) {
    String seeks = line.group("seeks");
    return new Known.Said(
        SkillNames.read(line.group("offers")),
        SkillNames.read(seeks == null ? "" : seeks),
        true,
        line.group("shown") != null);
  }
}
