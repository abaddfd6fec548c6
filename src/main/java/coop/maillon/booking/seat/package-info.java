/** Which unit of a pool a wanted slot gets, and who moves for it; pure. */
@NullMarked
package coop.maillon.booking.seat;

import org.jspecify.annotations.NullMarked;
