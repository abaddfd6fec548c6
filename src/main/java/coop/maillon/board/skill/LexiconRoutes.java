package coop.maillon.board.skill;

import coop.maillon.board.PostDraft;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.List;

/** The words of skills, as coordinators keep them. */
public final class LexiconRoutes {

  private static final String HERE = "/manage/skills";

  private final Lexicon lexicon;

  public LexiconRoutes(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  public void mount(RouteTable routes) {
    routes.get(HERE, Access.COORDINATOR, ask -> show(ask, List.of()));
    routes.post(HERE + "/merging", Access.COORDINATOR, this::merge);
    routes.post(HERE + "/occupation", Access.COORDINATOR, this::tie);
  }

  private Future<Answer> show(Ask ask, List<FieldProblem> problems) {
    return lexicon.all(ask.query("q").orElse("")).map(all -> {
      var page = LexiconPage.of(ask, all, problems);
      return problems.isEmpty()
          ? Answer.page(LexiconPage.TEMPLATE, page)
          : Answer.refused(LexiconPage.TEMPLATE, page);
    });
  }

  private Future<Answer> merge(Ask ask) {
    var fields = Fields.of(ask);
    String word = fields.text("word").max(PostDraft.LONGEST_SKILL).required();
    String into = fields.text("into").max(PostDraft.LONGEST_SKILL).required();
    return fields.complete()
        ? lexicon
            .merge(ask.who(), word, into)
            .compose(against -> against
                .map(why -> show(
                    ask,
                    fields
                        .problem(
                            why == Lexicon.Unknown.WORD ? "word" : "into", LexiconPage.key(why))
                        .problems()))
                .orElseGet(() -> done(ask, "lexicon.merged")))
        : show(ask, fields.problems());
  }

  private Future<Answer> tie(Ask ask) {
    var fields = Fields.of(ask);
    String skill = fields.text("skill").max(PostDraft.LONGEST_SKILL).required();
    String code = ask.form("rome").orElse("");
    if (!code.isEmpty() && Rome.of(code).isEmpty()) {
      fields.problem("rome", "lexicon.rome.unknown");
    }
    return fields.complete()
        ? lexicon
            .tie(ask.who(), skill, code)
            .compose(tied -> tied
                ? done(ask, "lexicon.tied")
                : show(ask, fields.problem("skill", "lexicon.unknown").problems()))
        : show(ask, fields.problems());
  }

  private static Future<Answer> done(Ask ask, String key) {
    return Future.succeededFuture(Answer.seeOther(HERE).saying(ask.words().say(key)));
  }
}
