package coop.maillon.board.skill;

import coop.maillon.board.Listed;
import coop.maillon.board.PostFilter;
import coop.maillon.board.PostStatus;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What I know, who knows, and who could help with what I am writing. */
public final class SkillRoutes {

  private static final String MINE = "/me/skills";
  private static final int ALIKE = 3;
  private static final int LONGEST = 120;

  private final Skills skills;
  private final BiFunction<Ask, PostFilter, Future<List<Listed>>> posts;

  /** @param posts those of a filter, as whoever asks may read them */
  public SkillRoutes(Skills skills, BiFunction<Ask, PostFilter, Future<List<Listed>>> posts) {
    this.skills = skills;
    this.posts = posts;
  }

  public void mount(RouteTable routes) {
    routes.get(MINE, Access.MEMBER, this::mine);
    routes.post(MINE, Access.MEMBER, this::keep);
    routes.get("/board/people", Access.MEMBER, this::people);
    routes.get("/board/new/helpers", Access.MEMBER, this::helpers);
  }

  private Future<Answer> mine(Ask ask) {
    return skills
        .of(ask.who())
        .map(known -> Answer.page("skill/mine", SkillsPage.of(known, ask.words())));
  }

  private Future<Answer> keep(Ask ask) {
    var form = new SkillsForm(ask);
    return form.read()
        .map(said -> skills
            .keep(ask.who(), said)
            .map(done -> Answer.seeOther(MINE).saying(ask.words().say("skill.kept"))))
        .orElseGet(() -> skills
            .of(ask.who())
            .map(known ->
                Answer.refused("skill/mine", SkillsPage.refused(form, known, ask.words()))));
  }

  private Future<Answer> people(Ask ask) {
    String typed = shortened(ask.query("q").orElse(""));
    return skills
        .people(ask.who(), typed)
        .map(found -> Answer.page("skill/people", PeoplePage.of(found, typed, ask.words())));
  }

  /** Two searches, sent together: those who know, and what was asked before. */
  private Future<Answer> helpers(Ask ask) {
    String title = shortened(ask.query("title").orElse(""));
    var wanted = new ArrayList<>(SkillNames.read(shortened(ask.query("skills").orElse(""))));
    Stream.of(title.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() > 3)
        .forEach(wanted::add);
    if (wanted.isEmpty()) {
      return Future.succeededFuture(Answer.fragment("skill/_helpers", HelpersPage.NOTHING));
    }
    var writing = new PeopleStore.Writing(wanted, ask.query("site").orElse(""));
    var able = skills.able(ask.who(), writing);
    var alike = title.isBlank()
        ? Future.succeededFuture(List.<Listed>of())
        : posts.apply(ask, alike(title));
    return Future.all(able, alike)
        .map(read -> Answer.fragment(
            "skill/_helpers",
            new HelpersPage(
                HelpersPage.sentence(Optional.of(able.result()), ask.words()),
                alike.result().stream().map(one -> line(one, ask)).toList())));
  }

  private static PostFilter alike(String title) {
    return new PostFilter(
        PostStatus.RESOLVED,
        Set.of(),
        title,
        Optional.empty(),
        PostFilter.Where.EVERYWHERE,
        Set.of(),
        Optional.empty(),
        ALIKE);
  }

  private static HelpersPage.Alike line(Listed found, Ask ask) {
    return new HelpersPage.Alike(
        "/board/" + found.post().id(),
        found.post().draft().title(),
        ask.words().say("board.answers", "count", found.answers()));
  }

  private static String shortened(String typed) {
    return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
  }
}
