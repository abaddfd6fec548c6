package coop.maillon.booking;

import coop.maillon.resource.Return;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What becomes of a booking beyond its place: the series it belongs to, arriving, returning, another home.
 *
 * @param part which date of which series it is
 * @param act the number that all bookings bear which one act changed, for they are undone together
 * @param checkInBy until when somebody must have arrived; it is released then
 * @param arrived when it was taken
 * @param left when it was returned
 * @param rehousedBy the closure that gave it another home
 * @param back whether what was taken has to be brought back, as the rules were when it was taken
 */
public record Course(
    Optional<Part> part,
    OptionalLong act,
    Optional<Instant> checkInBy,
    Optional<Instant> arrived,
    Optional<Instant> left,
    OptionalLong rehousedBy,
    Return back) {

  public static final Course NONE = new Course(
      Optional.empty(),
      OptionalLong.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      OptionalLong.empty(),
      Return.BY_TIME);

  /** Whether a date of a series still goes with the others. */
  public enum Tie {
    ATTACHED,
    DETACHED
  }

  /**
   * One date of a series.
   *
   * @param date the local start that the rule gives, which stays when the booking moves
   */
  public record Part(SeriesId series, LocalDateTime date, Tie tie) {}

  public Optional<SeriesId> series() {
    return part.map(Part::series);
  }

  /** The local start that its series' rule gives. */
  public Optional<LocalDateTime> date() {
    return part.map(Part::date);
  }

  public Course of(Part other) {
    return new Course(Optional.of(other), act, checkInBy, arrived, left, rehousedBy, back);
  }

  /** The same, going with the other dates of its series or not; as it is where it has none. */
  public Course tied(Tie other) {
    return part.map(one -> of(new Part(one.series(), one.date(), other))).orElse(this);
  }

  /** The same, changed by itself. */
  public Course alone() {
    return new Course(part, OptionalLong.empty(), checkInBy, arrived, left, rehousedBy, back);
  }

  public Course by(long number) {
    return new Course(part, OptionalLong.of(number), checkInBy, arrived, left, rehousedBy, back);
  }

  public Course expectedBy(Optional<Instant> latest) {
    return new Course(part, act, latest, arrived, left, rehousedBy, back);
  }

  public Course arrivedAt(Instant now, Return owed) {
    return new Course(part, act, checkInBy, Optional.of(now), left, rehousedBy, owed);
  }

  public Course leftAt(Instant now) {
    return new Course(part, act, checkInBy, arrived, Optional.of(now), rehousedBy, back);
  }

  public Course rehoused(long closure) {
    return new Course(part, act, checkInBy, arrived, left, OptionalLong.of(closure), back);
  }

  /** The same for another place, where nobody has arrived; whoever had is expected there by no moment, since they came. */
  public Course elsewhere() {
    return arrived.isEmpty()
        ? this
        : new Course(
            part,
            act,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            rehousedBy,
            Return.BY_TIME);
  }

  /** Whether somebody has it who has to bring it back, however late it is. */
  public boolean isOut() {
    return arrived.isPresent() && left.isEmpty() && back == Return.NEEDED;
  }
}
