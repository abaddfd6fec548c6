/** What is still free: where a booking would fit, and what to propose instead of what does not. */
@NullMarked
package coop.maillon.booking.free;

import org.jspecify.annotations.NullMarked;
