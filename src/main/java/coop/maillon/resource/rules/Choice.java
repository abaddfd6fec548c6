package coop.maillon.resource.rules;

/** One of the values that a field may have. */
public record Choice(String value, String label, boolean chosen) {}
