package coop.maillon.resource.tariff;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a tariff may have besides the price of time and way; what is absent counts for nothing.
 *
 * @param dayCap the most that the time of each 24 h begun costs, from the start on, and {@code weekCap} that of each 7 days
 * @param noPlug for what comes back off its charger without a reason
 * @param late for what comes back late where somebody else had it from then on
 */
public record Extras(
    Optional<Night> night,
    OptionalLong dayCap,
    OptionalLong weekCap,
    OptionalLong noPlug,
    Optional<Late> late) {

  public static final Extras NONE = new Extras(
      Optional.empty(),
      OptionalLong.empty(),
      OptionalLong.empty(),
      OptionalLong.empty(),
      Optional.empty());

  /** Hours with a price of their own; a quarter of an hour is of the night if it begins in it, by the clock of the site. */
  public record Night(LocalTime from, LocalTime to, long hourCents) {

    public Night {
      if (from.equals(to)) {
        throw new IllegalArgumentException("a night has an end: " + from);
      }
    }

    boolean covers(LocalTime time) {
      return from.isBefore(to)
          ? !time.isBefore(from) && time.isBefore(to)
          : !time.isBefore(from) || time.isBefore(to);
    }
  }

  /** So much, where it is later than so many minutes. */
  public record Late(long cents, int graceMinutes) {}
}
