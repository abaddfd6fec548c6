package coop.maillon.board.page;

import coop.maillon.board.Answer;
import coop.maillon.board.Conversation;
import coop.maillon.board.moderation.Ruled;
import java.util.List;

/** Puts into words what was done about reports of a post and its answers. */
record RulingWords(Conversation conversation, Moments moments) {

  List<PostPage.Ruling> all(List<Ruled> rulings) {
    return rulings.stream()
        .map(one -> new PostPage.Ruling(
            text(one), one.complaints().stream().map(this::complaint).toList()))
        .toList();
  }

  private String text(Ruled one) {
    var key = "moderation.ruled." + (one.answer().isPresent() ? "answer." : "post.")
        + (one.by().isPresent() ? one.ruling().word() : "enough");
    return moments
        .words()
        .say(
            key,
            "who",
            one.by().orElse(""),
            "when",
            moments.when(one.at()),
            "reason",
            one.reason(),
            "name",
            one.answer()
                .flatMap(conversation::answer)
                .map(Answer::member)
                .map(author -> author.name())
                .orElse(""));
  }

  private String complaint(Ruled.Said said) {
    return said.by().isEmpty()
        ? moments.words().say("moderation.complaint", "reason", said.reason())
        : moments.words().say("moderation.complaint.by", "who", said.by(), "reason", said.reason());
  }
}
