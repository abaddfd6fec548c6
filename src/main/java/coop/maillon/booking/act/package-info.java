/** What a person, or time, can do with bookings and holds: read what is so under the locks, decide, write. */
@NullMarked
package coop.maillon.booking.act;

import org.jspecify.annotations.NullMarked;
