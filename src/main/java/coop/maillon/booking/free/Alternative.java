package coop.maillon.booking.free;

import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;

/** A way out of a refusal: this was bookable when it was looked up. */
public record Alternative(ResourceId resource, TimeSlot slot) {}
