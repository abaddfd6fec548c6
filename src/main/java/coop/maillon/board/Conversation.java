package coop.maillon.board;

import coop.maillon.member.MemberId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A post with all that was said to it and agreed on: what is decided on, and what its page shows. */
public record Conversation(Post post, List<Answer> answers, List<Engagement> engagements) {

  public Conversation {
    answers = List.copyOf(answers);
    engagements = List.copyOf(engagements);
  }

  public Optional<Answer> answer(AnswerId id) {
    return answers.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public Optional<Engagement> engagement(EngagementId id) {
    return engagements.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** How many places are taken: found out, never stored. */
  public int taken() {
    return (int) answers.stream().filter(Answer::isAccepted).count();
  }

  /** Who has a place. */
  public Set<MemberId> accepted() {
    return answers.stream()
        .filter(Answer::isAccepted)
        .map(one -> one.member().id())
        .collect(Collectors.toSet());
  }

  public int free() {
    return Math.max(0, post.draft().shape().places() - taken());
  }

  public boolean isFull() {
    return post.draft().kind() != PostKind.QUESTION && free() == 0;
  }

  /** Who waits for a place, the first in line first. */
  public List<Answer> line() {
    return answers.stream()
        .filter(one -> one.status() == AnswerStatus.WAITING)
        .sorted(Comparator.comparing((Answer one) -> one.waiting().orElse(one.at()))
            .thenComparing(one -> one.id().value()))
        .toList();
  }

  /** The place in the line, 1 for the first. */
  public int inLine(AnswerId id) {
    return line().stream().map(Answer::id).toList().indexOf(id) + 1;
  }

  /** What somebody offered that may still come to something, or has. */
  public Stream<Answer> living(MemberId member) {
    return answers.stream()
        .filter(one -> one.member().is(member) && (one.isOpen() || one.isAccepted()));
  }

  public Stream<Answer> of(Engagement engagement) {
    return answers.stream()
        .filter(one -> one.isAccepted() && one.engagement().equals(Optional.of(engagement.id())));
  }

  /** What whoever is accepted next joins: those who are helped together have one engagement, while it is only agreed. */
  public Optional<Engagement> joinable() {
    boolean joins = post.draft().kind() == PostKind.OFFER
        && post.draft().shape().manner() == Shape.Manner.TOGETHER;
    return engagements.stream().filter(one -> joins && one.isAgreed()).findFirst();
  }

  /** Who gives hours for the help that this answer is about: whoever is helped. */
  public Person payer(Answer answer) {
    return post.draft().kind() == PostKind.OFFER ? answer.member() : post.author();
  }

  public Person helper(Answer answer) {
    return post.draft().kind() == PostKind.OFFER ? post.author() : answer.member();
  }

  /** Whether somebody has a part in it: wrote it, answered it, helps or is helped. */
  public boolean involves(MemberId member) {
    return post.isBy(member)
        || answers.stream().anyMatch(one -> one.member().is(member))
        || engagements.stream().anyMatch(one -> one.sideOf(member).isPresent());
  }
}
