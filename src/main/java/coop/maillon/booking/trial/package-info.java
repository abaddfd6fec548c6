/** Would somebody get this, and why not: a booking judged rule by rule, for coordinators. */
@NullMarked
package coop.maillon.booking.trial;

import org.jspecify.annotations.NullMarked;
