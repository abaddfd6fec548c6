package coop.maillon.board.moderation;

import coop.maillon.board.Answer;
import coop.maillon.board.Conversation;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What board/report shows: the form by which one reports a post or an answer, with what was typed.
 *
 * @param answer its number; empty where it is the post
 * @param about what it is, so that nobody reports another
 */
record ReportPage(
    String title,
    String post,
    String back,
    String postTitle,
    String answer,
    String about,
    Typed typed,
    Map<String, String> problems) {

  static final String TEMPLATE = "board/report";

  /** As it was typed. */
  record Typed(String reason, String wish, boolean named) {}

  static ReportPage of(
      Ask ask, Conversation conversation, Subject subject, List<FieldProblem> problems) {
    var words = ask.words();
    var answer = subject.answer().flatMap(conversation::answer);
    var post = conversation.post();
    return new ReportPage(
        words.say("moderation.report." + subject.word()),
        post.id().toString(),
        "/board/" + post.id(),
        post.draft().title(),
        subject.answer().map(Object::toString).orElse(""),
        words.say(
            "moderation.about",
            "who",
            answer.map(Answer::member).orElse(post.author()).name(),
            "text",
            Excerpt.of(answer.map(Answer::body).orElse(post.draft().title()))),
        new Typed(
            ask.form("reason").orElse(""),
            ask.form("wish").orElse(""),
            ask.form("named").isPresent()),
        problems.stream()
            .collect(Collectors.toMap(
                FieldProblem::field, FieldProblem::message, (first, second) -> first)));
  }
}
