package coop.maillon.resource.manage;

/**
 * What keeps a draft from being written.
 *
 * @param field where in the form or the JSON
 * @param key of the sentence that says why
 */
public record Fault(String field, String key) {}
