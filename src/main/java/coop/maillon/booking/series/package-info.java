/** Bookings that repeat: their rule, all dates decided at once, one or many of them changed. */
@NullMarked
package coop.maillon.booking.series;

import org.jspecify.annotations.NullMarked;
