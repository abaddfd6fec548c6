/** Booking without a conflict: the ledger of time and what a person can do with it. */
@NullMarked
package coop.maillon.booking;

import org.jspecify.annotations.NullMarked;
