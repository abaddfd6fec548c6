package coop.maillon.db;

/**
 * A moment in the life of the database. Where two stamps are equal, nothing was committed between them; the other way round
 * says nothing.
 *
 * @param snapshot what {@code pg_current_snapshot()} answers: which transactions were done, and which under way
 */
public record Stamp(String snapshot) {}
