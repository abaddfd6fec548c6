/** The pages of series: every date with its outcome before anything is booked. */
@NullMarked
package coop.maillon.booking.repeat;

import org.jspecify.annotations.NullMarked;
