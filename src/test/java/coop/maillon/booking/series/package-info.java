/** Series of bookings, as people see them. */
@NullMarked
package coop.maillon.booking.series;

import org.jspecify.annotations.NullMarked;
