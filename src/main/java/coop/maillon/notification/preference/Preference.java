package coop.maillon.notification.preference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one member wants to be told, by which way and when.
 *
 * @param zone of their home site, in which all their hours are
 * @param choices by topic; the usual where there is none
 * @param pausedUntil the day from which on mail comes again
 * @param reminder how long before a booking they want to be reminded
 */
public record Preference(
    ZoneId zone,
    Map<Topic, Choice> choices,
    Optional<Quiet> quiet,
    Optional<LocalDate> pausedUntil,
    Rhythm digest,
    Optional<Duration> reminder) {

  /** What arrives less than that before its moment comes too late. */
  private static final Duration NOTICE = Duration.ofMinutes(30);

  public Preference {
    choices = Map.copyOf(choices);
  }

  static Preference usual(ZoneId zone) {
    return new Preference(
        zone, Map.of(), Optional.empty(), Optional.empty(), Rhythm.USUAL, Optional.empty());
  }

  Preference with(Map<Topic, Choice> others) {
    return new Preference(zone, others, quiet, pausedUntil, digest, reminder);
  }

  public Choice choice(Topic topic) {
    return choices.getOrDefault(topic, topic.usual());
  }

  /** What digests bring. */
  Set<Topic> inDigest() {
    return Stream.of(Topic.values())
        .filter(topic -> choice(topic).mail() == Timing.DIGEST)
        .collect(Collectors.toSet());
  }

  /** What becomes of a mail that is to leave now. */
  public Verdict judge(Matter matter, Instant now) {
    var timing = choice(matter.topic()).mail();
    if (timing == Timing.NEVER) {
      return Verdict.WITHHELD;
    }
    if (isPaused(now)) {
      return Verdict.inDigest(digestFrom(now));
    }
    if (timing == Timing.DIGEST && !matter.urgent()) {
      return Verdict.inDigest(digestFrom(now));
    }
    return quiet
        .flatMap(hours -> hours.endAfter(now, zone))
        .filter(end -> !isTooLate(matter, now, end))
        .map(Verdict::later)
        .orElse(Verdict.LEAVES);
  }

  /** When the next digest comes, not before a pause ends. */
  Instant digestFrom(Instant now) {
    return pausedUntil
        .filter(day -> isPaused(now))
        .map(day -> digest.from(day, zone))
        .orElseGet(() -> digest.nextAfter(now, zone));
  }

  boolean isPaused(Instant now) {
    return pausedUntil.filter(LocalDate.ofInstant(now, zone)::isBefore).isPresent();
  }

  /** Whether it is still ahead, and would not be any more when the quiet hours end. */
  private static boolean isTooLate(Matter matter, Instant now, Instant end) {
    return matter
        .moment()
        .filter(moment -> moment.isAfter(now) && moment.isBefore(end.plus(NOTICE)))
        .isPresent();
  }

  /** Whether, in a digest, it would tell nothing any more. */
  public boolean leavesOut(Matter matter, Instant now) {
    boolean over =
        matter.topic().passes() && matter.moment().filter(now::isBefore).isEmpty();
    return over || choice(matter.topic()).mail() == Timing.NEVER;
  }

  /** Whether something that waits for a digest under this is not to wait under the other. */
  boolean letsGoUnder(Preference other, Instant now) {
    boolean isAnySooner =
        inDigest().stream().anyMatch(topic -> other.choice(topic).mail() == Timing.NOW);
    return isAnySooner || isPaused(now) && !other.isPaused(now);
  }

  /**
   * What a mail is about, as far as it matters here.
   *
   * @param moment after which it is of no use: what it tells of begins, or what it offers ends
   * @param urgent whether it does not wait for a digest
   */
  public record Matter(Topic topic, Optional<Instant> moment, boolean urgent) {}
}
