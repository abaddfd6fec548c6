package coop.maillon.booking;

import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;

/** One row that will be written to the ledger: this unit, for this resource, buffers included. */
public record Seat(ResourceId resource, UnitId unit, TimeSlot during) {}
