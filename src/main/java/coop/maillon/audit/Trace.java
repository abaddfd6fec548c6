package coop.maillon.audit;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was done.
 *
 * @param actor who did it; empty for time itself
 * @param member to whom; empty where it concerns nobody in particular
 * @param what `booking:12`, `problem:3`; may be empty
 * @param before as it was: times, resources, rights
 */
public record Trace(
    long seq,
    Instant at,
    String kind,
    Optional<String> actor,
    Optional<String> member,
    String what,
    Optional<JsonObject> before,
    Optional<JsonObject> after) {}
