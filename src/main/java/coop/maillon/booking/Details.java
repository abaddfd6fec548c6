package coop.maillon.booking;

import coop.maillon.member.MemberId;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a booking is about, apart from what and when.
 *
 * @param title for those present and the coordinators, may be empty
 * @param activity code for cost allocation, may be empty
 * @param distanceKm announced kilometres, for vehicles
 * @param participants members invited by the booker
 */
public record Details(
    String title,
    Privacy privacy,
    String activity,
    OptionalInt distanceKm,
    Set<MemberId> participants) {

  /** Whether members may read who booked. */
  public enum Privacy {
    SHARED,
    PRIVATE
  }

  public static final Details NONE =
      new Details("", Privacy.SHARED, "", OptionalInt.empty(), Set.of());

  public Details {
    participants = Set.copyOf(participants);
  }

  /** The same with other people. */
  public Details with(Set<MemberId> others) {
    return new Details(title, privacy, activity, distanceKm, others);
  }

  public boolean isPrivate() {
    return privacy == Privacy.PRIVATE;
  }
}
