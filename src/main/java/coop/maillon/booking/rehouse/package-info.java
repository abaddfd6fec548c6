/** Where bookings can go that lose their place to a closure; pure. */
@NullMarked
package coop.maillon.booking.rehouse;

import org.jspecify.annotations.NullMarked;
