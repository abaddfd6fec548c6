package coop.maillon.calendar;

import coop.maillon.booking.CalendarScope;
import java.time.Instant;
import java.util.Optional;

/**
 * A calendar that somebody subscribes to by a link of their own.
 *
 * @param label what its owner calls it
 * @param readAt when a calendar asked for it last
 */
record Feed(
    long id, CalendarScope scope, String label, Instant createdAt, Optional<Instant> readAt) {}
