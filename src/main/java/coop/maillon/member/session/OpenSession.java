package coop.maillon.member.session;

import java.time.Instant;

/**
 * One browser in which somebody is signed in.
 *
 * @param thisOne whether it is the one that asks
 */
public record OpenSession(Instant openedAt, Instant seenAt, String agent, boolean thisOne) {}
