/** Waiting for a time that is taken: a line, and offers that run out. */
@NullMarked
package coop.maillon.booking.waiting;

import org.jspecify.annotations.NullMarked;
