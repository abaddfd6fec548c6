package coop.maillon.board;

import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import java.time.Instant;

/** What one reader may see of the board. Its members are those of the cooperative; guests have no part in it. */
public record Sight(Who who) {

  public MemberId reader() {
    return new MemberId(who.id());
  }

  /** Whether they have a part in it at all. */
  public boolean isOfTheBoard() {
    return !who.guest();
  }

  /**
   * A draft is its author's; what was taken back or has run out, of those who had a part in it; what is hidden, also of
   * those who agreed on something from it and have it to finish.
   */
  public boolean seesAt(Conversation conversation, Instant now) {
    Post post = conversation.post();
    if (!isOfTheBoard()) {
      return false;
    }
    if (post.isBy(reader())) {
      return true;
    }
    if (post.times().hidden().isPresent()) {
      return coordinates(post)
          || conversation.engagements().stream()
              .anyMatch(one -> one.sideOf(reader()).isPresent());
    }
    return switch (post.statusAt(now)) {
      case DRAFT -> false;
      case PUBLISHED, RESOLVED -> true;
      case WITHDRAWN, EXPIRED ->
        post.times().published().isPresent()
            && (conversation.involves(reader()) || coordinates(post));
    };
  }

  /** What moderation hides is read by whoever wrote it and by those who decide. */
  public boolean sees(Post post, Answer answer) {
    return answer.hidden().isEmpty() || answer.member().is(reader()) || coordinates(post);
  }

  /** Whether they answer for where it is to be done; for what is done at a distance, every coordinator does. */
  public boolean coordinates(Post post) {
    return post.draft()
        .site()
        .map(site -> who.mayCoordinate(site.value()))
        .orElseGet(who::coordinatesSomething);
  }

  /** What was agreed on concerns the two sides, and the coordinators where they are to decide. */
  public boolean sees(Post post, Engagement engagement) {
    return engagement.sideOf(reader()).isPresent() || coordinates(post);
  }

  /** Whether they may decide what the sides do not agree on: never in their own case. */
  public boolean decides(Post post, Engagement engagement) {
    return coordinates(post) && engagement.sideOf(reader()).isEmpty();
  }
}
