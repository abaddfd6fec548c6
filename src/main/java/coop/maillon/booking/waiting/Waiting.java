package coop.maillon.booking.waiting;

import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.util.Optional;

/**
 * A place in the line for a time that is taken.
 *
 * @param ahead how many come before for some of the same time
 * @param offeredUntil until when it is kept for whoever waited; empty while it is not offered
 */
public record Waiting(
    long id, ResourceId resource, TimeSlot slot, int ahead, Optional<Instant> offeredUntil) {}
