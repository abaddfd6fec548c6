package coop.maillon.board.moderation;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerId;
import coop.maillon.board.Conversation;
import coop.maillon.board.Person;
import coop.maillon.board.PostId;
import coop.maillon.board.Sight;
import java.util.Optional;

/**
 * What a report is about: a post, or one answer to it.
 *
 * @param answer none where it is the post itself
 */
public record Subject(PostId post, Optional<AnswerId> answer) {

  /** The first part of the kinds of its events. */
  String word() {
    return answer.isPresent() ? "answer" : "post";
  }

  /** Whoever wrote it; empty where that reader sees no such answer. */
  Optional<Person> author(Conversation conversation, Sight sight) {
    return answer.isEmpty()
        ? Optional.of(conversation.post().author())
        : answer
            .flatMap(conversation::answer)
            .filter(one -> sight.sees(conversation.post(), one))
            .map(Answer::member);
  }
}
