package coop.maillon.board;

import coop.maillon.member.MemberId;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What somebody asks, offers or wants to know.
 *
 * @param draft its text
 * @param place where it is to be done, as it is called
 * @param about the resource that it is about, as it is called and addressed
 * @param appointment the booking that it is about
 * @param solvedBy the answer that was the right one
 */
public record Post(
    PostId id,
    Person author,
    PostDraft draft,
    Optional<Place> place,
    Optional<About> about,
    Optional<Appointment> appointment,
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
   * A booking as a post names it to all members.
   *
   * @param what the first of the resources that it holds
   * @param zone where that is
   * @param stands false once it was cancelled, refused or released
   */
  public record Appointment(TimeSlot slot, String what, ZoneId zone, boolean stands) {

    /** Seats are of use until it begins, help until it ends. */
    boolean isOfUse(PostKind kind, Instant now) {
      return stands && (kind == PostKind.OFFER ? slot.start() : slot.end()).isAfter(now);
    }
  }

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
    boolean isOfUse = times.expires().isAfter(now)
        && appointment.map(booking -> booking.isOfUse(draft.kind(), now)).orElse(true);
    return PostStatus.LIFE.isFinal(status) || isOfUse ? status : PostStatus.EXPIRED;
  }

  /** Whether others see it although the booking that it is about is not to be. */
  public boolean isCalledOff() {
    return status == PostStatus.PUBLISHED
        && appointment.filter(booking -> !booking.stands()).isPresent();
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
