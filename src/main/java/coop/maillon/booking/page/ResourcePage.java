package coop.maillon.booking.page;

import coop.maillon.booking.planning.WeekPage;
import java.util.List;

/** What booking/resource shows: what it is, its rules, and its week. */
record ResourcePage(
    String title,
    String slug,
    String line,
    String description,
    String icon,
    boolean photo,
    String planning,
    String planningDay,
    List<String> tags,
    List<String> hours,
    List<String> rules,
    List<Link> parts,
    List<Link> wholes,
    Week week) {

  public boolean hasParts() {
    return !parts.isEmpty();
  }

  public boolean hasWholes() {
    return !wholes.isEmpty();
  }

  /** Another resource. */
  record Link(String slug, String name) {}

  /** The week shown, and the ways to those around it. */
  record Week(WeekPage shown, String before, String after, String present) {

    public String range() {
      return shown.range();
    }
  }
}
