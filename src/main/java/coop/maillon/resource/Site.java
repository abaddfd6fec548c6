package coop.maillon.resource;

import coop.maillon.resource.holiday.Region;
import java.time.ZoneId;

/**
 * A place (antenne) of the cooperative, with the local time that its rules are in.
 *
 * @param showsNames whether members see who booked, unless the booking is private
 * @param policy the rules that its resources have where theirs are silent, its region's holidays among them
 */
public record Site(
    SiteId id,
    String slug,
    String name,
    ZoneId zone,
    String address,
    Naming showsNames,
    Policy policy) {

  /** Whose public holidays it keeps. */
  public Region region() {
    return policy.calendar().region();
  }

  /** Whether members see the names of those who booked. */
  public enum Naming {
    NAMES,
    TIMES_ONLY
  }

  public boolean namesBookers() {
    return showsNames == Naming.NAMES;
  }

  /** How to get there: its name, and its address where it has one. */
  public String place() {
    return address.isBlank() ? name : name + ", " + address;
  }
}
