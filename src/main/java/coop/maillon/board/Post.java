package coop.maillon.board;

import coop.maillon.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody asks, offers or wants to know.
 *
 * @param draft its text
 * @param place where it is to be done, as it is called
 * @param about the resource that it is about, as it is called and addressed
 * @param solvedBy the answer that was the right one
 */
public record Post(
    PostId id,
    Person author,
    PostDraft draft,
    Optional<Place> place,
    Optional<About> about,
    PostStatus status,
    Times times,
    Optional<AnswerId> solvedBy,
    int version) {

  /** How long a post is seen where its author says nothing. */
  public static final Duration USUAL = Duration.ofDays(30);

  /** How long it can be seen at most. */
  public static final Duration LONGEST = Duration.ofDays(180);

  private static final Duration SOON = Duration.ofDays(3);

  /** A resource as a post names it. */
  public record About(String slug, String name) {}

  /**
   * When what happened to it.
   *
   * @param expires when time ends it, a draft too
   * @param hidden since when moderation keeps it from others
   */
  public record Times(
      Instant created,
      Optional<Instant> published,
      Instant expires,
      Optional<Instant> ended,
      Optional<Instant> hidden) {}

  public boolean isBy(MemberId member) {
    return author.is(member);
  }

  /** Where it is by then: what time ends needs nobody to say so. */
  public PostStatus statusAt(Instant now) {
    return PostStatus.LIFE.isFinal(status) || times.expires().isAfter(now)
        ? status
        : PostStatus.EXPIRED;
  }

  public boolean isOpenAt(Instant now) {
    return statusAt(now) == PostStatus.PUBLISHED;
  }

  /** Whether help is needed within three days. */
  public boolean isUrgentAt(Instant now) {
    return isOpenAt(now)
        && draft.dates().neededBy().filter(by -> by.isBefore(now.plus(SOON))).isPresent();
  }

  /** When one that is published now ends: when its author said, or when it is of no use any more, or after a while. */
  public static Instant expiry(PostDraft.Dates dates, Instant now) {
    Instant latest = now.plus(LONGEST);
    Instant wanted = dates
        .until()
        .or(() -> dates.neededBy().filter(by -> by.isAfter(now)))
        .orElse(now.plus(USUAL));
    return wanted.isAfter(latest) ? latest : wanted;
  }
}
