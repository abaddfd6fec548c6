package coop.maillon.booking.here;

import coop.maillon.booking.page.Option;
import java.util.List;

/** What here/equivalents shows: what else is free at the time of a booking whose thing is not back. */
record EquivalentsPage(
    String title, String id, int version, String what, String when, List<Option> options) {

  public boolean none() {
    return options.isEmpty();
  }
}
