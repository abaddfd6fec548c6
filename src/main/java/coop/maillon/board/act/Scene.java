package coop.maillon.board.act;

import coop.maillon.board.AnswerStatus;
import coop.maillon.board.Conversation;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.Outcome;
import coop.maillon.board.Person;
import coop.maillon.board.Post;
import coop.maillon.board.PostStatus;
import coop.maillon.db.Tx;
import coop.maillon.ledger.AccountId;
import coop.maillon.member.MemberId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an act decides on, read under the locks of the post and of these accounts.
 *
 * @param actor who acts; nobody where time does
 */
record Scene(
    Tx tx,
    Conversation conversation,
    Map<MemberId, AccountId> accounts,
    Optional<MemberId> actor,
    Instant now) {

  Post post() {
    return conversation.post();
  }

  /** The account, which is locked; whose is not makes the act start over. */
  AccountId account(Person person) {
    return Optional.ofNullable(accounts.get(person.id())).orElseThrow(StaleStakes::new);
  }

  Scene with(Conversation fresh) {
    return new Scene(tx, fresh, accounts, actor, now);
  }

  boolean isBy(Person person) {
    return actor.filter(person::is).isPresent();
  }

  /** What a refusal says of a post that is not where it should be. */
  Outcome notNow(Post post) {
    PostStatus status = post.statusAt(now);
    return new Outcome.NotNow("post." + status.word(), words(PostStatus.LIFE.possible(status)));
  }

  static Outcome notNow(AnswerStatus status) {
    return notNow(status, "answer." + status.word());
  }

  static Outcome notNow(AnswerStatus status, String why) {
    return new Outcome.NotNow(why, words(AnswerStatus.LIFE.possible(status)));
  }

  static Outcome notNow(EngagementStatus status) {
    return notNow(status, "engagement." + status.word());
  }

  /** The same, for another reason than where it is. */
  static Outcome notNow(EngagementStatus status, String why) {
    return new Outcome.NotNow(why, words(EngagementStatus.LIFE.possible(status)));
  }

  private static Set<String> words(Set<? extends Enum<?>> acts) {
    return acts.stream()
        .map(act -> act.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.toUnmodifiableSet());
  }
}
