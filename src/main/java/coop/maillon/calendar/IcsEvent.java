package coop.maillon.calendar;

import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.util.List;

/**
 * One event of a file with all its dates, exceptions applied.
 *
 * @param problem the word of why it cannot be read, such as `zone`; empty where it can
 */
public record IcsEvent(String uid, String title, List<Date> dates, String problem) {

  /**
   * One date of it.
   *
   * @param key by which the same date is known again, whatever its time became: its start by the rule, 1970 where there is no rule
   */
  public record Date(Instant key, TimeSlot slot, String title, boolean hidden) {}

  static IcsEvent unreadable(String uid, String title, String problem) {
    return new IcsEvent(uid, title, List.of(), problem);
  }
}
