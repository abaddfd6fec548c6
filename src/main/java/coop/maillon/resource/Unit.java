package coop.maillon.resource;

/** One of the identical things that make a resource; what a row of the ledger of time occupies. */
public record Unit(UnitId id, ResourceId resource, String label) {}
