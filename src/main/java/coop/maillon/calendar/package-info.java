/** Bookings as other calendars read them, and what other calendars bring. */
@NullMarked
package coop.maillon.calendar;

import org.jspecify.annotations.NullMarked;
