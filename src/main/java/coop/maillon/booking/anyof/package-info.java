/** Bookings that any of several resources would do for: which one each gets, what knows more of them than booking does says. */
@NullMarked
package coop.maillon.booking.anyof;

import org.jspecify.annotations.NullMarked;
