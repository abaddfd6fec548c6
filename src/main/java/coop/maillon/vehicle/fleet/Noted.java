package coop.maillon.vehicle.fleet;

import java.time.Instant;
import java.util.OptionalInt;

/** What somebody reads off a vehicle: how full it is, in percent of what can be used, and whether it charges. */
public record Noted(Instant at, double socPct, boolean plugged, OptionalInt odometerKm) {}
