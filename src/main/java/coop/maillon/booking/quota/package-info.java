/** Rules that live above booking: how many bookings one member may have. */
@NullMarked
package coop.maillon.booking.quota;

import org.jspecify.annotations.NullMarked;
