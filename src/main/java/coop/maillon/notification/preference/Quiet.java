package coop.maillon.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Hours of each night, or day, in which no mail comes; they may go over midnight. */
public record Quiet(LocalTime from, LocalTime to) {

  /** What the page proposes. */
  static final Quiet NIGHT = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));

  public Quiet {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours must end at another time than " + from);
    }
  }

  /** When they end, if it is quiet now; where a clock change brings that time twice, the second. */
  Optional<Instant> endAfter(Instant now, ZoneId zone) {
    var local = now.atZone(zone).toLocalDateTime();
    boolean late = !local.toLocalTime().isBefore(from);
    boolean early = local.toLocalTime().isBefore(to);
    boolean overnight = to.isBefore(from);
    if (overnight ? !late && !early : !late || !early) {
      return Optional.empty();
    }
    var day = overnight && late ? local.toLocalDate().plusDays(1) : local.toLocalDate();
    return Optional.of(day.atTime(to).atZone(zone).withLaterOffsetAtOverlap().toInstant());
  }
}
