package coop.maillon.vehicle;

import java.time.Instant;

/**
 * What was in the battery at a moment.
 *
 * @param kwh the least that it may have been, or the most, where nobody knows exactly
 */
public record Reading(Instant at, double kwh, Trip.Plug plug) {}
