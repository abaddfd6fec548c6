/** Waiting for what is taken, as people live it. */
@NullMarked
package coop.maillon.booking.waiting;

import org.jspecify.annotations.NullMarked;
