/** Where bookings go when a space closes, and how they come back: the plan, the writing, the taking back. */
@NullMarked
package coop.maillon.booking.evacuation;

import org.jspecify.annotations.NullMarked;
