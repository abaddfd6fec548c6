/** Bookings, holds and what is free, for programs. */
@NullMarked
package coop.maillon.booking.api;

import org.jspecify.annotations.NullMarked;
