package coop.maillon.booking;

import coop.maillon.member.MemberId;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import java.time.Duration;
import java.time.Instant;

/**
 * A slot kept while somebody fills in the form.
 *
 * @param until when it ends unless it is asked for again
 * @param lastUntil until when it can be prolonged at most
 */
public record Hold(
    HoldId id,
    MemberId member,
    ResourceId resource,
    TimeSlot slot,
    Instant until,
    Instant lastUntil) {

  /** How long one lasts, and how long with all its prolongations (product.md, Hold). */
  public static final Duration LENGTH = Duration.ofMinutes(2);

  public static final Duration AT_MOST = Duration.ofMinutes(10);

  public boolean isOn(ResourceId wanted, TimeSlot wantedSlot) {
    return resource.equals(wanted) && slot.equals(wantedSlot);
  }
}
