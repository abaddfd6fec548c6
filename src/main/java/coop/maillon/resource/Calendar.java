package coop.maillon.resource;

import coop.maillon.resource.holiday.FrenchHolidays;
import coop.maillon.resource.holiday.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days on which the hours of the week do not hold.
 *
 * @param exceptions the first that has a day decides it
 * @param holidays what public holidays do, where no exception has the day; silent: they are open
 * @param region whose holidays they are
 */
public record Calendar(List<DatedHours> exceptions, Optional<Holidays> holidays, Region region) {

  /** Says nothing. */
  public static final Calendar SILENT = new Calendar(List.of(), Optional.empty(), Region.FR);

  public Calendar {
    exceptions = List.copyOf(exceptions);
  }

  public Calendar with(List<DatedHours> said) {
    return new Calendar(said, holidays, region);
  }

  public Calendar with(Holidays said) {
    return new Calendar(exceptions, Optional.of(said), region);
  }

  public Calendar in(Region where) {
    return new Calendar(exceptions, holidays, where);
  }

  /** This one, and where it is silent the other, whose region it is in: a resource's over its site's. */
  public Calendar over(Calendar other) {
    return new Calendar(
        Stream.concat(exceptions.stream(), other.exceptions.stream()).distinct().toList(),
        holidays.or(other::holidays),
        other.region);
  }

  /** What is open on a day that is not like its weekday; empty where it is. */
  public Optional<List<DayStretch>> on(LocalDate date) {
    return exceptions.stream()
        .filter(exception -> exception.has(date))
        .findFirst()
        .map(DatedHours::open)
        .or(() -> isClosedHoliday(date) ? Optional.of(List.of()) : Optional.empty());
  }

  /** Whether each day is like its weekday. */
  public boolean isPlain() {
    return exceptions.isEmpty() && !closesOnHolidays();
  }

  public boolean closesOnHolidays() {
    return holidays.filter(Holidays.CLOSED::equals).isPresent();
  }

  private boolean isClosedHoliday(LocalDate date) {
    return closesOnHolidays() && FrenchHolidays.has(date, region);
  }
}
