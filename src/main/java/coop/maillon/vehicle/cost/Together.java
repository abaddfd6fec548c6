package coop.maillon.vehicle.cost;

import coop.maillon.resource.ResourceId;
import java.time.LocalDate;

/**
 * What one member used of one resource for one activity in a month, as reckoned.
 *
 * @param month its first day
 */
record Together(
    long member,
    String name,
    LocalDate month,
    String activity,
    ResourceId resource,
    Use.Amount amount) {}
