package coop.maillon.notification.inbox;

import coop.maillon.member.MemberId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A message as it lies in an inbox.
 *
 * @param awaits whether it still waits for an answer of its reader
 */
public record InboxMessage(
    MemberId member,
    long seq,
    String kind,
    JsonObject data,
    Instant at,
    boolean read,
    boolean awaits) {}
